namespace Connexon;

/// <summary>Where output files go, each to a place of its own, and what there is to say about that.</summary>
internal sealed class OutputPlaces
{
    private readonly HashSet<string> _taken = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notes = [];

    /// <summary>Finds a place for each file.</summary>
    /// <param name="outputs">What is to be written.</param>
    /// <param name="folder">The folder that relative paths begin in.</param>
    /// <param name="format">How; csv files end so, whatever their name in the file that asks for them.</param>
    public OutputPlaces(IReadOnlyList<OutputRequest> outputs, string folder, OutputFormat format)
    {
        Files = [.. outputs.Select(o => (o, Free(Path.GetFullPath(Path.Combine(folder, o.PathIn(format))))))];
        _notes.AddRange(outputs.SelectMany(o => o.Notes));
    }

    /// <summary>The outputs, each with its path.</summary>
    public IReadOnlyList<(OutputRequest Request, string Path)> Files { get; }

    public IReadOnlyList<string> Notes => _notes;

    private string Free(string wanted)
    {
        string path = wanted, folder = Path.GetDirectoryName(wanted)!, stem = Path.GetFileNameWithoutExtension(wanted);
        for (int n = 2; !_taken.Add(Path.GetFullPath(path)); n++)
            path = Path.Combine(folder, $"{stem}_{n}{Path.GetExtension(wanted)}");
        if (path != wanted)
            _notes.Add($"more than one output is named '{wanted}': this one is written to '{Path.GetFileName(path)}' beside it");
        return path;
    }
}
