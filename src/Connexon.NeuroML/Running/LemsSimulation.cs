namespace Connexon.NeuroML;

/// <summary>The simulation that a file describes as the library has it: its network, and what is asked for of that.</summary>
internal sealed class LemsSimulation
{
    private readonly NeuroMLFile _file;
    private readonly NetworkBuilder _builder;
    private readonly LemsOptions _options;

    /// <summary>Builds the network of a file, as it is whatever run follows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What differs from what it says.</param>
    /// <param name="recorded">Quantities that will be recorded beside those that the file names.</param>
    /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
    public LemsSimulation(NeuroMLFile file, LemsOptions? options = null, IEnumerable<Recording>? recorded = null)
    {
        NetworkDescription network = file.Network
            ?? throw new NeuroMLException(file.Document.Start, $"the file has no network: there is nothing to run. {Instead(file)}");
        if (!network.Populations.Any(p => p.Size > 0 && p.Component.Train is null))
            throw new NeuroMLException(network.Place, $"network '{network.Id}' has no cell to run. It has "
                + string.Join(", ", network.Populations.Select(p => $"'{p.Id}' of {p.Size} {p.Component}").DefaultIfEmpty("no population"))
                + $"{(network.Populations.Any(p => p.Component.Train is not null) ? ", which send spikes but are no cells" : "")}.");
        (_file, _options) = (file, options ?? new LemsOptions());
        _builder = new NetworkBuilder(network, (file.Simulation?.Recordings ?? []).Concat(recorded ?? []),
            (file.Simulation?.Events ?? []).SelectMany(e => e.Selections.Select(s => s.Cell)));
        Network = _builder.Build();
    }

    /// <summary>How it is run.</summary>
    public RunSettings Settings => _options.SettingsFor(Defaults);

    /// <summary>The network with what is recorded of it.</summary>
    public Network Network { get; private set; }

    /// <summary>What the file describes.</summary>
    public Described Described => new(Network, Defaults)
    {
        Outputs = _file.Simulation is not { } s ? [] : [.. s.Outputs.Select(Output), .. s.Events.Select(Output)],
        Displays = [.. (_file.Simulation?.Displays ?? []).Where(d => d.Lines.Count > 0).Select(Display)],
        Inputs = [.. _file.Report.Files],
        Report = [.. _file.Report.Notes.Select(n => $"{n}")],
    };

    /// <summary>Records quantities, in SI.</summary>
    /// <param name="what">What they are called in messages.</param>
    /// <param name="quantities">The quantities.</param>
    /// <param name="sink">Makes what takes the rows, when the run begins.</param>
    /// <param name="every">A row every so many steps.</param>
    public void Record(string what, IReadOnlyList<Recording> quantities, Func<OutputWriter, RowSink> sink, int every = 1) =>
        Network = OutputColumn.Record(Network, what, [.. quantities.Select(q => Column("", q))], every, sink);

    /// <summary>Keeps the first state of every cell in memory.</summary>
    /// <param name="every">A row every so many steps.</param>
    public void RecordCells(int every)
    {
        foreach (Neuron n in Network.Populations) Network = Network.Record(n[n.Model.States[0].Symbol.Name], every);
    }

    /// <summary>The spikes of a cell, or of a source of spikes; none of what does not spike.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="port">The port at which its events go out; null for its first.</param>
    public IEnumerable<SpikePick> SpikesOf(CellIndex cell, string? port = null)
    {
        if (_builder.Find(cell) is { } neuron)
        {
            IReadOnlyList<FlatSpike> spikes = _file.Network!.Component(cell).Equations.Spikes;
            IEnumerable<string?> conditions = spikes.Count < 2 ? [null]
                : spikes.Where(s => s.Port == (port ?? spikes[0].Port)).Select(s => (string?)s.Rule.Name);
            return conditions.Select(c => new SpikePick(neuron.Population, neuron.Index) { Condition = c });
        }
        return _builder.TrainOf(cell) is var (train, source) ? [new SpikePick(null, null, train, source)] : [];
    }

    /// <summary>Runs it, and writes nothing.</summary>
    public Run Run() => Network.Run(Settings);

    private static string Instead(NeuroMLFile file) => "It has: " + string.Join(", ", file.Document.Elements
        .GroupBy(e => e["type"] ?? e.Name).Take(20).Select(g => $"{g.Count()} {g.Key} ({string.Join(", ", g.Take(3).Select(e => e.Id))}"
            + $"{(g.Count() > 3 ? ", ..." : "")})").DefaultIfEmpty("nothing but includes, types and notes")) + ".";

    private RunDefaults Defaults => new(LemsOptions.DefaultMethod)
    {
        Duration = _file.Length,
        Dt = _file.Step,
        Seed = _file.Simulation?.Seed ?? 0,
        RoundsDuration = true,
    };

    private ColumnOutput Output(OutputFile o) => new(o.Path, [.. o.Columns.Select(c => Column(c.Id, c.Recording))]);

    private SpikeOutput Output(EventFile e) => new(e.Path, e.TimeFirst,
        [.. e.Selections.SelectMany(s => SpikesOf(s.Cell, s.Port).Select(pick => (s.Id, pick)))]);

    private DisplayRequest Display(Display d) => new(d.Id, d.Title,
        [.. d.Lines.Select(l => Column(l.Id, l.Recording) with { Factor = 1 / l.Scale })], Unit(d));

    private OutputColumn Column(string id, Recording r)
    {
        Probe probe = _builder.ProbeOf(r);
        return new OutputColumn(id, probe.Population, probe.Index, probe.Value, SiScale.FromBase(1, r.Dimension));
    }

    // The lines' scale is the unit of their dimension: 1 mV.
    private static string Unit(Display d) =>
        d.Lines[0].Recording.Dimension is var first && d.Lines.All(l => l.Scale == 1 && l.Recording.Dimension == first) ? first.Unit : "";
}
