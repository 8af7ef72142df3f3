namespace Connexon;

/// <summary>Where and how what a file asks for is written, and what is kept of its run.</summary>
public sealed record OutputOptions
{
    /// <summary>A row every so many steps in outputs.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Where outputs go: paths of the file are within it. Null for where the file names, from the current folder.</summary>
    public string? Folder { get; init; }

    /// <summary>How columns are written, of formats that leave it open.</summary>
    public OutputFormat Format { get; init; } = OutputFormat.Lems;

    /// <summary>True to keep what the file's displays show.</summary>
    public bool KeepDisplays { get; init; }

    /// <summary>
    /// Keeps the first state of every population every so many steps, so that the run can be verified (<c>run.Verify()</c>); null for not.
    /// </summary>
    public int? KeepStates { get; init; }
}
