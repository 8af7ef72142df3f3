namespace Connexon;

/// <summary>What is attached to the neurons of a network, and the ways that events take to it.</summary>
/// <param name="Attachments">Synapses and inputs.</param>
/// <param name="Sources">What sends events: neurons that spike, and trains.</param>
internal sealed record Wiring(IReadOnlyList<Attachments> Attachments, IReadOnlyList<EventSource> Sources)
{
    public static Wiring None { get; } = new([], []);

    /// <summary>True if spikes of some populations send events to something that acts on them.</summary>
    /// <param name="populations">The populations.</param>
    public bool Sends(IReadOnlyList<Neuron> populations)
    {
        var mine = new HashSet<Neuron>(populations, ReferenceEqualityComparer.Instance);
        return Sources.Any(s => s.Neuron is { } cell && mine.Contains(cell.Population)
            && s.Targets.Any(t => t.Attachments.Elements.Model.OnEvent.Count > 0));
    }

    /// <summary>The states of some populations that attachments read.</summary>
    /// <param name="populations">The populations.</param>
    public IReadOnlyCollection<string> StatesRead(IReadOnlyList<Neuron> populations)
    {
        var mine = new HashSet<Neuron>(populations, ReferenceEqualityComparer.Instance);
        var read = new HashSet<string>();
        foreach (Attachments a in Attachments)
            foreach (CellRead r in a.Reads.OfType<CellRead>())
            {
                var seen = new HashSet<Neuron>(ReferenceEqualityComparer.Instance);
                foreach (Cell cell in r.OfPeer ? a.Peers : a.On)
                    if (seen.Add(cell.Population) && mine.Contains(cell.Population)) read.Add(r.StateOf(cell.Population));
            }
        return read;
    }
}

/// <summary>What sends events, and where they go.</summary>
/// <param name="Neuron">The neuron whose spikes they are; null for a train.</param>
/// <param name="Train">When they come, where no neuron sends them.</param>
/// <param name="Targets">Where they go.</param>
internal sealed record EventSource(Cell? Neuron, SpikeTrain? Train, IReadOnlyList<EventTarget> Targets)
{
    /// <summary>By which of the neuron's spike conditions; null for the first.</summary>
    public string? Spike { get; init; }
}

/// <summary>Where an event goes.</summary>
/// <param name="Attachments">What it acts on.</param>
/// <param name="Element">Which of them.</param>
/// <param name="Weight">The weight of the connection.</param>
/// <param name="Delay">From the spike, in ms.</param>
internal readonly record struct EventTarget(Attachments Attachments, int Element, double Weight, double Delay);
