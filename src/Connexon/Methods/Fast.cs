using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// One right-hand side a step, second order. Each equation is written x' = a x + b with its own linear part a; a and b are extrapolated to
/// the middle of the step from the last two, and that linear equation is solved exactly (the second-order Rush-Larsen scheme: Perego and
/// Veneziani 2009; Coudiere, Douanla Lontsi and Pierre 2018). The first step, and one after a reset, is of first order; a jump of drive or
/// weights is seen half a step too late.
/// </summary>
/// <remarks>
/// Strong junctions are implicit: what they bring in a step is dt times their currents at 3/4 V after + 1/4 V before the step before
/// (second order, and damped at any strength: Ascher, Ruuth and Wetton 1995, doi:10.1137/0732037). This conserves charge, and is never
/// larger than the differences of V.
/// </remarks>
internal sealed class Fast : Method
{
    private static readonly Symbol History = new(SymbolKind.Work, "history", Dimension.None); // 0 at first, 1/2 once there is one

    public override string Name => nameof(Fast);

    public override string Summary => "one right-hand side a step, second order; junctions implicit where strong";

    public override double? CouplingBound => null;

    internal override CouplingTreatment Treatment { get; } = new()
    {
        ImplicitAbove = 0.2,
        Part = 0.75,
        NegativeUpTo = 0.2,
        HeldNoiseBound = 0.015, // V, which noise moves, is extrapolated too: 1 - dt lambda / 2 of its variance
        StandsCarriedNoise = false,
    };

    internal override bool ExtrapolatesInput => true;

    internal override Skeleton Skeleton(NetworkTraits network) => network.Implicit
        ? new([new Stage(0, Coupling.None), new Stage(1, Coupling.Implicit, TakesInputs: false)]) : new([new Stage(0, Coupling.Input)]);

    internal override ModelPasses Passes(Model model, ModelTraits coupling)
    {
        var spikes = new SpikePasses(model.Spikes);
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        CoupledState[] solved = coupling.Implicit ? [.. coupling.Coupled] : [];
        List<Pass> passes = [.. spikes.Begin()];
        foreach (StateVariable s in moving) passes.Add(Extrapolate(s));
        foreach (StateVariable s in moving)
            passes.Add(solved.Any(c => c.State == s.Symbol) ? Predict(s) : spikes.Step(s.Symbol, before: s.Symbol, after: Relaxed(s)));
        if (solved.Length == 0) passes.AddRange(Finish(spikes));
        var stages = new List<StagePasses> { new(passes) };
        if (coupling.Implicit)
            stages.Add(new(solved.Length == 0 ? [] : [.. solved.SelectMany(c => Correct(c, spikes)), .. Finish(spikes)]));
        return new ModelPasses(stages) { Spikes = spikes.Reports };
    }

    private static Symbol Work(Symbol s, string what) => new(SymbolKind.Work, $"{s} {what}", Dimension.None);

    private static Symbol Scratch(Symbol s, string what) => new(SymbolKind.Scratch, $"{s} {what}", Dimension.None);

    /// <summary>dt a and dt b in the middle of the step, and as they are, for the next.</summary>
    private static Pass Extrapolate(StateVariable s)
    {
        Symbol aBefore = Work(s.Symbol, "a"), bBefore = Work(s.Symbol, "b");
        Expr a = Simplify.Tree(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true));
        Expr change = Simplify.Tree(Symbol.TimeStep * s.Slope!), b = a.Is(0) ? change : change - a * s.Symbol;
        var assignments = new List<Assignment>
        {
            new(bBefore, b),
            new(Scratch(s.Symbol, "b"), b + (Expr)History * (b - (Expr)bBefore)),
        };
        if (!Simplify.IsConstant(a))
            assignments.AddRange([new(aBefore, a), new(Scratch(s.Symbol, "a"), a + (Expr)History * (a - (Expr)aBefore))]);
        return new Pass([.. assignments]);
    }

    private static Expr Relaxed(StateVariable s)
    {
        Expr a = LinearPart(s);
        return Simplify.Tree(s.Symbol + ExpRel(a) * (a * s.Symbol + (Expr)Scratch(s.Symbol, "b")));
    }

    private static Expr LinearPart(StateVariable s)
    {
        Expr now = Simplify.Tree(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true));
        return Simplify.IsConstant(now) ? now : Scratch(s.Symbol, "a");
    }

    /// <summary>
    /// The coupled state without what the junctions bring in this step; in its place meanwhile, what that is solved for. How that relaxes
    /// with the cell (ExpRel(a) of it is left) is taken from the step before: else the matrix would change with a.
    /// </summary>
    private static Pass Predict(StateVariable s)
    {
        Expr now = s.Symbol, before = Work(s.Symbol, "before");
        Expr predicted = Relaxed(s) - (1.0 - ExpRel(LinearPart(s))) * Work(s.Symbol, "brought");
        return new Pass(
            new Assignment(Work(s.Symbol, "predicted"), predicted),
            new Assignment(Work(s.Symbol, "before"), now),
            new Assignment(s.Symbol, predicted + (1 / 3.0) * (now + 2.0 * (Expr)History * (before - now))));
    }

    private static IEnumerable<Pass> Correct(CoupledState coupled, SpikePasses spikes)
    {
        Symbol state = coupled.State;
        Expr brought = coupled.Brought;
        yield return new Pass(Work(state, "brought"), brought);
        yield return spikes.Step(state, before: Work(state, "before"), after: (Expr)Work(state, "predicted") + brought);
    }

    private static IEnumerable<Pass> Finish(SpikePasses spikes) =>
        [new Pass(History, 0.5), .. spikes.End(), .. spikes.HasReset is { } reset ? [new Pass(History, Select(reset, 0.0, 0.5))]
            : Array.Empty<Pass>()];
}
