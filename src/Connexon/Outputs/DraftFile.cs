namespace Connexon;

/// <summary>A file on its way: claimed, written under another name, whole under its own at the end, or gone.</summary>
internal sealed class DraftFile : IDisposable
{
    private readonly string _path, _draft;
    private readonly FileClaim _claim;
    private readonly FileStream _file;

    /// <summary>Begins a file, with the folders that it needs.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written there, or another run is writing it.</exception>
    public DraftFile(string path)
    {
        Destination.Check(path);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        (_path, _draft) = (path, WholeFile.Draft(path));
        _claim = FileClaim.Take(path, _draft);
        try
        {
            _file = new FileStream(_draft, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch
        {
            _claim.Dispose();
            throw;
        }
    }

    /// <summary>What a run that was killed had left of the file, in words; null if nothing.</summary>
    public string? Left => _claim.Left is not { } left || !File.Exists(Path.Combine(Path.GetDirectoryName(_path)!, left.Draft)) ? null
        : $"An earlier run that wrote '{_path}' ({left}) ended without completing it: what it recorded is in '{left.Draft}' beside it.";

    public void Write(ReadOnlySpan<byte> text) => _file.Write(text);

    /// <summary>Gives it its name.</summary>
    public void Complete()
    {
        _file.Dispose();
        WholeFile.Complete(_draft, _path);
        _claim.Dispose();
    }

    /// <summary>Removes what is not complete.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_draft);
        _claim.Dispose();
    }
}
