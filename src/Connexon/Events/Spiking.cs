namespace Connexon;

/// <summary>What spikes in a network, and what that causes.</summary>
/// <param name="Collectors">Those that find the spikes of each group of neurons.</param>
/// <param name="Events">Events on their way; null if nothing sends any.</param>
internal sealed record Spiking(SpikeCollector[] Collectors, EventQueue? Events)
{
    public static Spiking Of(NetworkState state)
    {
        EventQueue? events = state.Layout.Network.Wiring.Sources is { Count: > 0 } sources ? new EventQueue(state, sources) : null;
        return new([.. state.Groups.Select(g => new SpikeCollector(g, state.Dt, events))], events);
    }

    /// <summary>The records of all populations.</summary>
    public IEnumerable<SpikeRecord> Records => Collectors.SelectMany(c => c.Records);

    /// <summary>The record of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="condition">By which spike condition of its model; null for the first.</param>
    /// <exception cref="ArgumentException">It is not part of the network, or has no such condition.</exception>
    public SpikeRecord Of(Neuron population, string? condition) => SpikeRecord.Find(Records, population, condition);

    /// <summary>A step begins.</summary>
    /// <param name="forget">Whether the spikes before it are forgotten.</param>
    public void BeginStep(bool forget)
    {
        foreach (SpikeCollector c in Collectors) c.BeginStep(forget);
    }

    /// <summary>Adds the spikes of a step.</summary>
    public void Collect(long step, double t, double h, bool[] accepted)
    {
        foreach (SpikeCollector c in Collectors) c.Collect(step, t, h, accepted);
    }

    /// <summary>Parameters have changed.</summary>
    public void Renew()
    {
        foreach (SpikeCollector c in Collectors) c.Renew();
    }
}
