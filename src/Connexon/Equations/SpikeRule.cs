namespace Connexon;

/// <summary>When a neuron spikes and what then happens to its states.</summary>
/// <param name="Watched">The state that is watched.</param>
/// <param name="Threshold">The value that it must reach.</param>
/// <param name="Rising">
/// True: a spike is the step in which the state reaches the threshold from below (Hodgkin-Huxley-like cells, no reset).
/// False: every step that ends at or above it (integrate-and-fire cells, which are then reset).
/// </param>
public sealed record SpikeRule(Symbol Watched, Expr Threshold, bool Rising)
{
    internal const string Unnamed = "spike";

    /// <summary>What it is called among those of the model.</summary>
    public string Name { get; init; } = Unnamed;

    /// <summary>The reset: states and their values after the spike, all read before it.</summary>
    public IReadOnlyList<(Symbol State, Expr Value)> Resets { get; init; } = [];

    /// <summary>What is noted at the spike itself, in every method at the step that reports it (the time of the last spike).</summary>
    public IReadOnlyList<(Symbol State, Expr Value)> Notes { get; init; } = [];

    /// <summary>
    /// What a spike adds to the watched state as junctions see it, integrated over its shape, which the model leaves out; null for none.
    /// </summary>
    public Expr? Spikelet { get; init; }

    /// <summary>What junctions see beside the watched state: a spike's shape that lasts, of the state's dimension; null for none.</summary>
    public Expr? SpikeletShape { get; init; }

    /// <summary>True if junctions see something of the spike.</summary>
    public bool HasShape => Rising || HasSpikelet;

    /// <summary>How long states are held after a spike; null for not at all.</summary>
    public Refractory? Refractory { get; init; }

    /// <summary>True if the threshold is more than a combination of parameters: it moves with states or time.</summary>
    internal bool Moves => Threshold.Mentions(s => !s.IsConstant);

    /// <summary>True if a spike changes something of its cell.</summary>
    internal bool HasEffects => Notes.Count > 0 || Resets.Count > 0 || Refractory is not null;

    /// <summary>True if partners see more of a spike than the cell's own course.</summary>
    internal bool HasSpikelet => Spikelet is not null || SpikeletShape is not null;

    internal bool Same(SpikeRule? other) =>
        other is not null && (Name, Watched, Rising) == (other.Name, other.Watched, other.Rising) && Threshold.Equals(other.Threshold)
        && Resets.SequenceEqual(other.Resets) && Notes.SequenceEqual(other.Notes)
        && Equals(Spikelet, other.Spikelet) && Equals(SpikeletShape, other.SpikeletShape)
        && Equals(Refractory?.Duration, other.Refractory?.Duration)
        && (Refractory?.Held ?? []).SequenceEqual(other.Refractory?.Held ?? []);
}

/// <summary>A refractory time.</summary>
/// <param name="Duration">How long, as an expression of parameters.</param>
/// <param name="StepsLeft">The state that counts the steps that are left; whole ones, except under methods that locate spikes within the
/// step.</param>
/// <param name="Held">The states that keep their value meanwhile.</param>
public sealed record Refractory(Expr Duration, Symbol StepsLeft, IReadOnlyList<Symbol> Held);
