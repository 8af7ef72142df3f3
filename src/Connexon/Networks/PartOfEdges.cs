namespace Connexon;

/// <summary>
/// The junctions that end in a partition, with the nodes of others that they end at: those stand behind the partition's own, in their order
/// in the network. It looks at every pair of the network once, and keeps what ends here.
/// </summary>
internal sealed class PartOfEdges
{
    private readonly Cut _cut;
    private readonly int[] _foreign; // nodes of the whole network, ascending

    /// <param name="cut">How the network is cut.</param>
    /// <param name="junctions">The junction objects, with the nodes of the whole network where their populations begin.</param>
    public PartOfEdges(Cut cut, IReadOnlyList<(GapJunction Junction, int FirstPre, int FirstPost)> junctions)
    {
        _cut = cut;
        SortedSet<int>[] give = Sets(), take = Sets();
        var kept = new List<(GapJunction Junction, List<int> Numbers, int FirstPre, int FirstPost)>();
        foreach (var (junction, firstPre, firstPost) in junctions)
        {
            var numbers = new List<int>();
            for (int k = 0; k < junction.Count; k++)
            {
                int pre = firstPre + junction.PreColumn[k], post = firstPost + junction.PostColumn[k];
                int ofPre = cut.Owner(pre), ofPost = cut.Owner(post);
                if (ofPre != cut.Part && ofPost != cut.Part) continue;
                numbers.Add(k);
                if (ofPre == ofPost) continue;
                (int mine, int theirs, int owner) = ofPre == cut.Part ? (pre, post, ofPost) : (post, pre, ofPre);
                give[owner].Add(mine);
                take[owner].Add(theirs);
            }
            kept.Add((junction, numbers, firstPre, firstPost));
        }
        _foreign = [.. take.SelectMany(t => t).Order()];
        Halo = new([.. give.SelectMany(g => g.Select(cut.Place))], Counts(give), [.. take.SelectMany(t => t.Select(Local))], Counts(take));
        Columns = [.. kept.Select(j => new EdgeColumns(j.Junction, [.. j.Numbers],
            [.. j.Numbers.Select(k => Local(j.FirstPre + j.Junction.PreColumn[k]))],
            [.. j.Numbers.Select(k => Local(j.FirstPost + j.Junction.PostColumn[k]))]))];

        SortedSet<int>[] Sets() => [.. Enumerable.Range(0, cut.Parts).Select(_ => new SortedSet<int>())];
        int[] Counts(SortedSet<int>[] sets) => [.. sets.Select(s => s.Count)];
    }

    /// <summary>The junctions, object by object.</summary>
    public IReadOnlyList<EdgeColumns> Columns { get; }

    /// <summary>The nodes that partitions need of each other.</summary>
    public Halo Halo { get; }

    /// <summary>How many nodes of others there are.</summary>
    public int Foreign => _foreign.Length;

    /// <summary>The place of each node, own and foreign, in the order of the whole network.</summary>
    public int[] Order()
    {
        int[] whole = [.. _cut.Own(), .. _foreign], order = new int[whole.Length];
        foreach (var (place, k) in Enumerable.Range(0, whole.Length).OrderBy(k => whole[k]).Index()) order[k] = place;
        return order;
    }

    private int Local(int node) => _cut.Owner(node) == _cut.Part ? _cut.Place(node) : _cut.Nodes + Array.BinarySearch(_foreign, node);
}
