using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>
/// Junctions are columns: 12 bytes each at most, with one weight for all, however many there are. Alone, because it measures what is in
/// use.
/// </summary>
[Collection(nameof(Alone))]
public class EdgeMemoryTests
{
    private const int Neurons = 100_000, Each = 20;

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public class Alone;

    [Fact]
    public void A_junction_takes_12_bytes_at_most()
    {
        var cells = new HH(Neurons);
        var kept = new List<(SymmetryGapJunction Junctions, Layout Layout)> { Made() };
        var each = new List<double>();
        for (int k = 0; k < 5; k++)
        {
            long before = InUse();
            kept.Add(Made());
            each.Add((InUse() - before) / (double)kept[^1].Junctions.Count);
        }

        Layout layout = kept[^1].Layout;
        Assert.Equal(Neurons * Each, layout.Edges[0].Count);
        Assert.InRange(each.Order().ElementAt(2), 8, 12); // of five: what other tests leave behind may be freed meanwhile
        Assert.Equal((5, 5 + 1 + 3), (layout.Edges[0].Pre(5 * Each + 3), layout.Edges[0].Post(5 * Each + 3)));
        GC.KeepAlive(kept);

        static long InUse()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return GC.GetTotalMemory(forceFullCollection: true);
        }

        (SymmetryGapJunction, Layout) Made()
        {
            var gap = new SymmetryGapJunction(cells, "V", (n, _) => (
                [.. Enumerable.Range(0, n * Each).Select(k => k / Each)],
                [.. Enumerable.Range(0, n * Each).Select(k => (k / Each + 1 + k % Each) % n)]), 0.1 * mS);
            return (gap, new Layout(new Network(cells, gap)));
        }
    }
}
