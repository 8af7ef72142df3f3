namespace Connexon;

// When a neuron spikes and what then happens.
public sealed partial class ModelBuilder
{
    /// <summary>A spike is the step in which a state reaches a threshold from below; nothing is reset.</summary>
    /// <param name="state">The state: V.</param>
    /// <param name="above">The threshold.</param>
    public void SpikeWhenRising(Expr state, Expr above) => Spike(state, above, rising: true);

    /// <summary>A spike is every step that ends with a state at or above a threshold; the neuron is then reset.</summary>
    /// <param name="state">The state: V.</param>
    /// <param name="reaches">The threshold.</param>
    /// <param name="resets">States and their values after the spike; all are read before it.</param>
    public void SpikeWhen(Expr state, Expr reaches, params (Expr State, Expr Value)[] resets)
    {
        Spike(state, reaches, rising: false);
        _spike = _spike! with { Resets = Assignments("the reset", resets) };
    }

    /// <summary>What is noted in the step that reports a spike, beside the reset: the time of the last spike.</summary>
    /// <param name="notes">States and their values.</param>
    public void AtSpike(params (Expr State, Expr Value)[] notes) => _spike = SpikeSoFar() with { Notes = Assignments("the note", notes) };

    /// <summary>
    /// What the left-out shape of a spike carries through junctions: the integral over the spike of the watched state above its reset
    /// (Lewis and Rinzel 2003, doi:10.1023/A:1024474819512). A partner receives it times the weight.
    /// </summary>
    /// <param name="charge">Of dimension state times time.</param>
    public void Spikelet(Expr charge)
    {
        SpikeRule rule = SpikeSoFar();
        DimensionCheck.Require($"the spikelet of {_model}", charge, rule.Watched.Dimension * Dimension.Time);
        _spike = rule with { Spikelet = charge };
    }

    /// <summary>
    /// What junctions see beside the watched state while a spike's shape lasts: an expression of states that the spike sets off.
    /// </summary>
    /// <param name="shape">Of the dimension of the watched state.</param>
    public void SpikeletShape(Expr shape)
    {
        SpikeRule rule = SpikeSoFar();
        DimensionCheck.Require($"the spikelet of {_model}", shape, rule.Watched.Dimension);
        _spike = rule with { SpikeletShape = shape };
    }

    /// <summary>Holds states for a time after each spike, counted in whole steps.</summary>
    /// <param name="duration">How long, as an expression of parameters.</param>
    /// <param name="held">The states that keep their value.</param>
    public void Refractory(Expr duration, params Expr[] held)
    {
        DimensionCheck.Require($"the refractory time of {_model}", duration, Dimension.Time);
        Symbol left = State("refractory_steps", 0).Symbol!;
        _spike = SpikeSoFar() with { Refractory = new Refractory(duration, left, [.. held.Select(h => _states[IndexOf(h)].Symbol)]) };
    }

    private void Spike(Expr state, Expr threshold, bool rising)
    {
        Symbol s = _states[IndexOf(state)].Symbol;
        if (_spike is not null) throw Wrong("has a second spike condition: a model has one.");
        DimensionCheck.Require($"the threshold of {s} of {_model}", threshold, s.Dimension);
        _spike = new SpikeRule(s, threshold, rising);
    }

    private (Symbol, Expr)[] Assignments(string what, (Expr State, Expr Value)[] pairs) =>
        [.. pairs.Select(p =>
        {
            Symbol s = _states[IndexOf(p.State)].Symbol;
            DimensionCheck.Require($"{what} of {s} of {_model}", p.Value, s.Dimension);
            return (s, p.Value);
        })];

    private SpikeRule SpikeSoFar() =>
        _spike ?? throw Wrong("says what a spike does before it says when: call SpikeWhen or SpikeWhenRising first.");
}
