namespace Connexon.Tables;

/// <summary>
/// The junctions of a table between two populations, or within one: <c>new SymmetryGapJunction((a, b), ("V", "V"), Connect.Table(block),
/// block.Weights(0.1 * mS))</c>. <see cref="ConnectomeTable.Between"/> makes it.
/// </summary>
public sealed record TableBlock
{
    /// <summary>The cells of the first population, in the order of its neurons.</summary>
    public required IReadOnlyList<string> Pre { get; init; }

    /// <summary>The cells of the second, which may be the same.</summary>
    public required IReadOnlyList<string> Post { get; init; }

    /// <summary>Each junction's neuron of the first population.</summary>
    public required int[] PreIds { get; init; }

    /// <summary>Its neuron of the second.</summary>
    public required int[] PostIds { get; init; }

    /// <summary>The number of junctions of each pair.</summary>
    public required double[] Count { get; init; }

    /// <summary>The file, as it was named by the caller.</summary>
    internal string Path { get; init; } = "the table";

    /// <summary>The weight of each pair: its number of junctions times the weight of one.</summary>
    /// <param name="each">The weight of one junction: a conductance, or what the coupled neurons take.</param>
    public JunctionWeight Weights(Quantity each) => Count.Select(n => n * each).ToArray();

    /// <summary>The junctions of a table that have one end in each of two lists of cells.</summary>
    internal static TableBlock Of(ConnectomeTable table, IReadOnlyList<string> pre, IReadOnlyList<string> post)
    {
        bool within = pre.SequenceEqual(post);
        int[] first = Places(table, pre), second = within ? first : Places(table, post);
        if (!within && Enumerable.Range(0, first.Length).FirstOrDefault(c => first[c] >= 0 && second[c] >= 0, -1) is >= 0 and var both)
            throw new ArgumentException($"'{table.Names[both]}' is in both populations, which differ: a cell is one neuron.", nameof(post));
        var (preIds, postIds, count) = (new List<int>(), new List<int>(), new List<double>());
        for (int e = 0; e < table.A.Length; e++)
        {
            var (a, b) = (table.A[e], table.B[e]);
            if (first[a] < 0 || second[b] < 0) (a, b) = (b, a);
            if (first[a] < 0 || second[b] < 0) continue;
            preIds.Add(first[a]);
            postIds.Add(second[b]);
            count.Add(table.Count[e]);
        }
        return new() { Pre = pre, Post = post, PreIds = [.. preIds], PostIds = [.. postIds], Count = [.. count], Path = table.Path };
    }

    /// <summary>For each cell of the table its place in a list; -1 for none.</summary>
    private static int[] Places(ConnectomeTable table, IReadOnlyList<string> cells)
    {
        var places = new int[table.Names.Count];
        Array.Fill(places, -1);
        var index = table.Names.Select((name, k) => (name, k)).ToDictionary(n => n.name, n => n.k);
        for (int i = 0; i < cells.Count; i++)
        {
            if (!index.TryGetValue(cells[i], out int k)) continue; // a cell that the table does not name has no junctions
            if (places[k] >= 0)
                throw new ArgumentException($"'{cells[i]}' is twice in one population: neurons {places[k]} and {i}.", nameof(cells));
            places[k] = i;
        }
        return places;
    }
}
