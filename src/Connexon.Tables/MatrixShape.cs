namespace Connexon.Tables;

/// <summary>Where an adjacency matrix has its names and its numbers.</summary>
/// <param name="HeaderRow">The row of names, counted from the first; -1 for none.</param>
/// <param name="NameColumn">The column of names; -1 for none.</param>
/// <param name="Shift">1 where the row of names has no field above the column of names (R's write.table), otherwise 0.</param>
internal sealed record MatrixShape(int HeaderRow, int NameColumn, int Shift = 0)
{
    private const int Farthest = 10;

    /// <summary>The place of the names that match best in the first rows; null where they are no matrix.</summary>
    public static MatrixShape? Find(PeekedRows rows, string path, TableLayout? asked)
    {
        MatrixShape? best = null;
        int most = 1;
        for (int h = 0; h < Math.Min(Farthest, rows.First.Count - 1); h++)
            for (int c = 0; c < Math.Min(Farthest, rows.First[h + 1].Fields.Length - 1); c++)
            {
                int shift = rows.First[h].Fields.Length + 1 == rows.First[h + 1].Fields.Length && c == 0 && rows.First[h][0] != "" ? 1 : 0;
                var shape = new MatrixShape(h, c, shift);
                if (shape.Matches(rows.First) is var matches && matches > most) (best, most) = (shape, matches);
            }
        return best ?? MatrixSquare.Find(rows, path, asked);
    }

    /// <summary>The name above a column; empty for none.</summary>
    public string Name(TableRow header, int column) => column <= NameColumn ? "" : header[column - Shift];

    /// <summary>How many names stand before rows as well as above columns; 0 where this is no place of names.</summary>
    private int Matches(IReadOnlyList<TableRow> rows)
    {
        TableRow header = rows[HeaderRow];
        int width = header.Fields.Length + Shift;
        var above = Enumerable.Range(0, width).Select(j => Name(header, j)).ToHashSet();
        var before = rows.Skip(HeaderRow + 1).Select(r => r[NameColumn]).Where(n => n != "").ToHashSet();
        int matches = before.Count(above.Contains);
        // Numbers match by chance; they are names where none stands in the corner between them.
        bool chance = before.All(n => TableNumbers.Looks(n)) && Shift == 0 && TableNumbers.Looks(header[NameColumn]);
        if (2 * matches < before.Count || chance) return 0;
        // A few entries that are no numbers are faults of a matrix; a whole column of them is a list.
        int entries = 0, words = 0;
        foreach (TableRow row in rows.Skip(HeaderRow + 1).Where(r => r[NameColumn] != ""))
            for (int j = NameColumn + 1; j < width; j++)
                if (Name(header, j) != "" && row[j] is not "" and var text)
                    (entries, words) = (entries + 1, words + (TableNumbers.Looks(text) ? 0 : 1));
        if (words > 0 && (matches < 3 || 6 * words > entries)) return 0;
        return matches;
    }
}
