namespace Connexon.Cli;

/// <summary>A file that a verb is given: one with a name, or what comes through a pipe, which is told by its content.</summary>
internal sealed class InputFile : IDisposable
{
    private const string Piped = "stdin"; // what messages call it
    private readonly DirectoryInfo? _folder;

    /// <param name="name">As it was given: a path, or "-" for standard input.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public InputFile(string name)
    {
        Path = Name = name;
        if (!IsStream(name)) return;
        _folder = Directory.CreateTempSubdirectory("connexon-");
        (Path, Name) = (System.IO.Path.Combine(_folder.FullName, Piped), Piped);
        try
        {
            using Stream from = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
            using FileStream to = File.Create(Path);
            from.CopyTo(to);
            to.Position = 0;
            IsXml = BeginsWithElement(to);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where its content is.</summary>
    public string Path { get; }

    /// <summary>What messages call it, and where paths in it begin: the file itself, or a name in the current folder.</summary>
    public string Name { get; }

    /// <summary>Whether the content is XML; null for a file with a name.</summary>
    public bool? IsXml { get; }

    public void Dispose() => _folder?.Delete(recursive: true);

    private static bool IsStream(string name) => name == "-" || name == "/dev/stdin"
        || name.StartsWith("/dev/fd/", StringComparison.Ordinal) || name.StartsWith("/proc/self/fd/", StringComparison.Ordinal);

    // In any encoding that XML has: the reader finds out which.
    private static bool BeginsWithElement(Stream stream)
    {
        using var text = new StreamReader(stream, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        int c = text.Read();
        while (c >= 0 && char.IsWhiteSpace((char)c)) c = text.Read();
        return c == '<';
    }
}
