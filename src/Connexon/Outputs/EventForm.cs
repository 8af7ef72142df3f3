namespace Connexon;

/// <summary>What rows of spikes look like.</summary>
/// <param name="Header">The line above them, with its end; empty for none.</param>
/// <param name="TimeFirst">True for time and name, false for name and time.</param>
/// <param name="Separator">What stands between them.</param>
/// <param name="Unit">What 1 ms is in the file.</param>
/// <param name="Digits">The format of times.</param>
internal sealed record EventForm(string Header, bool TimeFirst, char Separator, double Unit, string Digits)
{
    /// <summary>An EventOutputFile of LEMS: seconds of twelve digits.</summary>
    /// <param name="timeFirst">True for TIME_ID.</param>
    public static EventForm Lems(bool timeFirst) => new("", timeFirst, '\t', 1e-3, "G12");

    /// <summary>Comma-separated values: times in ms that read back to the same bits.</summary>
    /// <param name="columns">The names of the columns behind that of the time.</param>
    public static EventForm Csv(params string[] columns) => new(CsvText.Line(["t_ms", .. columns]), true, ',', 1, "R");
}
