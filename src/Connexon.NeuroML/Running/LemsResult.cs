namespace Connexon.NeuroML;

/// <summary>What running a LEMS file gave.</summary>
public sealed class LemsResult
{
    internal LemsResult(Run run, IReadOnlyList<string> files, IReadOnlyList<string> notes, IReadOnlyList<DrawnDisplay> displays) =>
        (Run, Files, Notes, Displays) = (run, files, notes, displays);

    /// <summary>The run: steps, times, error estimate, how the junctions were treated.</summary>
    public Run Run { get; }

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What a reader of the files should know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The displays that the file asks for; empty unless <see cref="LemsOptions.KeepDisplays"/> is set.</summary>
    public IReadOnlyList<DrawnDisplay> Displays { get; }
}

/// <summary>A display that a LEMS file asks for, with the values of its lines.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Times">The times, in ms.</param>
/// <param name="Lines">Its lines: name, and a value for each time, in the scale that the line asks for.</param>
/// <param name="Unit">The unit of the values ("mV"), where all lines have one scale that is a unit; else empty.</param>
public sealed record DrawnDisplay(string Title, double[] Times, IReadOnlyList<(string Name, double[] Values)> Lines, string Unit);
