namespace Connexon.Plotting;

/// <summary>A picture's way to disk: whole or not at all.</summary>
internal static class PictureFile
{
    /// <summary>True for a path that ends in .svg, false for .png, in any case of letters.</summary>
    /// <exception cref="ArgumentException">Another ending, or none.</exception>
    public static bool IsSvg(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string ending = Path.GetExtension(path);
        if (ending.Equals(".svg", StringComparison.OrdinalIgnoreCase)) return true;
        if (ending.Equals(".png", StringComparison.OrdinalIgnoreCase)) return false;
        string found = ending.Length == 0 ? "has no ending" : $"ends in \"{ending}\"";
        string name = Path.GetFileNameWithoutExtension(path);
        throw new ArgumentException(
            $"A picture is written as .png or .svg, but \"{path}\" {found}. Name it \"{name}.png\" or \"{name}.svg\".");
    }

    /// <summary>Writes into a file beside the one wanted and moves it there, so that nobody ever sees half a picture.</summary>
    /// <exception cref="IOException">The folder cannot be made or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing there is not permitted.</exception>
    public static void Write(string path, byte[] bytes)
    {
        string whole = Path.GetFullPath(path), folder = Path.GetDirectoryName(whole)!;
        if (Directory.Exists(whole))
            throw new IOException(
                $"Cannot write the picture \"{path}\": that is a folder. Add a file name, such as \"{Path.Combine(path, "traces.png")}\".");
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(whole, draft => File.WriteAllBytes(draft, bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explained(e, path, folder);
        }
    }

    /// <summary>What the operating system refused, with the picture, the folder and the next step.</summary>
    internal static Exception Explained(Exception refusal, string path, string folder) => refusal is UnauthorizedAccessException
        ? new UnauthorizedAccessException($"Cannot write the picture \"{path}\": no permission to write in the folder \"{folder}\". "
            + "Choose a folder that you may write in.", refusal)
        : new IOException($"Cannot write the picture \"{path}\" in the folder \"{folder}\": {refusal.Message}", refusal);
}
