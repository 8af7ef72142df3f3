namespace Connexon;

/// <summary>The weights of the junctions of a run: its parameters, times a factor for each junction object that may move in time.</summary>
internal sealed class RunWeights
{
    private readonly ParameterValues _values;
    private readonly Dictionary<GapJunction, double> _factors = new(ReferenceEqualityComparer.Instance);
    // Of each copy.
    private readonly Dictionary<GapJunction, (NumberColumn ToPost, NumberColumn ToPre)[]> _columns =
        new(ReferenceEqualityComparer.Instance);

    /// <param name="junctions">The junction objects.</param>
    /// <param name="values">The numbers of the run.</param>
    /// <param name="copies">For how many members weights are kept: all, or 1 for all of them.</param>
    public RunWeights(IEnumerable<GapJunction> junctions, ParameterValues values, int copies)
    {
        (_values, Copies) = (values, copies);
        foreach (GapJunction j in junctions)
            _columns.Add(j, [.. Enumerable.Range(0, copies).Select(c =>
                (values.Column(j.AllWeights[0], c), values.Column(j.AllWeights[^1], c)))]);
    }

    /// <summary>Members of the batch with weights of their own; 1 where all have the same.</summary>
    public int Copies { get; }

    /// <summary>True if the run may set them.</summary>
    public bool MayBeSet(Weights weights) => _values.Change(weights);

    /// <summary>What the weights of a junction object are multiplied by at present.</summary>
    public double FactorOf(GapJunction junction) => _factors.GetValueOrDefault(junction, 1);

    public void SetFactor(GapJunction junction, double factor) => _factors[junction] = factor;

    /// <summary>
    /// The present weights of a junction object, what drives the post neurons and what drives the pre neurons, in a member.
    /// </summary>
    public (NumberColumn ToPost, NumberColumn ToPre) Of(GapJunction junction, int member)
    {
        var (toPost, toPre) = _columns[junction][member];
        double factor = FactorOf(junction);
        return (toPost.Times(factor), toPre.Times(factor));
    }
}
