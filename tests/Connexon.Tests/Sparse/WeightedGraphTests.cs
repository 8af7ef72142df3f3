namespace Connexon.Tests.Sparse;

public class WeightedGraphTests
{
    // 0-1 three times (once mirrored), 2 alone but for a self pair, 3-4-5 a chain.
    private static readonly WeightedGraph Graph = new(6, [0, 1, 4, 2, 0, 5], [1, 0, 3, 2, 1, 4], [1, 0.5, 2, 7, 0.25, 4]);

    [Fact]
    public void Merging_sums_repeated_and_mirrored_pairs_and_drops_self_pairs()
    {
        var (graph, repeated, selfPairs) = Graph.Merged();
        Assert.Equal([(0, 1, 1.75), (3, 4, 2.0), (4, 5, 4.0)], graph.Edges.ToArray());
        Assert.Equal((2, 1), (repeated, selfPairs));
        Assert.Equal(6, graph.Nodes);
    }

    [Fact]
    public void Degrees_count_distinct_partners_and_strengths_sum_all_weights()
    {
        Assert.Equal([1, 1, 0, 1, 2, 1], Graph.Degrees);
        Assert.Equal([1.75, 1.75, 0, 2, 6, 4], Graph.Strengths);
    }

    [Fact]
    public void Components_come_by_size()
    {
        Assert.Equal([3, 2, 1], Graph.Components.Sizes);
        Assert.Equal([1, 1, 2, 0, 0, 0], Graph.Components.Label);
        Assert.Equal(3, Graph.Components.Count);
    }

    [Fact]
    public void The_giant_component_is_a_graph_of_its_own_with_the_old_numbers()
    {
        var (graph, ids) = Graph.GiantComponent();
        Assert.Equal([3, 4, 5], ids);
        Assert.Equal([(1, 0, 2.0), (2, 1, 4.0)], graph.Edges.ToArray());
        Assert.Equal(0, new WeightedGraph(0, [], [], []).GiantComponent().Graph.Nodes);
    }

    [Fact]
    public void A_chain_of_200000_nodes_listed_backwards_is_one_component()
    {
        int[] a = [.. Enumerable.Range(0, 199_999).Reverse()];
        Assert.Equal([200_000], new WeightedGraph(200_000, a, [.. a.Select(i => i + 1)], [.. a.Select(_ => 1.0)]).Components.Sizes);
    }

    [Fact]
    public void Later_changes_of_the_arrays_do_not_reach_the_graph()
    {
        double[] weight = [1];
        var graph = new WeightedGraph(2, [0], [1], weight);
        weight[0] = 5;
        Assert.Equal(1, graph.Edges[0].Weight);
    }

    [Fact]
    public void Edges_that_do_not_fit_are_refused_with_their_numbers()
    {
        Assert.Equal("Edge 1 joins 100 and 3, but nodes go from 0 to 99.", Refused(100, [0, 100], [1, 3], [1, 1]));
        Assert.Equal("Edge 0 joins 0 and 0, but the graph has no nodes.", Refused(0, [0], [0], [1]));
        Assert.Equal("Edge 0 (0 - 1) has the weight NaN; give a finite number. (Parameter 'weight')", Refused(2, [0], [1], [double.NaN]));
        Assert.Equal("Each edge needs two ends and a weight, but there are 1 first ends, 1 second ends and 2 weights.",
            Refused(2, [0], [1], [1, 1]));
    }

    private static string Refused(int nodes, int[] a, int[] b, double[] weight)
        => Assert.Throws<ArgumentException>(() => new WeightedGraph(nodes, a, b, weight)).Message;
}
