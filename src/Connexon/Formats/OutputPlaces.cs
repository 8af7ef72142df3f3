namespace Connexon;

/// <summary>
/// Where output files go, each to a place of its own, and what there is to say about that. What a file asks for stays within the folder
/// that the user named, and replaces neither a file that was read nor anything that is no file.
/// </summary>
internal sealed class OutputPlaces
{
    private readonly HashSet<string> _taken = new(Destination.Names);
    private readonly List<string> _notes = [], _problems = [];
    private readonly string _folder;
    private readonly InputFiles _inputs;

    /// <summary>Finds a place for each file.</summary>
    /// <param name="outputs">What is to be written.</param>
    /// <param name="folder">The folder that all of them are within.</param>
    /// <param name="format">How; csv files end so, whatever their name in the file that asks for them.</param>
    /// <param name="inputs">The files that were read.</param>
    /// <exception cref="NetworkException">A file cannot be written there; all problems are in the message.</exception>
    public OutputPlaces(IReadOnlyList<OutputRequest> outputs, string folder, OutputFormat format, IReadOnlyList<string> inputs)
    {
        _folder = Path.GetFullPath(folder);
        _inputs = new InputFiles(inputs);
        Files = [.. outputs.Select(o => (o, Place(o.PathIn(format))))];
        if (_problems.Count > 0) throw new NetworkException(_problems);
        _notes.AddRange(outputs.SelectMany(o => o.Notes));
    }

    /// <summary>The outputs, each with its path.</summary>
    public IReadOnlyList<(OutputRequest Request, string Path)> Files { get; }

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A path that a file asks for, within a folder: itself, or its last name in the folder where it leads out of that.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="wanted">What is asked for.</param>
    public static string Within(string folder, string wanted)
    {
        string path = Path.GetFullPath(wanted, folder);
        return Destination.IsWithin(folder, path) ? path : Path.Combine(folder, Path.GetFileName(path));
    }

    private string Place(string wanted)
    {
        string path = Within(_folder, wanted);
        if (path != Path.GetFullPath(wanted, _folder))
            _notes.Add($"'{wanted}' is outside of '{_folder}', in which all outputs stay: "
                + $"it is written to '{Path.GetFileName(path)}' there");
        path = Free(path);
        if (Problem(wanted, path) is { } problem) _problems.Add(problem);
        return path;
    }

    private string? Problem(string wanted, string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (Path.GetFileName(wanted) is "" or "." or "..")
            return $"The output '{wanted}' is the name of a folder: name a file.";
        if (Destination.Real(folder) is var real && !Destination.IsWithin(Destination.Real(_folder), real))
            return $"The output '{wanted}' goes through a link out of '{_folder}', in which all outputs stay, to '{real}': "
                + "remove the link, or name another folder for the outputs.";
        return _inputs.Problem(path)
            ?? (Destination.Problem(path) is { } problem ? $"The output '{wanted}' cannot be written: {problem}" : null);
    }

    private string Free(string wanted)
    {
        string path = wanted, folder = Path.GetDirectoryName(wanted)!, stem = Path.GetFileNameWithoutExtension(wanted);
        for (int n = 2; !_taken.Add(path); n++) path = Path.Combine(folder, $"{stem}_{n}{Path.GetExtension(wanted)}");
        if (path != wanted)
            _notes.Add($"more than one output is named '{wanted}': this one is written to '{Path.GetFileName(path)}' beside it");
        return path;
    }
}
