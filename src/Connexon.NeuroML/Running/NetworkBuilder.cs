namespace Connexon.NeuroML;

/// <summary>
/// Makes the library's network of a described one: cells by their equations, plain junctions as edges, everything else as attachments.
/// Synapses that are linear and alike share one state on each cell (<see cref="SynapseForm.IsShared"/>), but those
/// whose own quantities are recorded.
/// </summary>
internal sealed class NetworkBuilder
{
    private readonly NetworkDescription _network;
    private readonly CellGroups _cells;
    private readonly AttachmentList _attachments;
    private readonly JunctionList _junctions;
    private readonly GradedList _graded;
    private readonly Dictionary<Attachment, ElementPlace> _places = [];
    private readonly Dictionary<CellIndex, ElementPlace> _sourcePlaces = [];
    private readonly HashSet<Attachment> _recorded;
    private readonly List<(Cell? Neuron, string? Spike, SpikeTrain? Train, List<(ElementPlace Place, double Weight, double Delay)> Targets)>
        _sources = [];
    private readonly Dictionary<CellIndex, int> _sourceOf = [];

    /// <param name="network">The network.</param>
    /// <param name="recorded">What will be recorded.</param>
    /// <param name="spiking">Cells whose spikes will be written.</param>
    public NetworkBuilder(NetworkDescription network, IEnumerable<Recording> recorded, IEnumerable<CellIndex> spiking)
    {
        _network = network;
        _cells = new CellGroups(network);
        _attachments = new AttachmentList(network, _cells);
        _junctions = new JunctionList(_cells);
        _graded = new GradedList(_cells);
        Recording[] all = [.. recorded];
        _recorded = [.. all.Where(r => r.Attachment.Kind != AttachmentKind.Cell).Select(r => r.Attachment)];
        Electrical();
        Continuous();
        Inputs();
        Events();
        foreach (CellIndex cell in all.Where(r => r.Attachment.Kind == AttachmentKind.Cell).Select(r => r.Cell).Concat(spiking).Distinct())
            Source(cell);
    }

    /// <summary>The network, without anything recorded.</summary>
    public Network Build()
    {
        Attachments[] attachments = [.. _attachments.Build(), .. _graded.Build()];
        EventSource[] sources = [.. _sources.Select(s => new EventSource(s.Neuron, s.Train,
            [.. s.Targets.Select(t => new EventTarget(t.Place.Attachments, t.Place.Index, t.Weight, t.Delay))]) { Spike = s.Spike })];
        return new Network([.. _cells.All, .. _junctions.Build()]).With(new Wiring(attachments, sources));
    }

    /// <summary>A cell as a neuron of the network; null for a source of spikes.</summary>
    public Cell? Find(CellIndex cell) => _cells.Find(cell);

    /// <summary>A recorded quantity in the network; after <see cref="Build"/>.</summary>
    public Probe ProbeOf(Recording r)
    {
        var (neurons, index) = r.Attachment.Kind != AttachmentKind.Cell ? At(_places[r.Attachment])
            : _cells.Find(r.Cell) is { } cell ? ((FlatNeuron)cell.Population, cell.Index)
            : At(_sourcePlaces[r.Cell]);
        return new Probe(neurons, index, neurons.InModel(r.Value, Symbol.Time));

        static (FlatNeuron, int) At(ElementPlace place) => ((FlatNeuron)place.Attachments.Elements, place.Index);
    }

    /// <summary>The train of a source of spikes, and its number among what sends events; null for anything else.</summary>
    public (SpikeTrain Train, int Source)? TrainOf(CellIndex cell) =>
        _network.Component(cell).Train is { } train && _sourceOf.TryGetValue(cell, out int source) ? (train, source) : null;

    private void Electrical()
    {
        for (int i = 0; i < _network.Electrical.Count; i++)
        {
            ElectricalConnection c = _network.Electrical[i];
            bool edge = _junctions.Take(c);
            Put(new Attachment(AttachmentKind.Electrical, i, false), c.Junction, c.Weight, c.A, c.B, silent: edge);
            Put(new Attachment(AttachmentKind.Electrical, i, true), c.OnB, c.Weight, c.B, c.A, silent: edge);
        }
    }

    private void Continuous()
    {
        for (int i = 0; i < _network.Continuous.Count; i++)
        {
            ContinuousConnection c = _network.Continuous[i];
            Put(new Attachment(AttachmentKind.Continuous, i, false), c.OnPre, c.Weight, c.Pre, c.Post,
                JunctionLaw.IsSilent(c.OnPre.Equations));
            Put(new Attachment(AttachmentKind.Continuous, i, true), c.OnPost, c.Weight, c.Post, c.Pre,
                JunctionLaw.IsSilent(c.OnPost.Equations));
        }
    }

    // What carries nothing is there only if it is recorded.
    private void Put(Attachment key, FlatComponent component, double weight, CellIndex on, CellIndex peer, bool silent)
    {
        bool recorded = _recorded.Contains(key);
        if (!silent && !recorded && _graded.Take(component, weight, on, peer)) return;
        if (!silent || recorded) _places[key] = _attachments.Add(component, weight, on, peer, observes: silent);
    }

    private void Inputs()
    {
        for (int i = 0; i < _network.Inputs.Count; i++)
        {
            InputPlacement p = _network.Inputs[i];
            var key = new Attachment(AttachmentKind.Input, i, true);
            double? end = _recorded.Contains(key) ? null : Pulses.End(p.Input);
            ElementPlace place = _places[key] = _attachments.Add(p.Input, p.Weight, p.Cell, null, end: end);
            if (p.Input.Train is { } train) _sources.Add((null, null, train, [(place, p.Weight, 0)]));
        }
    }

    private void Events()
    {
        var shared = new Dictionary<(CellIndex, FlatComponent), ElementPlace>();
        for (int i = 0; i < _network.Events.Count; i++)
        {
            EventConnection c = _network.Events[i];
            var key = new Attachment(AttachmentKind.Event, i, true);
            if (_recorded.Contains(key) || !SynapseForm.IsShared(c.Synapse.Equations))
                _places[key] = _attachments.Add(c.Synapse, c.Weight, c.Post, null);
            else if (shared.TryGetValue((c.Post, c.Synapse), out ElementPlace place))
                _places[key] = place;
            else
                _places[key] = shared[(c.Post, c.Synapse)] = _attachments.Add(c.Synapse, 1, c.Post, null);
            Source(c.Pre)?.Add((_places[key], c.Weight, c.Delay));
        }
    }

    // Where the spikes of a cell go. A source of spikes has a state of its own (the time since the last), which its spikes set.
    private List<(ElementPlace, double, double)>? Source(CellIndex cell)
    {
        if (_sourceOf.TryGetValue(cell, out int known)) return _sources[known].Targets;
        Cell? neuron = _cells.Find(cell);
        SpikeTrain? train = _network.Component(cell).Train;
        if (neuron is null && train is null) return null;
        _sourceOf.Add(cell, _sources.Count);
        var targets = new List<(ElementPlace, double, double)>();
        // Any condition of the port sends its events.
        IReadOnlyList<FlatSpike> spikes = _network.Component(cell).Equations.Spikes;
        foreach (string? spike in neuron is null || spikes.Count < 2 ? [null]
            : spikes.Where(s => s.Port == spikes[0].Port).Select(s => (string?)s.Rule.Name))
            _sources.Add((neuron, spike, train, targets));
        if (neuron is null) targets.Add((_sourcePlaces[cell] = _attachments.Add(_network.Component(cell), 1, null, null), 1, 0));
        return targets;
    }
}
