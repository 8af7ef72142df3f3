namespace Connexon;

/// <summary>The weights of the junctions of a run: its parameters, times a factor for each junction object that may move in time.</summary>
internal sealed class RunWeights
{
    private readonly ParameterValues _values;
    private readonly Dictionary<GapJunction, double> _factors = new(ReferenceEqualityComparer.Instance);

    /// <param name="values">The numbers of the run.</param>
    /// <param name="copies">For how many members weights are kept: all, or 1 for all of them.</param>
    public RunWeights(ParameterValues values, int copies) => (_values, Copies) = (values, copies);

    /// <summary>Members of the batch with weights of their own; 1 where all have the same.</summary>
    public int Copies { get; }

    /// <summary>True if the run may set them.</summary>
    public bool MayBeSet(Weights weights) => _values.Change(weights);

    /// <summary>What the weights of a junction object are multiplied by at present.</summary>
    public double FactorOf(GapJunction junction) => _factors.GetValueOrDefault(junction, 1);

    public void SetFactor(GapJunction junction, double factor) => _factors[junction] = factor;

    /// <summary>The present weights of a junction object, what drives the post neurons and what drives the pre neurons, in a member.</summary>
    public (double[] ToPost, double[] ToPre) Of(GapJunction junction, int member)
    {
        IReadOnlyList<Weights> all = junction.AllWeights;
        double factor = FactorOf(junction);
        double[] toPost = Scaled(_values.Of(all[0], member), factor);
        return (toPost, all.Count == 1 ? toPost : Scaled(_values.Of(all[1], member), factor));
    }

    /// <summary>One present weight.</summary>
    public double Of(Weights weights, int index, int member) => FactorOf(weights.Junction) * _values.Get(weights, index, member);

    private static double[] Scaled(double[] weights, double factor) => factor == 1 ? weights : [.. weights.Select(w => factor * w)];
}
