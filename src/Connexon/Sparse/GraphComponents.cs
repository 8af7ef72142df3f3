namespace Connexon;

/// <summary>The connected components of a graph, the largest first; of equal ones that with the lowest node first.</summary>
public sealed class GraphComponents
{
    internal GraphComponents(WeightedGraph graph)
    {
        // Union-find with path halving; the root of a set is its lowest node, so that labels do not depend on the order of the edges.
        int[] parent = [.. Enumerable.Range(0, graph.Nodes)];
        foreach (var (a, b, _) in graph.Edges)
        {
            int x = Root(parent, a), y = Root(parent, b);
            parent[Math.Max(x, y)] = Math.Min(x, y);
        }
        var size = new int[graph.Nodes];
        for (int i = 0; i < graph.Nodes; i++)
            size[Root(parent, i)]++;
        int[] roots = [.. Enumerable.Range(0, graph.Nodes).Where(i => size[i] > 0).OrderByDescending(i => size[i])];
        var label = new int[graph.Nodes];
        for (int c = 0; c < roots.Length; c++)
            label[roots[c]] = c;
        for (int i = 0; i < graph.Nodes; i++)
            label[i] = label[Root(parent, i)];
        Label = label;
        Sizes = [.. roots.Select(r => size[r])];
    }

    /// <summary>The number of components; a node without edges is one.</summary>
    public int Count => Sizes.Count;

    /// <summary>The number of nodes of each component, descending.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>For each node, which component it is in: 0 is the largest.</summary>
    public IReadOnlyList<int> Label { get; }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }
}
