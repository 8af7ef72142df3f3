namespace Connexon.Cli;

/// <summary>What is written into the folder of a run beside its outputs: claimed before the run, written after it, together.</summary>
internal sealed class FilesBeside : IDisposable
{
    private readonly (string Path, Func<SummaryTable, string> Text)[] _files;
    private readonly List<FileClaim> _claims = [];
    private readonly List<string> _made = []; // folders, outer ones first

    /// <param name="folder">The folder; null for nothing to be written.</param>
    /// <param name="file">The file that is run.</param>
    /// <exception cref="NetworkException">One of them would replace a file that was read.</exception>
    /// <exception cref="IOException">One of them cannot be written, or another run is writing it.</exception>
    public FilesBeside(string? folder, OpenFile file)
    {
        _files = folder is null ? [] : [.. file.Beside.Select(f => (Path.GetFullPath(f.Name, Path.GetFullPath(folder)), f.Text))];
        if (_files.Length == 0) return;
        var inputs = new InputFiles(file.Described.Inputs);
        string[] problems = [.. _files.Select(f => inputs.Problem(f.Path) ?? Destination.Problem(f.Path)).OfType<string>()];
        if (problems.Length > 0) throw new NetworkException(problems);
        for (string? f = Path.GetFullPath(folder!); !Directory.Exists(f); f = Path.GetDirectoryName(f)!) _made.Insert(0, f);
        Directory.CreateDirectory(folder!);
        try
        {
            foreach (var (path, _) in _files) _claims.Add(FileClaim.Take(path, path));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes them; gives their paths.</summary>
    public IEnumerable<string> Write(SummaryTable summary)
    {
        WholeFile.Write([.. _files.Select(f => (f.Path, (Action<string>)(draft => File.WriteAllText(draft, f.Text(summary)))))]);
        return _files.Select(f => f.Path);
    }

    /// <summary>Gives them up; of a run that wrote nothing no folder is left.</summary>
    public void Dispose()
    {
        _claims.ForEach(c => c.Dispose());
        foreach (string folder in Enumerable.Reverse(_made))
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
