namespace Connexon;

/// <summary>A file that is asked for of a run.</summary>
/// <param name="Path">The file, relative to the folder of the outputs: "results/v.dat".</param>
public abstract record OutputRequest(string Path)
{
    internal abstract Network On(Network network, string path, OutputOptions options);

    internal virtual string PathIn(OutputFormat format) => Path;

    internal virtual IEnumerable<string> Notes => [];
}

/// <summary>A state of a population, a row every so many steps, as CSV: time in ms, then a column for each neuron.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">The state.</param>
public sealed record StateOutput(string Path, State State) : OutputRequest(Path)
{
    internal override Network On(Network network, string path, OutputOptions options) => network.Record(State, options.Every, to: path);
}

/// <summary>Any quantities, a row every so many steps: time in s, then the columns, as text of LEMS or CSV.</summary>
/// <param name="Path">The file.</param>
/// <param name="Columns">The columns.</param>
public sealed record ColumnOutput(string Path, IReadOnlyList<OutputColumn> Columns) : OutputRequest(Path)
{
    private const double Second = 1e-3; // of 1 ms

    internal override Network On(Network network, string path, OutputOptions options)
    {
        string[] names = [.. Columns.Select(c => c.Name)];
        return OutputColumn.Record(network, path, Columns, options.Every, files => new FileSink(options.Format == OutputFormat.Csv
            ? new CsvColumns(files, path, "t", names, full: false)
            : new LemsColumns(files, path, names.Length), Second));
    }

    internal override string PathIn(OutputFormat format) =>
        format == OutputFormat.Csv ? System.IO.Path.ChangeExtension(Path, ".csv") : Path;

    internal override IEnumerable<string> Notes => Columns.GroupBy(c => c.Name).Where(g => g.Count() > 1)
        .Select(same => $"'{Path}' has {same.Count()} columns with the id '{same.Key}': all are written, in the order of the file");
}

/// <summary>Spikes of some cells or sources, a row each: time in s and a name, in the order of time.</summary>
public sealed record SpikeOutput : OutputRequest
{
    internal SpikeOutput(string path, bool timeFirst, IReadOnlyList<(string Name, SpikePick Of)> selections) : base(path) =>
        (TimeFirst, Selections) = (timeFirst, selections);

    /// <summary>True for time and name, false for name and time.</summary>
    public bool TimeFirst { get; }

    /// <summary>The names, in the order of the file.</summary>
    public IEnumerable<string> Names => Selections.Select(s => s.Name).Distinct();

    internal IReadOnlyList<(string Name, SpikePick Of)> Selections { get; }

    internal override Network On(Network network, string path, OutputOptions options)
    {
        string[] names = [.. Selections.Select(s => s.Name)];
        return network.Record(new SpikeRequest(path, [.. Selections.Select(s => s.Of)])
        {
            Sink = files => new EventText(files, path, EventForm.Lems(TimeFirst), names.Length, k => names[k]),
        });
    }
}

/// <summary>All spikes of populations as CSV: time in ms and the name of the cell, in the order of time.</summary>
/// <param name="Path">The file.</param>
/// <param name="Populations">The populations, with what the neurons of each are called.</param>
public sealed record PopulationSpikeOutput(string Path, IReadOnlyList<(Neuron Neurons, IReadOnlyList<string> Names)> Populations)
    : OutputRequest(Path)
{
    internal override Network On(Network network, string path, OutputOptions options)
    {
        string[] names = [.. Populations.SelectMany(p => p.Names)];
        return network.Record(
            new SpikeRequest(path, [.. Populations.SelectMany(p => p.Names.Select((_, i) => new SpikePick(p.Neurons, i)))])
            {
                Sink = files => new EventText(files, path, EventForm.Csv("cell"), names.Length, k => CsvText.Field(names[k])),
            });
    }
}
