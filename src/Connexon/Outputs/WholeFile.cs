namespace Connexon;

/// <summary>Files that are whole or not there: each is written under another name, and renamed when it is complete.</summary>
internal static class WholeFile
{
    /// <summary>The name that a file has until it is whole.</summary>
    /// <param name="path">The file.</param>
    public static string Draft(string path) => path + ".part";

    /// <summary>Gives a draft its name.</summary>
    /// <param name="path">The file.</param>
    public static void Complete(string path) => File.Move(Draft(path), path, overwrite: true);

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the draft whose name it gets.</param>
    public static void Write(string path, Action<string> write) => Write([(path, write)]);

    /// <summary>Writes files that belong together: none has its name before all are written.</summary>
    /// <param name="files">Each with what writes the draft whose name it gets.</param>
    public static void Write(IReadOnlyList<(string Path, Action<string> Write)> files)
    {
        try
        {
            foreach (var (path, write) in files) write(Draft(path));
            foreach (var (path, _) in files) Complete(path);
        }
        finally
        {
            foreach (var (path, _) in files)
                if (File.Exists(Draft(path))) File.Delete(Draft(path));
        }
    }
}
