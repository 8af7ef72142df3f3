using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// A cell that is stepped by itself through a step of the network, in steps of its own: one whose equation runs away to its threshold
/// faster than the network's step can follow (an exponential or quadratic upswing), or whose threshold moves, in the steps in which it
/// spikes or is released. The stages of the network see such a cell rise no faster than it did, and are told afterwards what they missed
/// (<see cref="SymbolKind.Charge"/>).
/// </summary>
internal sealed class SubSteps
{
    // dt times the slope of the equation in the watched state, up to which the stages of the network follow a cell: an error of the order
    // of c^4 / 100 of a step, in time.
    private const double Fast = 0.25;

    // How much faster than at the step's start a cell may rise in a stage.
    private const double Growth = 2;

    private readonly Model _model;
    private readonly SpikeRule _rule;
    private readonly IReadOnlyList<ImexVariable> _moving;
    private readonly ResetTrace _reset;
    private readonly ImexVariable _watched;

    public SubSteps(Model model, SpikeRule rule, IReadOnlyList<ImexVariable> moving, ResetTrace reset) =>
        (_model, _rule, _moving, _reset, _watched) = (model, rule, moving, reset, moving.First(x => x.State == rule.Watched));

    /// <summary>An input at the start of the step.</summary>
    public static Symbol Before(Symbol input) => SubStep.Work($"{input} before");

    private static Symbol Limit { get; } = SubStep.Work("limit"); // of dt times the slope of the watched state

    /// <summary>What is kept of the start of a step.</summary>
    public Pass Begin() => new([.. _model.Inputs.Select(i => new Assignment(Before(i), i))]);

    /// <summary>
    /// The slopes of a stage: that of the watched state no larger than what a stage can follow, and never beyond the threshold.
    /// </summary>
    /// <param name="i">The stage.</param>
    /// <param name="x">The state.</param>
    /// <param name="slope">Its slope, and what else is computed with it.</param>
    public Pass Limited(int i, ImexVariable x, Pass slope)
    {
        if (x != _watched) return slope;
        Assignment change = slope.Assignments[0];
        if (i > 0) return new Pass([change with { Value = Min(change.Value, Limit) }, .. slope.Assignments[1..]]);
        Expr room = Max(0.0, -SpikeCondition.Margin(_rule, 0)), first = Min(change.Value, room);
        return new Pass([change with { Value = first }, .. slope.Assignments[1..],
            new(Limit, Min(room, Max(Growth * first, 0.25 * room)))]);
    }

    /// <summary>Whether the cell asks, left where spikes are reported; the states stand as in the last stage.</summary>
    public Pass Ask()
    {
        Expr rate = Simplify.Tree(Symbol.TimeStep * Derivative.Of(_watched.Equation.Slope!, _watched.State));
        Expr asks = !(MarginAtEnd() < 0.0) | (Fast < rate);
        for (int i = 0; i < Tableau.Stages; i++) asks |= (Expr)Limit <= _watched.ByCell(i);
        asks &= !SpikeCondition.IsHeld(_rule);
        if (_rule.Refractory is { } r)
            asks |= (0.0 < (Expr)r.StepsLeft) & (r.StepsLeft * (Expr)Symbol.FullStep < Symbol.TimeStep);
        return new Pass(Symbol.Spike, asks);
    }

    /// <summary>The end of the step of a cell that does not ask.</summary>
    /// <param name="coupling">How it meets its junctions.</param>
    public Pass Settle(ModelTraits coupling)
    {
        var settle = _moving.Select(x => new Assignment(x.State, _rule.Refractory is { } held && held.Held.Contains(x.State)
            ? Select(0.0 < (Expr)held.StepsLeft, x.Start, x.End) : x.End)).ToList();
        if (_rule.Refractory is { } r)
        {
            Expr left = r.StepsLeft - (Expr)Symbol.TimeStep / Symbol.FullStep;
            settle.Add(new(r.StepsLeft, Select(left < 1e-9, 0.0, left)));
        }
        settle.Add(new(_reset.At, 1.0));
        if (!coupling.Resets || coupling.Of(_rule.Watched) is not { } coupled) return new Pass([.. settle]);
        settle.Add(new(coupled.Charge, _rule.SpikeletShape is { } shape
            ? 0.5 * (Expr)Symbol.TimeStep * (At(shape, x => x.Start) + At(shape, x => x.End)) : 0.0));
        if (_rule.HasSpikelet) settle.Add(new(_reset.Moved, 0.0));
        return new Pass([.. settle]);
    }

    /// <summary>Another condition over the step of a cell that does not ask; before <see cref="Settle"/>.</summary>
    public Pass Observe(MarginPieces m)
    {
        Expr Held(Symbol s, Expr held, Expr free) =>
            SpikeCondition.Holds(_rule, s) ? Select(0.0 < (Expr)_rule.Refractory!.StepsLeft, held, free) : free;
        ImexVariable? Of(Symbol s) => _moving.FirstOrDefault(x => x.State == s);
        Expr Start(Symbol s) => Of(s)?.Start ?? s;
        Expr End(Symbol s) => Of(s) is { } x ? Held(s, x.Start, x.End) : s;
        Expr Slope(int stage, Func<Symbol, Expr> value, Expr elapsed) =>
            m.Slope(value, s => Held(s, 0.0, Of(s)!.Total(stage)), elapsed, Symbol.TimeStep);
        return m.First(1.0, m.Margin(End, Symbol.TimeStep), Slope(0, Start, 0.0),
            Slope(Tableau.Stages - 1, End, Symbol.TimeStep));
    }

    private Expr MarginAtEnd() => At(SpikeCondition.Margin(_rule, 1), x => x.End);

    private Expr At(Expr e, Func<ImexVariable, Expr> value) =>
        Simplify.Tree(e.Replace(s => _moving.FirstOrDefault(x => x.State == s) is { } x ? value(x) : null));
}
