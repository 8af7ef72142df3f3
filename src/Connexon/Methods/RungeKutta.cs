using Connexon.Programs;

namespace Connexon;

/// <summary>Explicit Runge-Kutta methods on all states and junctions at once whose stages each need only the one before.</summary>
internal sealed class RungeKutta : Method
{
    private readonly (double At, double Weight, double? Ahead)[] _stages;

    private RungeKutta(string name, string summary, double bound, params (double At, double Weight, double? Ahead)[] stages) =>
        (Name, Summary, CouplingBound, _stages) = (name, summary, bound, stages);

    /// <summary>Forward Euler, first order.</summary>
    public static RungeKutta First { get; } = new("Euler", "textbook forward Euler, first order; explicit", 2, (0, 1, null));

    /// <summary>Heun's method, second order.</summary>
    public static RungeKutta Second { get; } = new(
        "RungeKutta2", "Heun's second-order Runge-Kutta, junction currents at every stage; explicit", 2, (0, 0.5, 1), (1, 0.5, null));

    /// <summary>The classical method (Kutta 1901), fourth order.</summary>
    public static RungeKutta Fourth { get; } = new(
        "RungeKutta4", "classical fourth-order Runge-Kutta, junction currents at every stage; explicit", 2.785,
        (0, 1 / 6.0, 0.5), (0.5, 1 / 3.0, 0.5), (0.5, 1 / 3.0, 1), (1, 1 / 6.0, null));

    public override string Name { get; }

    public override string Summary { get; }

    public override double? CouplingBound { get; }

    // 1 - kappa stands for e^-kappa.
    public override double? CouplingError(double kappa) => _stages.Length == 1 ? kappa / 2 : null;

    internal override double HeldNoiseBound => _stages.Length == 1 ? 0.01 : base.HeldNoiseBound;

    internal override Scheme Plan(Model model, CouplingPlan coupling)
    {
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        return new([.. _stages.Select((s, k) => new Stage(s.At, Coupling.Input, Passes(moving, model, first: k == 0, s.Weight, s.Ahead)))]);
    }

    /// <summary>
    /// One stage: k = dt f at the stage's states; the sum so far gains weight k; the states move to where the next stage evaluates, or,
    /// after the last (ahead: null), to the sum.
    /// </summary>
    private static List<Pass> Passes(StateVariable[] moving, Model model, bool first, double weight, double? ahead)
    {
        List<Pass> passes = first ? [.. SpikePasses.Begin(model.Spike)] : [];
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
