using System.IO.Compression;
using System.Xml;

namespace Connexon.Tables;

/// <summary>
/// What a workbook says of where its cells are, before anything is reserved for them: a sheet is a rectangle up to its last row and
/// column, and a damaged or careless number there would be gigabytes, or hours, of nothing.
/// </summary>
internal static class WorkbookLimits
{
    private const int Rows = 1_048_576, Columns = 16_384;
    private const long Cells = 1L << 28;

    /// <summary>Leaves the stream at its beginning.</summary>
    /// <exception cref="TableException">A cell lies where Excel has none, or the rectangle is too large.</exception>
    public static void Check(string path, Stream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            foreach (ZipArchiveEntry entry in archive.Entries)
                if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) Check(path, entry);
        stream.Position = 0;
    }

    private static void Check(string path, ZipArchiveEntry entry)
    {
        using Stream part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, IgnoreWhitespace = true });
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "worksheet") return;
        long lastRow = 0, lastColumn = 0, row = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row")
            {
                string? number = xml.GetAttribute("r");
                row = number is null ? row + 1 : long.TryParse(number, out long r) ? r : Rows + 1L;
                if (row is < 1 or > Rows)
                    throw new TableException(path, null,
                        $"a row of {Name(entry)} has the number {number ?? $"{row}"}; Excel has rows 1 to {Rows}");
                lastRow = Math.Max(lastRow, row);
            }
            else if (xml.LocalName == "c" && xml.GetAttribute("r") is { } place)
            {
                long column = Column(place);
                if (column is < 1 or > Columns)
                    throw new TableException(path, (int)row, $"a cell of {Name(entry)} is at '{place}'; Excel has columns A to XFD");
                lastColumn = Math.Max(lastColumn, column);
            }
        }
        if (lastRow * lastColumn > Cells)
            throw new TableException(path, null,
                $"{Name(entry)} goes to row {lastRow} and column {lastColumn}, {lastRow * lastColumn} cells, more than {Cells}: "
                + "delete the stray cells far from the table, or save the table as .csv");
    }

    private static string Name(ZipArchiveEntry entry) => $"'{entry.FullName}'";

    /// <summary>The number of a column by its letters: 1 for A, 28 for AB; 0 where there are none.</summary>
    private static long Column(string place)
    {
        long column = 0;
        foreach (char c in place.TakeWhile(char.IsAsciiLetter))
            column = Math.Min(26 * column + char.ToUpperInvariant(c) - 'A' + 1, Columns + 1L);
        return column;
    }
}
