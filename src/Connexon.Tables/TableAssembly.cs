namespace Connexon.Tables;

/// <summary>Rows of a table by what became of them.</summary>
internal sealed record TableCounts(int Rows, int Electrical, int Zero, IReadOnlyDictionary<string, int> OtherTypes)
{
    public TableLayout Layout { get; init; } = TableLayout.List;

    /// <summary>Whether rows say how many junctions a pair has.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>How the table was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>Makes the network of the pairs that were read: policy, cells, order.</summary>
internal static class TableAssembly
{
    public static ConnectomeTable Build(
        List<string> cells, PairTally pairs, TableOptions options, TableCounts counts, TableRows rows, string path)
    {
        int self = 0, total = 0, reciprocal = 0, unequal = 0;
        foreach (var ((low, high), entry) in pairs.All)
        {
            if (low == high)
            {
                self++;
                continue;
            }
            total++;
            if (!entry.Reciprocal) continue;
            reciprocal++;
            if (entry.Up != entry.Down) unequal++;
        }
        var (listing, reason, warning) = ListingChoice.Of(pairs, options, counts);

        var kept = pairs.All.Where(p => p.Key.Low != p.Key.High || options.KeepSelf).ToList();
        int[] place = Sort(cells, kept, options.Cells, out string[] names);
        var edges = new (int A, int B, double Count, int Line)[kept.Count];
        for (int e = 0; e < edges.Length; e++)
        {
            var ((low, high), entry) = kept[e];
            int a = place[low], b = place[high];
            edges[e] = (Math.Min(a, b), Math.Max(a, b), entry.Count(listing), entry.Line);
        }
        Array.Sort(edges, (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));

        return new()
        {
            Names = names,
            A = [.. edges.Select(e => e.A)],
            B = [.. edges.Select(e => e.B)],
            Count = [.. edges.Select(e => e.Count)],
            Lines = [.. edges.Select(e => e.Line)],
            Path = path,
            Report = new()
            {
                Rows = counts.Rows,
                ElectricalRows = counts.Electrical,
                OtherTypes = counts.OtherTypes,
                Cells = names.Length,
                Pairs = total,
                OneWayPairs = total - reciprocal,
                ReciprocalPairs = reciprocal,
                UnequalPairs = unequal,
                Duplicates = pairs.Duplicates,
                SelfPairs = self,
                SelfKept = options.KeepSelf,
                ZeroRows = counts.Zero,
                Junctions = edges.Sum(e => e.Count),
                Listing = listing,
                ListingReason = reason,
                Layout = counts.Layout,
                Notes = counts.Notes,
                Warnings = warning is null ? [] : [warning],
                CommentLines = rows.CommentLines,
                BlankRows = rows.BlankRows,
                Sheet = rows.Sheet,
                OtherSheets = rows.OtherSheets,
            },
        };
    }

    /// <summary>The names in their final order, and for each cell as read its place there.</summary>
    private static int[] Sort(
        List<string> cells, List<KeyValuePair<(int Low, int High), PairTally.Entry>> kept, TableCells which, out string[] names)
    {
        var coupled = new bool[cells.Count];
        foreach (var ((low, high), _) in kept) coupled[low] = coupled[high] = true;
        int[] order = [.. Enumerable.Range(0, cells.Count).Where(c => which == TableCells.All || coupled[c])];
        Array.Sort(order, (x, y) => Spelling.Compare(cells[x], cells[y]));
        names = [.. order.Select(c => cells[c])];
        var place = new int[cells.Count];
        for (int k = 0; k < order.Length; k++) place[order[k]] = k;
        return place;
    }
}
