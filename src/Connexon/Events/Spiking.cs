namespace Connexon;

/// <summary>What spikes in a network, and what that causes.</summary>
internal sealed class Spiking
{
    private readonly SpikeCollector[] _collectors;
    private readonly List<SpikeEvent> _sent = [], _all = [];
    private readonly IExchange _exchange;
    private readonly SpikeRecord[] _forgotten; // step by step

    /// <param name="state">The network.</param>
    public Spiking(NetworkState state)
    {
        _exchange = state.Exchange;
        Events = state.Layout.Network.Wiring.Sources is { Count: > 0 } sources ? new EventQueue(state, sources) : null;
        _collectors = [.. state.Groups.Select((g, k) => new SpikeCollector(g, k, state.Dt, Events is null ? null : _sent))];
        IReadOnlyList<SpikeRequest> requests = state.Layout.Network.SpikeRequests;
        IEnumerable<Neuron?> Of(bool keep) => requests.Where(r => r.Keep == keep).SelectMany(r => r.Of).Select(p => p.Population);
        Neuron?[] forgotten = [.. Of(keep: false).Except(Of(keep: true))];
        _forgotten = [.. Records.Where(r => forgotten.Contains(r.Population))];
        foreach (SpikeRecord r in _forgotten) r.IsKept = false;
    }

    /// <summary>Events on their way; null if nothing sends any.</summary>
    public EventQueue? Events { get; }

    /// <summary>The records of all populations.</summary>
    public IEnumerable<SpikeRecord> Records => _collectors.SelectMany(c => c.Records);

    /// <summary>The record of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="condition">By which spike condition of its model; null for the first.</param>
    /// <exception cref="ArgumentException">It is not part of the network, or has no such condition.</exception>
    public SpikeRecord Of(Neuron population, string? condition) => SpikeRecord.Find(Records, population, condition);

    /// <summary>A step begins.</summary>
    /// <param name="forget">Whether the spikes before it are forgotten.</param>
    public void BeginStep(bool forget)
    {
        foreach (SpikeCollector c in _collectors) c.BeginStep(forget);
    }

    /// <summary>
    /// Adds the spikes of a step, and sends the events that they cause: in the order of groups and neurons, however the network is cut.
    /// </summary>
    /// <param name="step">The whole step that it belongs to or begins with, counted from 1.</param>
    /// <param name="t">Its start, in ms.</param>
    /// <param name="h">Its length, in ms.</param>
    /// <param name="accepted">The members of the batch whose step it is.</param>
    public void Collect(long step, double t, double h, bool[] accepted)
    {
        foreach (SpikeCollector c in _collectors) c.Collect(step, t, h, accepted);
        if (Events is null) return;
        List<SpikeEvent> all = _sent;
        if (_exchange.Parts > 1)
        {
            _all.Clear();
            _exchange.Spikes(_sent, _all);
            _all.Sort((a, b) => (a.Group, a.Condition, a.Neuron, a.Member).CompareTo((b.Group, b.Condition, b.Neuron, b.Member)));
            all = _all;
        }
        foreach (SpikeEvent spike in all) Events.Take(spike);
        _sent.Clear();
    }

    /// <summary>Drops what is not kept, once all have looked at it.</summary>
    public void Forget()
    {
        foreach (SpikeRecord r in _forgotten) r.Forget();
    }

    /// <summary>Parameters have changed.</summary>
    public void Renew()
    {
        foreach (SpikeCollector c in _collectors) c.Renew();
    }
}
