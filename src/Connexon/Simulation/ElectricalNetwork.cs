namespace Connexon;

/// <summary>
/// All junctions of a network as one matrix over its nodes: duplicates summed, both directions in place. Also how hard the coupling is:
/// kappa_i = dt sum_j(g_ij) / C_i.
/// </summary>
internal sealed class ElectricalNetwork
{
    private readonly bool _reciprocal;
    private readonly Dictionary<GapJunction, double> _factors = new(ReferenceEqualityComparer.Instance);

    public ElectricalNetwork(NodeSpace nodes, IReadOnlyList<GroupPlan> groups, IReadOnlyList<GapJunction> junctions, Func<GroupPlan, Symbol, double[]> gainOf)
    {
        _reciprocal = junctions.All(j => j is SymmetryGapJunction);
        Edges = EdgesOf(junctions, nodes, groups);
        Matrix = Assemble(nodes.Count, Edges);
        Gains = new double[nodes.Count];
        foreach (var (group, state, first) in nodes.Segments)
            gainOf(group, group.Model.Find(state)!.Symbol).CopyTo(Gains, first);
    }

    /// <summary>Every junction between its nodes, as listed.</summary>
    public Edge[] Edges { get; }

    public ConductanceMatrix Matrix { get; private set; }

    /// <summary>What the weights of a junction object are multiplied by at present.</summary>
    public double FactorOf(GapJunction junction) => _factors.GetValueOrDefault(junction, 1);

    /// <summary>Takes the weights as they are now, times a factor for each junction object.</summary>
    public void Reweigh(IReadOnlyList<GapJunction> junctions, double[] factors)
    {
        for (int j = 0; j < factors.Length; j++) _factors[junctions[j]] = factors[j];
        for (int k = 0; k < Edges.Length; k++) Edges[k] = Edges[k] with { Factor = FactorOf(Edges[k].Junction) };
        Matrix = Assemble(Gains.Length, Edges);
    }

    /// <summary>1 / C of each node, or what stands for it in the model's equations.</summary>
    public double[] Gains { get; }

    /// <summary>The coupling number of each node that has a junction.</summary>
    public double[] Kappa(double dt) =>
        [.. Matrix.Totals.Zip(Gains).Where(n => n.First > 0).Select(n => dt * n.First * Math.Abs(n.Second))];

    /// <summary>The largest rate of the junctions, an upper estimate of the largest eigenvalue of C^-1 L where that is enough.</summary>
    /// <param name="enough">If a cheap upper bound is already below this, it is returned.</param>
    /// <param name="worst">The junction that takes the largest part in that mode; null if the bound was enough.</param>
    public double LargestRate(double enough, out int? worst)
    {
        worst = null;
        double bound = 2 * Matrix.Totals.Zip(Gains).Select(n => n.First * Math.Abs(n.Second)).DefaultIfEmpty().Max();
        if (bound <= enough) return bound;
        // The mode of C^-1 L that grows first; for non-reciprocal weights that of the mean of both directions, at least half of the bound.
        var graph = new WeightedGraph(Gains.Length, [.. Edges.Select(e => e.Pre)], [.. Edges.Select(e => e.Post)], [.. Edges.Select(Strength)]);
        // (A state that its own input does not move counts as immensely heavy.)
        double[] scale = [.. Gains.Select(g => Math.Max(Math.Abs(g), 1e-12))];
        var (rate, mode) = new LaplacianSpectrum(graph.Merged().Graph).LargestEigenvalue(scale);
        double largest = -1;
        for (int k = 0; k < Edges.Length; k++)
        {
            double difference = mode[Edges[k].Pre] - mode[Edges[k].Post], part = Strength(Edges[k]) * difference * difference;
            if (part > largest) (largest, worst) = (part, k);
        }
        return _reciprocal ? rate : bound;
    }

    private static double Strength(Edge e) => 0.5 * (e.ToPost + e.ToPre);

    private static Edge[] EdgesOf(IReadOnlyList<GapJunction> junctions, NodeSpace nodes, IReadOnlyList<GroupPlan> groups)
    {
        var edges = new Edge[junctions.Sum(j => j.Count)];
        int next = 0;
        foreach (GapJunction j in junctions)
        {
            int pre = FirstNode(nodes, groups, j.PreState), post = FirstNode(nodes, groups, j.PostState);
            for (int k = 0; k < j.Count; k++) edges[next++] = new Edge(j, k, pre + j.PreIds[k], post + j.PostIds[k]);
        }
        return edges;
    }

    private static int FirstNode(NodeSpace nodes, IReadOnlyList<GroupPlan> groups, State state)
    {
        GroupPlan group = groups.First(g => g.Populations.Contains(state.Neurons));
        return nodes.First(group, state.Name)!.Value + group.Members().First(m => ReferenceEquals(m.Population, state.Neurons)).First;
    }

    private static ConductanceMatrix Assemble(int nodes, Edge[] edges)
    {
        var start = new int[nodes + 1];
        foreach (Edge e in edges)
        {
            start[e.Pre + 1]++;
            start[e.Post + 1]++;
        }
        for (int i = 0; i < nodes; i++) start[i + 1] += start[i];
        var next = (int[])start.Clone();
        var neighbour = new int[start[^1]];
        var weight = new double[start[^1]];
        foreach (Edge e in edges)
        {
            (neighbour[next[e.Post]], weight[next[e.Post]++]) = (e.Pre, e.ToPost);
            (neighbour[next[e.Pre]], weight[next[e.Pre]++]) = (e.Post, e.ToPre);
        }
        return new ConductanceMatrix(nodes, start, neighbour, weight);
    }
}

/// <summary>A junction between its nodes.</summary>
/// <param name="Junction">The junction object.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Pre">The node of the pre neuron.</param>
/// <param name="Post">The node of the post neuron.</param>
/// <param name="Factor">What the weights are multiplied by.</param>
internal readonly record struct Edge(GapJunction Junction, int Index, int Pre, int Post, double Factor = 1)
{
    /// <summary>The weight of what flows into the post neuron.</summary>
    public double ToPost => Factor * Junction.ToPost[Index];

    /// <summary>The weight of what flows into the pre neuron.</summary>
    public double ToPre => Factor * Junction.ToPre[Index];
}
