namespace Connexon;

// When a neuron spikes and what then happens.
public sealed partial class ModelBuilder
{
    /// <summary>A spike is the step in which a state reaches a threshold from below; nothing is reset.</summary>
    /// <param name="state">The state: V.</param>
    /// <param name="above">The threshold.</param>
    public void SpikeWhenRising(Expr state, Expr above) => SpikeWhenRising(SpikeRule.Unnamed, state, above);

    /// <summary>
    /// Another spike condition, or the first with a name: <c>m.SpikeWhenRising("dendritic", Vd, above: -20 * mV)</c>. Conditions do not
    /// know of each other; each has its record, <c>run.Spikes(cells, "dendritic")</c>. What is said of a spike afterwards is said of this
    /// one.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="state">The state: Vd.</param>
    /// <param name="above">The threshold.</param>
    /// <exception cref="ArgumentException">There is no name, or another condition has it.</exception>
    public void SpikeWhenRising(string name, Expr state, Expr above) => Spike(name, state, above, rising: true);

    /// <summary>A spike is every step that ends with a state at or above a threshold; the neuron is then reset.</summary>
    /// <param name="state">The state: V.</param>
    /// <param name="reaches">The threshold.</param>
    /// <param name="resets">States and their values after the spike; all are read before it.</param>
    public void SpikeWhen(Expr state, Expr reaches, params (Expr State, Expr Value)[] resets) =>
        SpikeWhen(SpikeRule.Unnamed, state, reaches, resets);

    /// <summary>
    /// Another spike condition that resets, or the first with a name. Where several reset a neuron in one step they do so in the order in
    /// which they are said; methods that reset within the step take one alone, and say so.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="state">The state: V.</param>
    /// <param name="reaches">The threshold.</param>
    /// <param name="resets">States and their values after the spike; all are read before it.</param>
    /// <exception cref="ArgumentException">There is no name, another condition has it, or one that only observes was said
    /// before.</exception>
    public void SpikeWhen(string name, Expr state, Expr reaches, params (Expr State, Expr Value)[] resets)
    {
        if (_spikes.Find(s => s.Rising) is { } rising)
            throw Wrong($"has the spike condition '{name}', which resets, after '{rising.Name}', which does not: the first is the one "
                + "that a population records and sends where none is named. Call SpikeWhen before SpikeWhenRising.");
        Spike(name, state, reaches, rising: false);
        _spikes[^1] = _spikes[^1] with { Resets = Assignments("the reset", resets) };
    }

    /// <summary>What is noted in the step that reports a spike, beside the reset: the time of the last spike.</summary>
    /// <param name="notes">States and their values.</param>
    public void AtSpike(params (Expr State, Expr Value)[] notes) => SpikeSoFar = SpikeSoFar with { Notes = Assignments("the note", notes) };

    /// <summary>
    /// What the left-out shape of a spike carries through junctions: the integral over the spike of the watched state above its reset
    /// (Lewis and Rinzel 2003, doi:10.1023/A:1024474819512). A partner receives it times the weight.
    /// </summary>
    /// <param name="charge">Of dimension state times time.</param>
    public void Spikelet(Expr charge)
    {
        DimensionCheck.Require($"the spikelet of {_model}", charge, OfFirst.Watched.Dimension * Dimension.Time);
        SpikeSoFar = OfFirst with { Spikelet = charge };
    }

    /// <summary>
    /// What junctions see beside the watched state while a spike's shape lasts: an expression of states that the spike sets off.
    /// </summary>
    /// <param name="shape">Of the dimension of the watched state.</param>
    public void SpikeletShape(Expr shape)
    {
        DimensionCheck.Require($"the spikelet of {_model}", shape, OfFirst.Watched.Dimension);
        SpikeSoFar = OfFirst with { SpikeletShape = shape };
    }

    /// <summary>Holds states for a time after each spike, counted in whole steps.</summary>
    /// <param name="duration">How long, as an expression of parameters.</param>
    /// <param name="held">The states that keep their value.</param>
    public void Refractory(Expr duration, params Expr[] held)
    {
        DimensionCheck.Require($"the refractory time of {_model}", duration, Dimension.Time);
        Symbol left = State(_spikes.Count > 1 ? $"refractory_steps_{SpikeSoFar.Name}" : "refractory_steps", 0).Symbol!;
        SpikeSoFar = SpikeSoFar with { Refractory = new Refractory(duration, left, [.. held.Select(h => _states[IndexOf(h)].Symbol)]) };
    }

    private SpikeRule SpikeSoFar
    {
        get => _spikes.Count > 0 ? _spikes[^1]
            : throw Wrong("says what a spike does before it says when: call SpikeWhen or SpikeWhenRising first.");
        set => _spikes[^1] = value;
    }

    // Junctions carry the shape of one spike.
    private SpikeRule OfFirst => _spikes.Count < 2 ? SpikeSoFar
        : throw Wrong($"gives a spikelet to its spike condition '{SpikeSoFar.Name}': junctions carry that of the first, "
            + $"'{_spikes[0].Name}'. Say it before the second.");

    private void Spike(string name, Expr state, Expr threshold, bool rising)
    {
        Symbol s = _states[IndexOf(state)].Symbol;
        if (string.IsNullOrWhiteSpace(name)) throw Wrong("has a spike condition with an empty name.");
        if (_spikes.Exists(o => o.Name == name))
            throw Wrong($"has two spike conditions named '{name}': give the second a name of its own, "
                + $"m.SpikeWhenRising(\"dendritic\", {s}, ...).");
        DimensionCheck.Require($"the threshold of {s} of {_model}", threshold, s.Dimension);
        _spikes.Add(new SpikeRule(s, threshold, rising) { Name = name });
    }

    private (Symbol, Expr)[] Assignments(string what, (Expr State, Expr Value)[] pairs) =>
        [.. pairs.Select(p =>
        {
            Symbol s = _states[IndexOf(p.State)].Symbol;
            DimensionCheck.Require($"{what} of {s} of {_model}", p.Value, s.Dimension);
            return (s, p.Value);
        })];
}
