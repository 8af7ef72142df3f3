namespace Connexon.NeuroML;

/// <summary>The text files that a simulation asks for. Without <see cref="Complete"/> none is left.</summary>
internal sealed class LemsOutputs : IDisposable
{
    private readonly LemsSimulation _simulation;
    private readonly OutputWriter _writer = new();
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
            simulation.Record(path, [.. o.Columns.Select(c => c.Recording)], () => new Rows(_writer.Columns(path, options.Format, [.. o.Columns.Select(c => c.Id)])));
            _files.Add(path);
        }
        for (int i = 0; i < description.Events.Count; i++) _events.Add((description.Events[i], places.Events[i]));
    }

    /// <summary>What is odd about the files' names.</summary>
    public IReadOnlyList<string> Notes { get; } = [];

    /// <summary>Writes what is left to write, and gives the files their names.</summary>
    public IReadOnlyList<string> Complete(Run run)
    {
        foreach (var (events, path) in _events)
        {
            EventText file = _writer.Events(path, events.TimeFirst, [.. events.Selections.Select(s => s.Id)]);
            for (int k = 0; k < events.Selections.Count; k++)
                foreach (double t in _simulation.SpikesOf(events.Selections[k].Cell, run)) file.Add(t * 1e-3, k);
            _files.Add(path);
        }
        _writer.Complete();
        return _files;
    }

    public void Dispose() => _writer.Dispose();

    // The rows of a run; the writer completes all files together.
    private sealed class Rows(ColumnFile file) : RowSink
    {
        public override void Write(double t, ReadOnlySpan<double> row) => file.Add(t * 1e-3, row);
    }
}
