using Connexon.Programs;

namespace Connexon;

/// <summary>
/// An explicit one-step method on all states and junctions at once: what a method of one's own is. It says where in the step its stages
/// take slopes, and how a state goes on from each; junctions, synapses, spikes and resets are taken care of. A spike is known to the step,
/// and resets at its end.
/// </summary>
/// <remarks>See docs/numerics.md, "A method of your own".</remarks>
public abstract class ExplicitMethod : Method
{
    private readonly double[] _nodes;
    private readonly int _order;

    /// <summary>What the method is called, and what is known of it.</summary>
    /// <param name="name">The name, in messages and results.</param>
    /// <param name="summary">One line on what it is.</param>
    /// <param name="order">Its order of convergence.</param>
    /// <param name="couplingBound">
    /// The largest z at which x' = -z x does not grow in a step of 1: 2 for a method of one or two stages of
    /// that order. Stronger junctions are refused.
    /// </param>
    /// <param name="nodes">Where in the step each stage takes its slopes, 0 to 1; the first is 0.</param>
    /// <exception cref="ArgumentException">There is no name or stage, the first is not at 0, one is not within the step, or a number cannot
    /// be.</exception>
    protected ExplicitMethod(string name, string summary, int order, double couplingBound, params double[] nodes)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A method needs a name.", nameof(name));
        if (order < 1) throw new ArgumentException($"{name} is of order {order}: an order is 1 or more.", nameof(order));
        if (!(couplingBound > 0))
            throw new ArgumentException($"{name} has the bound {couplingBound}: a bound is a number above 0.", nameof(couplingBound));
        if (nodes.Length == 0 || nodes[0] != 0 || !nodes.All(c => c is >= 0 and <= 1))
            throw new ArgumentException(
                $"{name} has stages at {string.Join(", ", nodes.Select(n => $"{n}"))}: "
                    + "the first must be at 0, each from 0 to 1 of the step.", nameof(nodes));
        (Name, Summary, CouplingBound, _order, _nodes) = (name, summary, couplingBound, order, [.. nodes]);
    }

    /// <inheritdoc/>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override string Summary { get; }

    /// <inheritdoc/>
    public sealed override double? CouplingBound { get; }

    // 1 - kappa stands for e^-kappa.
    /// <inheritdoc/>
    public override double? CouplingError(double kappa) => _order == 1 ? kappa / 2 : null;

    internal sealed override CouplingTreatment Treatment => CouplingTreatment.Explicit with { HeldNoiseBound = _order == 1 ? 0.01 : 0.1 };

    /// <summary>
    /// Where a state goes once a stage has its slopes: to where the next stage takes its own, or after the last to the end of the step.
    /// </summary>
    /// <param name="x">The state: where it stood, and what it would change by in the step at the slopes so far.</param>
    /// <param name="stage">The stage, from 0.</param>
    protected abstract Expr After(ExplicitState x, int stage);

    internal sealed override Skeleton Skeleton(NetworkTraits network)
    {
        // What is wrong with the method is found here, once, and not in each model's equations.
        for (int stage = 0; stage < _nodes.Length; stage++)
            After(new ExplicitState(new Symbol(SymbolKind.State, "x", Dimension.None), stage, _nodes.Length), stage);
        return new([.. _nodes.Select(c => new Stage(c, Coupling.Input))]);
    }

    internal sealed override ModelPasses Passes(Model model, ModelTraits traits)
    {
        var spikes = new SpikePasses(model.Spikes);
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        return new([.. _nodes.Select((_, stage) => new StagePasses(Passes(moving, spikes, stage)))]) { Spikes = spikes.Reports };
    }

    private List<Pass> Passes(StateVariable[] moving, SpikePasses spikes, int stage)
    {
        bool first = stage == 0, last = stage == _nodes.Length - 1;
        List<Pass> passes = first ? [.. spikes.Begin()] : [];
        ExplicitState[] states = [.. moving.Select(s => new ExplicitState(s.Symbol, stage, _nodes.Length))];
        foreach (var (s, x) in moving.Zip(states)) passes.Add(new Pass(x.Symbol(stage), Simplify.Tree(Symbol.TimeStep * s.Slope!)));
        foreach (var (s, x) in moving.Zip(states))
        {
            Expr after = After(x, stage);
            if (last) passes.Add(spikes.Step(s.Symbol, before: x.Start, after));
            else
            {
                var move = new Assignment(s.Symbol, spikes.Held(s.Symbol, spikes.WithinThreshold(s.Symbol, after)));
                passes.Add(first ? new Pass(new Assignment(x.Kept, s.Symbol), move) : new Pass(move));
            }
        }
        if (last) passes.AddRange(spikes.End());
        return passes;
    }
}

/// <summary>A state in a stage of an <see cref="ExplicitMethod"/>.</summary>
public sealed class ExplicitState
{
    private readonly Symbol _state;
    private readonly int _stage, _stages;

    internal ExplicitState(Symbol state, int stage, int stages) => (_state, _stage, _stages) = (state, stage, stages);

    /// <summary>Where it stood before the step.</summary>
    public Expr Start => _stage == 0 ? _state : Kept;

    /// <summary>dt times its slope in a stage: what it would change by in the whole step at that slope.</summary>
    /// <param name="stage">The stage, from 0: this one, or one before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stage has no slope yet.</exception>
    public Expr Change(int stage) => stage >= 0 && stage <= _stage ? Symbol(stage)
        : throw new ArgumentOutOfRangeException(nameof(stage), stage, $"In stage {_stage} there are the slopes of stages 0 to {_stage}.");

    internal Symbol Kept => new(SymbolKind.Work, $"{_state} start", Dimension.None);

    // The last one is not read by a stage to come.
    internal Symbol Symbol(int stage) =>
        new(stage == _stages - 1 ? SymbolKind.Scratch : SymbolKind.Work, $"{_state} slope {stage}", Dimension.None);
}
