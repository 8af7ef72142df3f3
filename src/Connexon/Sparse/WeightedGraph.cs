namespace Connexon;

/// <summary>
/// An undirected graph whose edges carry a weight, such as cells joined by gap junctions of some conductance. Several edges between the
/// same two nodes act in parallel: their weights add. An edge from a node to itself is allowed and does nothing.
/// </summary>
public sealed class WeightedGraph
{
    private readonly (int A, int B, double Weight)[] edges;

    /// <summary>A graph of given edges; edge e joins a[e] and b[e].</summary>
    /// <param name="nodes">The number of nodes; they are called 0 to nodes - 1.</param>
    /// <param name="a">One end of each edge.</param>
    /// <param name="b">The other end of each edge.</param>
    /// <param name="weight">The weight of each edge, finite, in a unit of the caller's choice (mS in a network). An edge of weight 0
    /// still joins its nodes.</param>
    /// <exception cref="ArgumentException">A negative number of nodes, lengths that differ, an end that is no node, or a weight that is
    /// not finite.</exception>
    public WeightedGraph(int nodes, int[] a, int[] b, double[] weight)
    {
        if (nodes < 0)
            throw new ArgumentException($"A graph cannot have {nodes} nodes; give 0 or more.", nameof(nodes));
        if (a.Length != b.Length || a.Length != weight.Length)
            throw new ArgumentException(
                $"Each edge needs two ends and a weight, but there are {a.Length} first ends, {b.Length} second ends "
                + $"and {weight.Length} weights.");
        Nodes = nodes;
        edges = new (int, int, double)[a.Length];
        for (int e = 0; e < a.Length; e++)
        {
            if ((uint)a[e] >= (uint)nodes || (uint)b[e] >= (uint)nodes)
                throw new ArgumentException($"Edge {e} joins {a[e]} and {b[e]}, but "
                    + (nodes == 0 ? "the graph has no nodes." : $"nodes go from 0 to {nodes - 1}."));
            if (!double.IsFinite(weight[e]))
                throw new ArgumentException($"Edge {e} ({a[e]} - {b[e]}) has the weight {weight[e]}; give a finite number.",
                    nameof(weight));
            edges[e] = (a[e], b[e], weight[e]);
        }
    }

    private WeightedGraph(int nodes, (int, int, double)[] edges) => (Nodes, this.edges) = (nodes, edges);

    /// <summary>The number of nodes.</summary>
    public int Nodes { get; }

    /// <summary>The edges, in the order given.</summary>
    public ReadOnlySpan<(int A, int B, double Weight)> Edges => edges;

    /// <summary>For each node, the number of distinct other nodes it is joined to.</summary>
    public IReadOnlyList<int> Degrees => field ??= CountPartners();

    /// <summary>For each node, the sum of the weights of its edges to other nodes: the diagonal of the Laplacian.</summary>
    public IReadOnlyList<double> Strengths => field ??= SumWeights();

    /// <summary>The connected components.</summary>
    public GraphComponents Components => field ??= new GraphComponents(this);

    /// <summary>
    /// The same graph with one edge per pair, its lower node first, ordered by node: the weights of repeated pairs (mirrored ones too) are
    /// summed, self pairs dropped.
    /// </summary>
    /// <returns>The graph, how many edges were absorbed by an earlier one of the same pair, and how many were self pairs.</returns>
    public (WeightedGraph Graph, int Repeated, int SelfPairs) Merged()
    {
        var (start, neighbour, weight) = CompressedRows.Of(this);
        var merged = new List<(int A, int B, double Weight)>(edges.Length);
        for (int i = 0; i < Nodes; i++)
            for (int k = start[i]; k < start[i + 1]; k++)
                if (neighbour[k] > i && k > start[i] && neighbour[k] == neighbour[k - 1])
                    merged[^1] = (i, neighbour[k], merged[^1].Weight + weight[k]);
                else if (neighbour[k] > i)
                    merged.Add((i, neighbour[k], weight[k]));
        int pairs = neighbour.Length / 2;
        return (new(Nodes, [.. merged]), pairs - merged.Count, edges.Length - pairs);
    }

    /// <summary>The largest connected component (of two equal ones that with the lowest node) as a graph of its own.</summary>
    /// <returns>The graph, its nodes numbered anew in the old order, and the old number of each.</returns>
    public (WeightedGraph Graph, int[] Ids) GiantComponent()
    {
        int[] ids = [.. Enumerable.Range(0, Nodes).Where(i => Components.Label[i] == 0)];
        var renumbered = new int[Nodes];
        for (int i = 0; i < ids.Length; i++)
            renumbered[ids[i]] = i;
        var kept = edges.Where(e => Components.Label[e.A] == 0).Select(e => (renumbered[e.A], renumbered[e.B], e.Weight));
        return (new(ids.Length, [.. kept]), ids);
    }

    private int[] CountPartners()
    {
        var degrees = new int[Nodes];
        foreach (var (a, b, _) in Merged().Graph.edges)
            (degrees[a], degrees[b]) = (degrees[a] + 1, degrees[b] + 1);
        return degrees;
    }

    private double[] SumWeights()
    {
        var strengths = new double[Nodes];
        foreach (var (a, b, weight) in edges)
            if (a != b)
                (strengths[a], strengths[b]) = (strengths[a] + weight, strengths[b] + weight);
        return strengths;
    }
}
