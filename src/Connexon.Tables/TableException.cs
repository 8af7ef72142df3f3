namespace Connexon.Tables;

/// <summary>
/// A connectome table that cannot be read. The message begins with the file's name and the line, "file.csv(12): ", and says what was
/// expected and what to do.
/// </summary>
public sealed class TableException : Exception
{
    /// <summary>A fault in a file, at a line or, where <paramref name="line"/> is null, in the file as a whole.</summary>
    /// <param name="path">The file, as it was named by the caller.</param>
    /// <param name="line">The line of a text file or the row of a sheet, from 1; null if none is to blame.</param>
    /// <param name="problem">What is wrong, without the file's name.</param>
    /// <param name="inner">The error underneath, if there is one.</param>
    public TableException(string path, int? line, string problem, Exception? inner = null)
        : base($"{System.IO.Path.GetFileName(path)}{(line is null ? "" : $"({line})")}: {problem}", inner)
        => (Path, Line) = (path, line);

    /// <summary>The file, as it was named by the caller.</summary>
    public string Path { get; }

    /// <summary>The line of a text file or the row of a sheet, from 1; null if none is to blame.</summary>
    public int? Line { get; }
}
