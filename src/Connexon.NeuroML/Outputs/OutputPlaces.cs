namespace Connexon.NeuroML;

/// <summary>Where the output files of a simulation go, each to a place of its own, and what there is to say about that.</summary>
internal sealed class OutputPlaces
{
    private readonly HashSet<string> _taken = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notes = [];

    /// <summary>Finds a place for each file.</summary>
    /// <param name="simulation">What is to be written.</param>
    /// <param name="folder">The folder that relative paths begin in.</param>
    /// <param name="format">How; csv files end so, whatever their name in the LEMS file.</param>
    public OutputPlaces(SimulationDescription simulation, string folder, OutputFormat format)
    {
        Columns = [.. simulation.Outputs.Select(o => Free(Path.Combine(folder, format == OutputFormat.Csv ? Path.ChangeExtension(o.Path, ".csv") : o.Path)))];
        Events = [.. simulation.Events.Select(e => Free(Path.Combine(folder, e.Path)))];
        foreach (OutputFile o in simulation.Outputs)
            foreach (var same in o.Columns.GroupBy(c => c.Id).Where(g => g.Count() > 1))
                _notes.Add($"'{o.Path}' has {same.Count()} columns with the id '{same.Key}': all are written, in the order of the file");
    }

    /// <summary>The path of each of the simulation's outputs.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The path of each of the simulation's event files.</summary>
    public IReadOnlyList<string> Events { get; }

    public IReadOnlyList<string> Notes => _notes;

    private string Free(string wanted)
    {
        wanted = Path.GetFullPath(wanted);
        string path = wanted;
        for (int n = 2; !_taken.Add(path); n++)
            path = Path.Combine(Path.GetDirectoryName(wanted)!, $"{Path.GetFileNameWithoutExtension(wanted)}_{n}{Path.GetExtension(wanted)}");
        if (path != wanted) _notes.Add($"more than one output is named '{wanted}': this one is written to '{Path.GetFileName(path)}' beside it");
        return path;
    }
}
