using System.Globalization;
using System.Text;

namespace Connexon.Tables;

/// <summary>
/// What was read from a connectome table and what was done with it. Nothing is left out in silence:
/// <c>Rows = ElectricalRows + the sum of OtherTypes</c>, and
/// <c>ElectricalRows = Pairs + ReciprocalPairs + SelfPairs + Duplicates + ZeroRows</c>.
/// </summary>
public sealed record TableReport
{
    /// <summary>Rows below the header that hold anything; of a matrix its entries that are not 0.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows of an electrical type; all of them where the table has no type column.</summary>
    public required int ElectricalRows { get; init; }

    /// <summary>Rows of other types, which make no junction, by type as first spelt, in order of appearance.</summary>
    public required IReadOnlyDictionary<string, int> OtherTypes { get; init; }

    /// <summary>Neurons of the network.</summary>
    public required int Cells { get; init; }

    /// <summary>Pairs of two different cells with a junction, each counted once.</summary>
    public required int Pairs { get; init; }

    /// <summary>Of the pairs, those listed in one direction only.</summary>
    public required int OneWayPairs { get; init; }

    /// <summary>Of the pairs, those listed in both directions.</summary>
    public required int ReciprocalPairs { get; init; }

    /// <summary>Of the reciprocal pairs, those whose two counts differ.</summary>
    public required int UnequalPairs { get; init; }

    /// <summary>Rows that repeat a pair in the same direction.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Cells listed with themselves.</summary>
    public required int SelfPairs { get; init; }

    /// <summary>Whether those were kept; otherwise they are not in the table's edges.</summary>
    public required bool SelfKept { get; init; }

    /// <summary>Electrical rows with a count of 0, which make no junction.</summary>
    public required int ZeroRows { get; init; }

    /// <summary>The sum of the edges' counts, after the policy.</summary>
    public required double Junctions { get; init; }

    /// <summary>The policy that was followed for pairs listed in both directions.</summary>
    public required TableListing Listing { get; init; }

    /// <summary>Why that policy: asked for, or what was found in the table.</summary>
    public required string ListingReason { get; init; }

    /// <summary>Lines before the header that begin with '#'.</summary>
    public required int CommentLines { get; init; }

    /// <summary>Rows that hold nothing.</summary>
    public required int BlankRows { get; init; }

    /// <summary>The sheet that was read; null for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The sheets of the workbook that were not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Whether a list of pairs was read or a matrix.</summary>
    public TableLayout Layout { get; init; }

    /// <summary>How the table was read: its columns or where its names stand, what was told by the content, what was left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the table leaves open and was decided for it: pairs listed in both directions, with what each reading gives.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The report in a few lines of text, without what is zero.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Layout == TableLayout.Matrix ? Invariant($"{Rows} entries") : Invariant($"{Rows} rows, {ElectricalRows} electrical"));
        foreach ((string type, int rows) in OtherTypes) text.Append(Invariant($", {rows} of type '{type}' skipped"));
        text.Append(Invariant($"\n{Cells} cells, {Pairs} pairs, {Junctions} junctions"));
        text.Append(Invariant($"\n{Listing}: {ListingReason}"));
        if (UnequalPairs > 0) text.Append(Invariant($"\n{UnequalPairs} reciprocal pairs have unequal counts"));
        if (Duplicates > 0) text.Append(Invariant($"\n{Duplicates} rows repeat a pair in the same direction: summed"));
        if (SelfPairs > 0) text.Append(Invariant($"\n{SelfPairs} cells joined to themselves: {(SelfKept ? "kept" : "dropped")}"));
        if (ZeroRows > 0) text.Append(Invariant($"\n{ZeroRows} electrical rows with a count of 0 skipped"));
        foreach (string note in Notes) text.Append('\n').Append(note);
        if (OtherSheets.Count > 0)
            text.Append(Invariant($"\nsheet '{Sheet}' read; not read: {string.Join(", ", OtherSheets.Select(s => $"'{s}'"))}"));
        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
