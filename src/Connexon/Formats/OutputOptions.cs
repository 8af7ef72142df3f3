namespace Connexon;

/// <summary>Where and how what a file asks for is written, and what is kept of its run.</summary>
public sealed record OutputOptions
{
    /// <summary>A row every so many steps in outputs.</summary>
    public int Every { get; init; } = 1;

    /// <summary>
    /// Where outputs go, all of them: a path of the file that leads out of it is written in it under its last name, which the notes of the
    /// run say. Null for the current folder.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>How columns are written, of formats that leave it open.</summary>
    public OutputFormat Format { get; init; } = OutputFormat.Lems;

    /// <summary>True to keep what the file's displays show.</summary>
    public bool KeepDisplays { get; init; }

    /// <summary>False to count spikes and not keep them in memory; files of spikes are written either way.</summary>
    public bool KeepSpikes { get; init; } = true;

    /// <summary>
    /// Keeps the first state of every population every so many steps, so that the run can be verified (<c>run.Verify()</c>); null for not.
    /// </summary>
    public int? KeepStates { get; init; }
}
