namespace Connexon.NeuroML;

/// <summary>The text files that a simulation asks for. Without <see cref="Complete"/> none is left.</summary>
internal sealed class LemsOutputs
{
    private readonly LemsSimulation _simulation;
    private readonly List<string> _files = [];
    private readonly List<(EventFile Events, string Path)> _events = [];

    public LemsOutputs(LemsSimulation simulation, LemsOptions options)
    {
        _simulation = simulation;
        if (simulation.Description is not { } description) return;
        var places = new OutputPlaces(description, options.Folder ?? ".", options.Format);
        Notes = places.Notes;
        for (int i = 0; i < description.Outputs.Count; i++)
        {
            OutputFile o = description.Outputs[i];
            string path = places.Columns[i];
            string[] ids = [.. o.Columns.Select(c => c.Id)];
            simulation.Record(path, [.. o.Columns.Select(c => c.Recording)], files => new FileSink(options.Format == OutputFormat.Csv
                ? new CsvColumns(files, path, "t", ids, full: false)
                : new LemsColumns(files, path, ids.Length), 1e-3));
            _files.Add(path);
        }
        for (int i = 0; i < description.Events.Count; i++) _events.Add((description.Events[i], places.Events[i]));
    }

    /// <summary>What is odd about the files' names.</summary>
    public IReadOnlyList<string> Notes { get; } = [];

    /// <summary>Writes what is left to write, and gives the files their names.</summary>
    public IReadOnlyList<string> Complete(Run run)
    {
        using var writer = new OutputWriter();
        foreach (var (events, path) in _events)
        {
            var file = new EventText(writer, path, events.TimeFirst, [.. events.Selections.Select(s => s.Id)]);
            for (int k = 0; k < events.Selections.Count; k++)
                foreach (double t in _simulation.SpikesOf(events.Selections[k].Cell, run)) file.Add(t * 1e-3, k);
            _files.Add(path);
        }
        writer.Complete();
        return _files;
    }
}
