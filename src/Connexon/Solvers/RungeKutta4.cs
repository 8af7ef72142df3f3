using Connexon.Compilation;

namespace Connexon;

/// <summary>The classical Runge-Kutta method (Kutta 1901) on all states and junctions at once: fourth order, explicit.</summary>
internal sealed class RungeKutta4 : Method
{
    public override string Name => nameof(RungeKutta4);

    public override string Summary => "classical fourth-order Runge-Kutta, junction currents at every stage; explicit";

    public override double? CouplingBound => 2.785;

    internal override Scheme Plan(Model model, CouplingPlan coupling)
    {
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        return new(
        [
            new Stage(0, Coupling.Input, Passes(moving, model, first: true, weight: 1 / 6.0, ahead: 0.5)),
            new Stage(0.5, Coupling.Input, Passes(moving, model, first: false, weight: 1 / 3.0, ahead: 0.5)),
            new Stage(0.5, Coupling.Input, Passes(moving, model, first: false, weight: 1 / 3.0, ahead: 1)),
            new Stage(1, Coupling.Input, Passes(moving, model, first: false, weight: 1 / 6.0, ahead: null)),
        ]);
    }

    /// <summary>
    /// One stage: k = dt f at the stage's states; the sum so far gains weight k; the states move to where the next stage evaluates, or,
    /// after the last (ahead: null), to the sum.
    /// </summary>
    private static List<Pass> Passes(StateVariable[] moving, Model model, bool first, double weight, double? ahead)
    {
        var passes = new List<Pass>();
        foreach (StateVariable s in moving) passes.Add(new Pass(Slope(s), Simplify.Tree(Symbol.TimeStep * s.Slope!)));
        foreach (StateVariable s in moving)
        {
            Expr k = Slope(s), start = first ? s.Symbol : Start(s), sum = (first ? (Expr)s.Symbol : Sum(s)) + weight * k;
            if (ahead is null)
            {
                passes.Add(SpikePasses.Step(model.Spike, s.Symbol, before: start, after: sum));
                continue;
            }
            Expr next = SpikePasses.WithinThreshold(model.Spike, s.Symbol, start + ahead.Value * k);
            var move = new Assignment(s.Symbol, SpikePasses.Held(model.Spike, s.Symbol, next));
            var gain = new Assignment(Sum(s), sum);
            passes.Add(first ? new Pass(new Assignment(Start(s), start), gain, move) : new Pass(gain, move));
        }
        if (ahead is null && model.Spike is { } rule)
        {
            passes.AddRange(SpikePasses.Note(rule, countsThisStep: false));
            passes.AddRange(SpikePasses.ResetNow(rule));
        }
        return passes;
    }

    private static Symbol Slope(StateVariable s) => new(SymbolKind.Scratch, $"k{s.Symbol}", Dimension.None);

    private static Symbol Start(StateVariable s) => new(SymbolKind.Work, $"{s.Symbol} start", Dimension.None);

    private static Symbol Sum(StateVariable s) => new(SymbolKind.Work, $"{s.Symbol} sum", Dimension.None);
}
