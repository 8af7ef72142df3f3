namespace Connexon.Tables;

/// <summary>Rows of a table by what became of them.</summary>
internal sealed record TableCounts(int Rows, int Electrical, int Zero, IReadOnlyDictionary<string, int> OtherTypes);

/// <summary>Makes the network of the pairs that were read: policy, cells, order.</summary>
internal static class TableAssembly
{
    /// <summary>
    /// Above this share of pairs listed twice with equal counts, a table means each pair once (Cook et al. 2019: 98.6 %).
    /// </summary>
    private const double ListedTwice = 0.95;

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
        var (listing, reason) = Decide(options.Listing, total, reciprocal - unequal);

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
                CommentLines = rows.CommentLines,
                BlankRows = rows.BlankRows,
                Sheet = rows.Sheet,
                OtherSheets = rows.OtherSheets,
            },
        };
    }

    private static (TableListing, string) Decide(TableListing? asked, int pairs, int equal)
    {
        if (asked is { } listing) return (listing, "asked for");
        string found = $"{equal} of {pairs} pairs are listed in both directions with equal counts";
        return pairs > 0 && equal >= ListedTwice * pairs
            ? (TableListing.EachPairOnce, $"{found}, so the second direction is taken to repeat the first")
            : (TableListing.AsListed, $"{found}, fewer than 95 %, so each row stands for itself");
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
