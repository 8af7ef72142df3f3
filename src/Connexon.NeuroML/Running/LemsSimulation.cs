namespace Connexon.NeuroML;

/// <summary>The simulation that a file describes, ready to run.</summary>
internal sealed class LemsSimulation
{
    private readonly NetworkBuilder _builder;
    private Network _network;

    /// <summary>Builds the network of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What differs from what it says.</param>
    /// <param name="recorded">Quantities that will be recorded beside those of the file's outputs.</param>
    /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
    public LemsSimulation(NeuroMLFile file, LemsOptions options, IEnumerable<Recording>? recorded = null)
    {
        NetworkDescription network = file.Network
            ?? throw new NeuroMLException(file.Document.Start, "the file has no network: there is nothing to run.");
        Description = file.Simulation;
        (Every, Settings) = (options.Every, SettingsOf(file, options));
        _builder = new NetworkBuilder(network, Outputs.SelectMany(o => o.Columns.Select(c => c.Recording)).Concat(recorded ?? []),
            (Description?.Events ?? []).SelectMany(e => e.Selections.Select(s => s.Cell)), Settings);
        _network = _builder.Build();
    }

    /// <summary>What the file asks for; null for one that only has a network.</summary>
    public SimulationDescription? Description { get; }

    public RunSettings Settings { get; }

    /// <summary>A row every so many steps.</summary>
    public int Every { get; }

    /// <summary>The network with what is recorded of it.</summary>
    public Network Network => _network;

    /// <summary>The text files that the file asks for.</summary>
    public IReadOnlyList<OutputFile> Outputs => Description?.Outputs ?? [];

    /// <summary>Records quantities, in SI.</summary>
    /// <param name="what">What they are called in messages.</param>
    /// <param name="quantities">The quantities.</param>
    /// <param name="sink">Makes what takes the rows, when the run begins.</param>
    public void Record(string what, IReadOnlyList<Recording> quantities, Func<OutputWriter, RowSink> sink) =>
        Record(what, quantities, [.. quantities.Select(q => SiScale.FromBase(1, q.Dimension))], Every, sink);

    /// <summary>Records quantities, each times a factor.</summary>
    public void Record(string what, IReadOnlyList<Recording> quantities, double[] factors, int every, Func<OutputWriter, RowSink> sink) =>
        _network = _network.Record(what, [.. quantities.Select(_builder.ProbeOf)], every, files => new ScaledSink(sink(files), factors));

    /// <summary>Keeps the first state of every cell in memory.</summary>
    public void RecordCells(int every)
    {
        foreach (Neuron n in _network.Populations) _network = _network.Record(n[n.Model.States[0].Symbol.Name], every);
    }

    /// <summary>The neuron that a cell became; null for a source of spikes.</summary>
    public Cell? Find(CellIndex cell) => _builder.Find(cell);

    /// <summary>When a cell, or a source of spikes, spiked in a run; in ms.</summary>
    public IEnumerable<double> SpikesOf(CellIndex cell, Run run)
    {
        if (_builder.Find(cell) is { } neuron) return run.Spikes(neuron.Population).Times(neuron.Index).Select(t => t.Value);
        return _builder.TrainOf(cell) is var (train, random) ? train.Times(random).TakeWhile(t => t <= run.Duration.Value) : [];
    }

    /// <summary>Runs it.</summary>
    public Run Run(IProgress<RunProgress>? progress = null, CancellationToken cancel = default) => _network.Run(Settings, progress, cancel);

    /// <summary>How a file is run.</summary>
    public static RunSettings SettingsOf(NeuroMLFile file, LemsOptions options)
    {
        Time Needed(Time? option, double? said, string name) => option ?? (said is { } x ? new Time(x)
            : throw new NeuroMLException(file.Document.Start, $"the file has no <Simulation>, which would say the {name}: give it as an option."));
        Time dt = Needed(options.Dt, file.Simulation?.Step, "step"), length = Needed(options.Duration, file.Simulation?.Length, "length");
        // LEMS runs a whole number of steps, whatever the length.
        return new RunSettings(new Time(Math.Round(length.Value / dt.Value) * dt.Value), dt, options.Method ?? LemsOptions.DefaultMethod,
            options.Seed ?? file.Simulation?.Seed ?? 0, options.Threads, Solver: options.Solver);
    }
}
