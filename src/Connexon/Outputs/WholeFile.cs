namespace Connexon;

/// <summary>Files that are whole or not there: each is written under another name, and renamed when it is complete.</summary>
internal static class WholeFile
{
    /// <summary>A name that a file may have until it is whole, and nothing else has.</summary>
    /// <param name="path">The file.</param>
    public static string Draft(string path) => $"{path}.{Guid.NewGuid().ToString("N")[..8]}.part";

    /// <summary>Gives a draft its name.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">What stands there is no regular file, or cannot be replaced.</exception>
    public static void Complete(string draft, string path)
    {
        Destination.Check(path);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the draft whose name it gets.</param>
    public static void Write(string path, Action<string> write) => Write([(path, write)]);

    /// <summary>Writes files that belong together: none has its name before all are written.</summary>
    /// <param name="files">Each with what writes the draft whose name it gets.</param>
    public static void Write(IReadOnlyList<(string Path, Action<string> Write)> files)
    {
        string[] drafts = [.. files.Select(f => Draft(f.Path))];
        foreach (var (path, _) in files) Destination.Check(path);
        try
        {
            foreach (var (draft, file) in drafts.Zip(files)) file.Write(draft);
            foreach (var (draft, file) in drafts.Zip(files)) Complete(draft, file.Path);
        }
        finally
        {
            foreach (string draft in drafts)
                if (File.Exists(draft)) File.Delete(draft);
        }
    }
}
