namespace Connexon.NeuroML;

/// <summary>The text files that a simulation asks for. Without <see cref="Complete"/> none is left.</summary>
internal sealed class LemsOutputs : IDisposable
{
    private readonly LemsSimulation _simulation;
    private readonly LemsOptions _options;
    private readonly OutputWriter _writer = new();
    private readonly List<ColumnFile> _columns = [];
    private readonly List<(EventFile Events, string Path)> _events = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public LemsOutputs(LemsSimulation simulation, LemsOptions options)
    {
        (_simulation, _options) = (simulation, options);
        foreach (OutputFile o in simulation.Outputs)
        {
            string path = PathOf(o.Path);
            simulation.Record(path, [.. o.Columns.Select(c => c.Recording)], () =>
            {
                var file = new ColumnFile(_writer, path, options.Format, [.. o.Columns.Select(c => c.Id)]);
                _columns.Add(file);
                return file;
            });
        }
        foreach (EventFile e in simulation.Description?.Events ?? []) _events.Add((e, PathOf(e.Path)));
    }

    /// <summary>What is odd about the files' names.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Writes what is left to write, and gives the files their names.</summary>
    public IReadOnlyList<string> Complete(Run run)
    {
        _writer.Finish();
        List<string> files = [.. _columns.Select(c => c.Rename())];
        _columns.Clear();
        foreach (var (events, path) in _events)
        {
            SpikeText.Write(path, events, _options.Format, _simulation, run);
            files.Add(path);
        }
        return files;
    }

    public void Dispose()
    {
        _writer.Dispose();
        foreach (ColumnFile file in _columns) file.Remove();
    }

    private string PathOf(string named)
    {
        string path = _options.Folder is not { } folder ? named
            : Path.Combine(folder, IsWithin(named) ? named : Path.GetFileName(named));
        if (_options.Format == OutputFormat.Csv) path = Path.ChangeExtension(path, ".csv");
        string free = path;
        for (int n = 2; !_paths.Add(Path.GetFullPath(free)); n++)
            free = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}_{n}{Path.GetExtension(path)}");
        if (free != path) _notes.Add($"two outputs have the file name '{path}': the second is written to '{free}'");
        return free;
    }

    // A path that leads out of the folder is followed only where no folder was asked for.
    private static bool IsWithin(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");
}
