using Connexon.Programs;

namespace Connexon;

/// <summary>
/// How the junctions of a network couple: all of them as one matrix over its nodes, duplicates summed, both directions in place; 1/C of
/// each node; and so the coupling numbers kappa_i = dt sum_j(g_ij) / C_i. Follows from a layout and numbers, and compiles nothing.
/// </summary>
internal sealed class Electrical
{
    private readonly ParameterValues _numbers;
    private readonly bool _mayBeNegative, _mayBecomeNegative;
    private readonly Dictionary<GapJunction, (EdgeColumns Edges, int First)> _edges = new(ReferenceEqualityComparer.Instance);
    private readonly WeightTerms? _terms; // where weights change

    /// <param name="layout">Who is where.</param>
    /// <param name="numbers">The numbers of the run.</param>
    /// <param name="exchange">What passes between partitions; null where there is one.</param>
    public Electrical(Layout layout, ParameterValues numbers, IExchange? exchange = null)
    {
        (Layout, _numbers, Exchange) = (layout, numbers, exchange ?? Alone.Instance);
        IReadOnlyList<GapJunction> junctions = layout.Network.Junctions;
        IsReciprocal = junctions.All(j => j is SymmetryGapJunction);
        _mayBeNegative = junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed);
        Weights = new RunWeights(junctions, numbers, MembersDiffer() ? numbers.Members : 1);
        _mayBecomeNegative = junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed && j.AllWeights.Any(Weights.MayBeSet));
        Members = Weights.Copies > 1 ? 1 : numbers.Members;
        int next = 0;
        foreach (EdgeColumns e in layout.Edges)
        {
            _edges.Add(e.Junction, (e, next));
            next += e.Count * Weights.Copies;
        }
        bool changing = layout.Network.Changes.OfJunctions;
        (Matrix, _terms) = MatrixOfJunctions.Make(
            layout.Nodes.Count * Weights.Copies, layout.Edges, Weights, changing, layout.Precision, OtherRows());
        Strengths = StrengthsOf();
        Gains = new double[layout.Nodes.Count * Weights.Copies];
        RenewGains();
    }

    /// <summary>Who is where.</summary>
    public Layout Layout { get; }

    /// <summary>What passes between partitions, of which this is one.</summary>
    public IExchange Exchange { get; }

    /// <summary>The weights of the run.</summary>
    public RunWeights Weights { get; }

    /// <summary>True if every junction conducts alike in both directions.</summary>
    public bool IsReciprocal { get; }

    /// <summary>All junctions, over nodes; over (node, member), as states are laid out, where members differ.</summary>
    public ConductanceMatrix Matrix { get; }

    /// <summary>Members that share the matrix, innermost in memory: the batch, or 1 where each has nodes of its own.</summary>
    public int Members { get; }

    /// <summary>sum_j |g_ij| of each row of the matrix.</summary>
    public double[] Strengths { get; private set; }

    /// <summary>1 / C of each row, or what stands for it in the model's equations.</summary>
    public double[] Gains { get; }

    /// <summary>True if there are junctions.</summary>
    public bool Any => Layout.Network.Junctions.Any(j => j.Count > 0);

    /// <summary>True if a weight is below 0.</summary>
    public bool HasNegative => _mayBeNegative && Exchange.Any(Edges().Any(e => e.ToPost < 0 || e.ToPre < 0));

    /// <summary>True if a weight is below 0, or may be set so during the run.</summary>
    public bool MayHaveNegative => _mayBecomeNegative || HasNegative;

    /// <summary>
    /// Every junction between its rows, as listed: by junction objects, by members with weights of their own, by junctions.
    /// </summary>
    public IEnumerable<Edge> Edges()
    {
        foreach (EdgeColumns e in Layout.Edges)
            for (int c = 0; c < Weights.Copies; c++)
            {
                var weights = Weights.Of(e.Junction, c);
                for (int k = 0; k < e.Count; k++) yield return EdgeAt(e, weights, c, k);
            }
    }

    /// <summary>The weight of each junction of an object in a member, as it is now.</summary>
    public (NumberColumn ToPost, NumberColumn ToPre) WeightsOf(GapJunction junction, int member) =>
        Weights.Of(junction, Math.Min(member, Weights.Copies - 1));

    /// <summary>sum_j(g_ij) of a node in a member.</summary>
    public double Total(int node, int member) => Matrix.Totals[Row(node, member)];

    /// <summary>sum_j |g_ij| of a node in a member.</summary>
    public double Strength(int node, int member) => Strengths[Row(node, member)];

    /// <summary>1 / C of a node in a member.</summary>
    public double Gain(int node, int member) => Gains[Row(node, member)];

    /// <summary>The coupling number of each row that has a junction.</summary>
    public double[] Kappa(double dt) => [.. Strengths.Zip(Gains).Where(n => n.First > 0).Select(n => dt * n.First * Math.Abs(n.Second))];

    /// <summary>Takes what has changed into account, where weights were set.</summary>
    public void Renew() => Strengths = StrengthsOf();

    /// <summary>Takes the present weights of a junction object.</summary>
    public void Reweigh(GapJunction junction)
    {
        var (columns, first) = _edges[junction];
        for (int c = 0; c < Weights.Copies; c++)
            for (int k = 0; k < columns.Count; k++)
                _terms!.Put(Matrix, first + c * columns.Count + k, EdgeAt(columns, Weights.Of(junction, c), c, k));
    }

    /// <summary>Takes the present weight of one junction.</summary>
    public void Reweigh(Weights weights, int index, int member)
    {
        var (columns, first) = _edges[weights.Junction];
        int c = Math.Min(member, Weights.Copies - 1);
        _terms!.Put(Matrix, first + c * columns.Count + index, EdgeAt(columns, Weights.Of(weights.Junction, c), c, index));
    }

    /// <summary>Takes the present gains.</summary>
    public void RenewGains()
    {
        foreach (var (group, state, input, first) in Layout.Nodes.Segments)
            for (int c = 0; c < Weights.Copies && state is not null && input is not null; c++)
            {
                double[] gains = GainOf(group, new CoupledState(state, input), (p, s) => _numbers.Of(p, s, c), c);
                for (int i = 0; i < gains.Length; i++) Gains[(first + i) * Weights.Copies + c] = gains[i];
            }
    }

    /// <summary>True if a parameter of a population moves a gain.</summary>
    public bool MovesGain(ParameterKey key) => key.Owner is Neuron p && Layout.Find(p).Group is var group && Layout.Nodes.IsCoupled(group)
        && GainsOf(group).Any(g => g.Mentions(s => s.Kind == SymbolKind.Parameter && s.Name == key.Name));

    /// <summary>
    /// The largest coupling number of any member of the batch, whether it runs or not: whether junctions are implicit must not depend on
    /// that, so that a member alone is what it is in the batch.
    /// </summary>
    public double LargestKappa(double dt)
    {
        double largest = Kappa(dt).DefaultIfEmpty().Max();
        for (int b = 0; _numbers.Batch > _numbers.Members && b < _numbers.Batch; b++) largest = Math.Max(largest, KappaOfMember(b, dt));
        return Exchange.Largest(largest);
    }

    private double KappaOfMember(int member, double dt)
    {
        var strengths = new double[Layout.NodesSeen];
        foreach (EdgeColumns e in Layout.Edges)
        {
            double[] toPost = _numbers.OfBatch(e.Junction.AllWeights[0], member);
            double[] toPre = _numbers.OfBatch(e.Junction.AllWeights[^1], member);
            for (int k = 0; k < e.Count; k++)
            {
                if (e.Pre(k) == e.Post(k)) continue;
                strengths[e.Post(k)] += Math.Abs(toPost[e.Number(k)]);
                strengths[e.Pre(k)] += Math.Abs(toPre[e.Number(k)]);
            }
        }
        double largest = 0;
        foreach (var (group, state, input, first) in Layout.Nodes.Segments)
        {
            if (state is null || input is null) continue;
            double[] gains = GainOf(group, new CoupledState(state, input), (p, s) => _numbers.OfBatch(p.Population, s, member), 0);
            for (int i = 0; i < gains.Length; i++) largest = Math.Max(largest, dt * strengths[first + i] * Math.Abs(gains[i]));
        }
        return largest;
    }

    // 1/C of each neuron of a group at the start.
    private double[] GainOf(GroupLayout group, CoupledState coupled, Func<Placement, Symbol, double[]> valuesOf, int member)
    {
        Expr gain = group.Model.InputGain(coupled.State, coupled.Input);
        var gains = new double[group.Neurons];
        foreach (Placement p in group.Placements)
        {
            var starts = gain.Mentions(SymbolKind.State) ? StartValues.Of(p, _numbers, member) : null;
            Interpreter.Evaluate(gain, p.Count, s => s.Kind switch
            {
                SymbolKind.State => starts![s],
                SymbolKind.Input or SymbolKind.Time => new double[p.Count],
                _ => valuesOf(p, s),
            }).CopyTo(gains, p.First);
        }
        return gains;
    }

    private IEnumerable<Expr> GainsOf(GroupLayout group) =>
        Layout.Nodes.Coupled(group).Select(c => group.Model.InputGain(c.State, c.Input));

    // True if members of the batch have weights of their own, or answer to currents by gains of their own.
    private bool MembersDiffer() => _numbers.Members > 1 && (
        Layout.Network.Junctions.Any(j => j.AllWeights.Any(_numbers.OfMembers))
        || Layout.Groups.Where(Layout.Nodes.IsCoupled).Any(g =>
            GainsOf(g).Any(e => e.Mentions(s => s.Kind == SymbolKind.Parameter && _numbers.OfMembers(g, s)))));

    private int Row(int node, int member) => Weights.Copies > 1 ? node * Weights.Copies + member : node;

    private double[] StrengthsOf()
    {
        if (!HasNegative) return Matrix.Totals;
        var strengths = new double[Matrix.Columns];
        foreach (Edge e in Edges())
        {
            if (e.Pre == e.Post) continue;
            strengths[e.Post] += Math.Abs(e.ToPost);
            strengths[e.Pre] += Math.Abs(e.ToPre);
        }
        return strengths;
    }

    // Members with rows of their own have as many windows more.
    private OtherRows? OtherRows()
    {
        if (Layout is not { Cut: { } cut, Part: { } part }) return null;
        int copies = Weights.Copies;
        // How many windows of rows there are in each window of nodes.
        int[] windows = [.. Enumerable.Range(0, cut.Order.Length).Select(w => (cut.SizeOf(w) * copies + Cut.Window - 1) / Cut.Window)];
        int[] first = new int[windows.Length], counts = new int[cut.Parts];
        foreach (int w in Enumerable.Range(0, windows.Length).OrderBy(w => cut.Order[w]))
        {
            first[w] = counts.Sum();
            counts[cut.Owner(w * Cut.Window)] += windows[w];
        }
        int[] order = [.. windows.Index().SelectMany(w => Enumerable.Range(first[w.Index], w.Item))];
        var exchange = new RowExchange(Exchange, part.Halo.Times(copies), counts, order);
        exchange.Prepare(Members);
        return new(exchange, [.. part.Order().SelectMany(o => Enumerable.Range(o * copies, copies))], IsReciprocal);
    }

    private Edge EdgeAt(EdgeColumns e, (NumberColumn ToPost, NumberColumn ToPre) weights, int copy, int k) =>
        new(e.Junction, e.Number(k), e.Pre(k) * Weights.Copies + copy, e.Post(k) * Weights.Copies + copy,
            weights.ToPost[e.Number(k)], weights.ToPre[e.Number(k)]);
}
