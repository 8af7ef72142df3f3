using Connexon.Programs;

namespace Connexon;

/// <summary>
/// The margin of a state above a threshold that moves with other states or time, where a spike resets nothing: the cubic through its values and slopes
/// at both ends of a step, on which the crossing lies.
/// </summary>
internal static class MovingThreshold
{
    private static readonly Symbol SlopeBefore = new(SymbolKind.Work, "margin slope before", Dimension.None);
    private static readonly Symbol SlopeAfter = new(SymbolKind.Work, "margin slope after", Dimension.None);

    /// <summary>The margin over the step.</summary>
    public static CubicCourse Course { get; } = new(SpikePasses.MarginBefore, SpikePasses.MarginAfter, [SlopeBefore], [SlopeAfter]);

    /// <summary>True for a model that needs this.</summary>
    public static bool Of(Model model) => model.Spike is { Rising: true } rule && SpikePasses.Moves(rule);

    /// <summary>dt times the slope of the margin at the start of the step; once the slopes of the first stage are known.</summary>
    public static Pass AtStart(SpikeRule rule, IReadOnlyList<ImexVariable> moving) => new(SlopeBefore, Slope(rule, moving, 0, x => x.Start));

    /// <summary>The same at its end; once the states stand there.</summary>
    public static Pass AtEnd(SpikeRule rule, IReadOnlyList<ImexVariable> moving) =>
        new(SlopeAfter, Slope(rule, moving, Tableau.Stages - 1, x => x.State));

    /// <summary>What strains a step of several dt in which the cell spikes.</summary>
    public static Expr Crosses => StrideGuard.Where(((Expr)SpikePasses.MarginBefore < 0.0) & (0.0 <= (Expr)SpikePasses.MarginAfter));

    private static Expr Slope(SpikeRule rule, IReadOnlyList<ImexVariable> moving, int stage, Func<ImexVariable, Expr> value)
    {
        Expr margin = SpikePasses.Margin(rule), slope = Symbol.TimeStep * Derivative.Of(margin, Symbol.StageTime);
        foreach (ImexVariable x in moving) slope += Derivative.Of(margin, x.State) * x.Total(stage);
        return Simplify.Tree(slope.Replace(s => moving.FirstOrDefault(x => x.State == s) is { } x ? value(x) : null));
    }
}
