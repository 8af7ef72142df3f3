namespace Connexon;

/// <summary>
/// All junctions of a network as one matrix over its nodes: duplicates summed, both directions in place. Also how hard the coupling is:
/// kappa_i = dt sum_j(g_ij) / C_i.
/// </summary>
internal sealed class ElectricalNetwork
{
    private readonly bool _reciprocal, _mayBeNegative;
    private readonly Dictionary<GapJunction, double> _factors = new(ReferenceEqualityComparer.Instance);

    public ElectricalNetwork(NodeSpace nodes, IReadOnlyList<GroupPlan> groups, IReadOnlyList<GapJunction> junctions, Func<GroupPlan, Symbol, double[]> gainOf)
    {
        _reciprocal = junctions.All(j => j is SymmetryGapJunction);
        _mayBeNegative = junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed);
        Edges = EdgesOf(junctions, nodes, groups);
        Matrix = Assemble(nodes.Count, Edges);
        Strengths = StrengthsOf();
        Gains = new double[nodes.Count];
        foreach (var (group, state, first) in nodes.Segments)
            gainOf(group, group.Model.Find(state)!.Symbol).CopyTo(Gains, first);
    }

    /// <summary>Every junction between its nodes, as listed.</summary>
    public Edge[] Edges { get; }

    public ConductanceMatrix Matrix { get; private set; }

    /// <summary>sum_j |g_ij| of each node.</summary>
    public double[] Strengths { get; private set; } = [];

    /// <summary>True if a weight is below 0, or may become so during a run.</summary>
    /// <param name="changes">True if weights may change.</param>
    public bool HasNegative(bool changes) => _mayBeNegative && (changes || Edges.Any(e => e.ToPost < 0 || e.ToPre < 0));

    /// <summary>What the weights of a junction object are multiplied by at present.</summary>
    public double FactorOf(GapJunction junction) => _factors.GetValueOrDefault(junction, 1);

    /// <summary>Takes the weights as they are now, times a factor for each junction object.</summary>
    public void Reweigh(IReadOnlyList<GapJunction> junctions, double[] factors)
    {
        for (int j = 0; j < factors.Length; j++) _factors[junctions[j]] = factors[j];
        for (int k = 0; k < Edges.Length; k++) Edges[k] = Edges[k] with { Factor = FactorOf(Edges[k].Junction) };
        Matrix = Assemble(Gains.Length, Edges);
        Strengths = StrengthsOf();
    }

    /// <summary>1 / C of each node, or what stands for it in the model's equations.</summary>
    public double[] Gains { get; }

    /// <summary>The coupling number of each node that has a junction.</summary>
    public double[] Kappa(double dt) =>
        [.. Strengths.Zip(Gains).Where(n => n.First > 0).Select(n => dt * n.First * Math.Abs(n.Second))];

    /// <summary>The largest rate of the junctions, an upper estimate of the largest eigenvalue of C^-1 L where that is enough.</summary>
    /// <param name="enough">If a cheap upper bound is already below this, it is returned.</param>
    /// <param name="worst">The junction that takes the largest part in that mode; null if the bound was enough.</param>
    public double LargestRate(double enough, out int? worst)
    {
        worst = null;
        double bound = 2 * Strengths.Zip(Gains).Select(n => n.First * Math.Abs(n.Second)).DefaultIfEmpty().Max();
        if (bound <= enough) return bound;
        var (rate, mode) = Extreme(largest: true, bound);
        double largest = -1;
        for (int k = 0; k < Edges.Length; k++)
        {
            double difference = mode[Edges[k].Pre] - mode[Edges[k].Post], part = Strength(Edges[k]) * difference * difference;
            if (part > largest) (largest, worst) = (part, k);
        }
        return _reciprocal ? rate : bound;
    }

    /// <summary>
    /// The largest rate at which junctions alone make differences of coupled states grow, an upper estimate where weights are one-way; 0 without
    /// negative weights.
    /// </summary>
    public double FastestGrowth()
    {
        if (!HasNegative(changes: false)) return 0;
        // Gershgorin: each row's negative weights, twice.
        double[] repulsion = new double[Gains.Length];
        foreach (Edge e in Edges)
        {
            repulsion[e.Post] += Math.Max(0, -e.ToPost);
            repulsion[e.Pre] += Math.Max(0, -e.ToPre);
        }
        double bound = 2 * Strengths.Zip(Gains).Select(n => n.First * Math.Abs(n.Second)).Max();
        return _reciprocal ? Math.Max(0, -Extreme(largest: false, bound).Rate) : 2 * repulsion.Zip(Gains).Max(n => n.First * Math.Abs(n.Second));
    }

    // The largest or smallest eigenvalue of C^-1 L with its vector; for non-reciprocal weights that of the mean of both directions.
    private (double Rate, double[] Mode) Extreme(bool largest, double bound)
    {
        var graph = new WeightedGraph(Gains.Length, [.. Edges.Select(e => e.Pre)], [.. Edges.Select(e => e.Post)], [.. Edges.Select(Strength)]);
        // (A state that its own input does not move counts as immensely heavy.)
        double[] scale = [.. Gains.Select(g => Math.Max(Math.Abs(g), 1e-12))];
        return HasNegative(changes: false) ? SignedSpectrum.Extreme(graph, scale, largest, bound)
            : new LaplacianSpectrum(graph.Merged().Graph).LargestEigenvalue(scale);
    }

    private double[] StrengthsOf()
    {
        if (!HasNegative(changes: false)) return Matrix.Totals;
        var strengths = new double[Matrix.Rows];
        foreach (Edge e in Edges)
        {
            if (e.Pre == e.Post) continue;
            strengths[e.Post] += Math.Abs(e.ToPost);
            strengths[e.Pre] += Math.Abs(e.ToPre);
        }
        return strengths;
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
