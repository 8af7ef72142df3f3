using Connexon.Programs;

namespace Connexon;

/// <summary>
/// How far a state is above a threshold over a step in which nothing is reset: the cubic through values and slopes at both ends, on which
/// the crossing lies, whether the threshold moves or not.
/// </summary>
/// <param name="condition">The condition.</param>
/// <param name="moving">The states of the model.</param>
internal sealed class MarginCourse(SpikeCondition condition, IReadOnlyList<ImexVariable> moving)
{
    private readonly Symbol _slopeBefore = condition.Work("margin slope before"), _slopeAfter = condition.Work("margin slope after");

    /// <summary>The condition.</summary>
    public SpikeCondition Condition => condition;

    /// <summary>The margin over the step.</summary>
    public Hermite Hermite => new(condition.MarginBefore, condition.MarginAfter, [_slopeBefore], [_slopeAfter]);

    /// <summary>Where the margin has risen through 0.</summary>
    public Expr Crosses => LongStepGuard.Where(((Expr)condition.MarginBefore < 0.0) & (0.0 <= (Expr)condition.MarginAfter));

    /// <summary>dt times the slope of the margin at the start of the step; once the slopes of the first stage are known.</summary>
    public Pass AtStart() => new(_slopeBefore, Slope(0, x => x.Start));

    /// <summary>The same at its end; once the states stand there.</summary>
    public Pass AtEnd() => new(_slopeAfter, Slope(Tableau.Stages - 1, x => x.State));

    private Expr Slope(int stage, Func<ImexVariable, Expr> value)
    {
        Expr margin = SpikeCondition.Margin(condition.Rule), slope = Symbol.TimeStep * Derivative.Of(margin, Symbol.StageTime);
        foreach (ImexVariable x in moving) slope += Derivative.Of(margin, x.State) * x.Total(stage);
        return Simplify.Tree(slope.Replace(s => moving.FirstOrDefault(x => x.State == s) is { } x ? value(x) : null));
    }
}
