namespace Connexon;

/// <summary>
/// All junctions of a network as one matrix over its nodes: duplicates summed, both directions in place. Also how hard the coupling is:
/// kappa_i = dt sum_j(g_ij) / C_i.
/// </summary>
internal sealed class ElectricalNetwork
{
    private readonly bool _reciprocal, _mayBeNegative, _mayBecomeNegative;
    private readonly RunWeights _weights;
    private readonly Dictionary<GapJunction, int> _first = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _termToPost, _termToPre; // of each edge, where weights change

    /// <param name="nodes">The coupled states.</param>
    /// <param name="groups">The neurons.</param>
    /// <param name="junctions">The junction objects.</param>
    /// <param name="weights">Their weights in this run.</param>
    /// <param name="members">Members of the batch: where they differ in weights or gains, each has nodes of its own in the matrix.</param>
    /// <param name="changing">True if weights may change.</param>
    /// <param name="gainOf">1/C of the neurons of a group in a member.</param>
    /// <param name="precision">Of the matrix.</param>
    public ElectricalNetwork(NodeSpace nodes, IReadOnlyList<GroupPlan> groups, IReadOnlyList<GapJunction> junctions, RunWeights weights, int members, bool changing,
        Func<GroupPlan, CoupledState, int, double[]> gainOf, Precision precision)
    {
        _reciprocal = junctions.All(j => j is SymmetryGapJunction);
        _mayBeNegative = junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed);
        _mayBecomeNegative = junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed && j.AllWeights.Any(weights.MayBeSet));
        (_weights, Members) = (weights, weights.Copies > 1 ? 1 : members);
        Edges = EdgesOf(junctions, nodes, groups);
        (Matrix, _termToPost, _termToPre) = Assemble(nodes.Count * weights.Copies, changing, precision);
        Strengths = StrengthsOf();
        Gains = new double[nodes.Count * weights.Copies];
        FillGains(nodes, gainOf);
    }

    /// <summary>Every junction between its nodes, as listed.</summary>
    public Edge[] Edges { get; }

    /// <summary>All junctions, over nodes; over (node, member), as states are laid out, where members differ.</summary>
    public ConductanceMatrix Matrix { get; }

    /// <summary>Members that share the matrix, innermost in memory: the batch, or 1 where each has nodes of its own.</summary>
    public int Members { get; }

    /// <summary>sum_j |g_ij| of each row of the matrix.</summary>
    public double[] Strengths { get; private set; }

    /// <summary>True if a weight is below 0.</summary>
    public bool HasNegative => _mayBeNegative && Edges.Any(e => e.ToPost < 0 || e.ToPre < 0);

    /// <summary>True if a weight is below 0, or may be set so during the run.</summary>
    public bool MayHaveNegative => _mayBecomeNegative || HasNegative;

    /// <summary>The junctions of an object, in its order, as they are in a member.</summary>
    public ReadOnlySpan<Edge> EdgesOf(GapJunction junction, int member) =>
        Edges.AsSpan(First(junction, Math.Min(member, _weights.Copies - 1)), junction.Count);

    /// <summary>sum_j(g_ij) of a node in a member.</summary>
    public double Total(int node, int member) => Matrix.Totals[Row(node, member)];

    /// <summary>sum_j |g_ij| of a node in a member.</summary>
    public double Strength(int node, int member) => Strengths[Row(node, member)];

    /// <summary>1 / C of a node in a member.</summary>
    public double Gain(int node, int member) => Gains[Row(node, member)];

    /// <summary>Takes what has changed into account, where weights were set.</summary>
    public void Renew() => Strengths = StrengthsOf();

    /// <summary>Takes the present weights of a junction object.</summary>
    public void Reweigh(GapJunction junction)
    {
        for (int c = 0; c < _weights.Copies; c++)
        {
            var (toPost, toPre) = _weights.Of(junction, c);
            foreach (ref Edge e in Edges.AsSpan(First(junction, c), junction.Count)) e = e with { ToPost = toPost[e.Index], ToPre = toPre[e.Index] };
            for (int k = First(junction, c); k < First(junction, c) + junction.Count; k++) Put(k);
        }
    }

    /// <summary>Takes the present weight of one junction.</summary>
    public void Reweigh(Weights weights, int index, int member)
    {
        int k = First(weights.Junction, Math.Min(member, _weights.Copies - 1)) + index;
        double w = _weights.Of(weights, index, member);
        IReadOnlyList<Weights> all = weights.Junction.AllWeights;
        if (all[0].Equals(weights)) Edges[k] = Edges[k] with { ToPost = w };
        if (all[^1].Equals(weights)) Edges[k] = Edges[k] with { ToPre = w };
        Put(k);
    }

    /// <summary>Takes the present gains.</summary>
    public void FillGains(NodeSpace nodes, Func<GroupPlan, CoupledState, int, double[]> gainOf)
    {
        foreach (var (group, state, input, first) in nodes.Segments)
            for (int c = 0; c < _weights.Copies && state is not null && input is not null; c++)
            {
                double[] gains = gainOf(group, new CoupledState(state, input), c);
                for (int i = 0; i < gains.Length; i++) Gains[(first + i) * _weights.Copies + c] = gains[i];
            }
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
        if (!HasNegative) return 0;
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
        return HasNegative ? SignedSpectrum.Extreme(graph, scale, largest, bound)
            : new LaplacianSpectrum(graph.Merged().Graph).LargestEigenvalue(scale);
    }

    private int Row(int node, int member) => _weights.Copies > 1 ? node * _weights.Copies + member : node;

    private double[] StrengthsOf()
    {
        if (!HasNegative) return Matrix.Totals;
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

    private void Put(int k)
    {
        Matrix.SetWeight(_termToPost[k], Edges[k].Post, Edges[k].ToPost);
        Matrix.SetWeight(_termToPre[k], Edges[k].Pre, Edges[k].ToPre);
    }

    // Edges are listed by junction objects, by members with weights of their own, by junctions.
    private int First(GapJunction junction, int copy) => _first[junction] + copy * junction.Count;

    private Edge[] EdgesOf(IReadOnlyList<GapJunction> junctions, NodeSpace nodes, IReadOnlyList<GroupPlan> groups)
    {
        int copies = _weights.Copies, next = 0;
        var edges = new Edge[junctions.Sum(j => j.Count) * copies];
        foreach (GapJunction j in junctions)
        {
            _first.Add(j, next);
            int pre = FirstNode(nodes, groups, j.PreState), post = FirstNode(nodes, groups, j.PostState);
            for (int c = 0; c < copies; c++)
            {
                var (toPost, toPre) = _weights.Of(j, c);
                for (int k = 0; k < j.Count; k++)
                    edges[next++] = new Edge(j, k, (pre + j.PreIds[k]) * copies + c, (post + j.PostIds[k]) * copies + c, toPost[k], toPre[k]);
            }
        }
        return edges;
    }

    private static int FirstNode(NodeSpace nodes, IReadOnlyList<GroupPlan> groups, State state)
    {
        GroupPlan group = groups.First(g => g.Populations.Contains(state.Neurons));
        return nodes.First(group, state.Name)!.Value + group.Members().First(m => ReferenceEquals(m.Population, state.Neurons)).First;
    }

    private (ConductanceMatrix Matrix, int[] TermToPost, int[] TermToPre) Assemble(int nodes, bool changing, Precision precision)
    {
        var start = new int[nodes + 1];
        foreach (Edge e in Edges)
        {
            start[e.Pre + 1]++;
            start[e.Post + 1]++;
        }
        for (int i = 0; i < nodes; i++) start[i + 1] += start[i];
        var next = (int[])start.Clone();
        var neighbour = new int[start[^1]];
        var weight = new double[start[^1]];
        int[] toPost = new int[changing ? Edges.Length : 0], toPre = new int[toPost.Length];
        for (int k = 0; k < Edges.Length; k++)
        {
            Edge e = Edges[k];
            int into = next[e.Post]++;
            (neighbour[into], weight[into]) = (e.Pre, e.ToPost);
            int from = next[e.Pre]++;
            (neighbour[from], weight[from]) = (e.Post, e.ToPre);
            if (changing) (toPost[k], toPre[k]) = (into, from);
        }
        return (new ConductanceMatrix(nodes, start, neighbour, weight, changing: changing, precision: precision), toPost, toPre);
    }
}
