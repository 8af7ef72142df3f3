namespace Connexon;

/// <summary>
/// Weights that follow from the two neurons of each junction: numbers as soon as these are known, when the junctions are built.
/// </summary>
/// <param name="Weight">The weight of a junction between two neurons.</param>
internal sealed record PairWeights(Func<int, int, Quantity> Weight) : InitialValues
{
    public override IEnumerable<double> Listed => throw new InvalidOperationException(
        "These weights follow from the pairs of neurons that they are for: read them from the junctions, gap.Weight.Value.");

    public override double At(int index, int member, CounterRandom random) =>
        throw new InvalidOperationException("The pairs are not known yet.");

    /// <summary>The weights of these pairs.</summary>
    public InitialValues Of(int[] pre, int[] post)
    {
        Quantity[] all = [.. pre.Zip(post, Weight)];
        return new ArrayValues([.. all.Select(w => w.Value)]) { Dimension = all.Length > 0 ? Quantity.Common(all) : null };
    }

    public override string ToString() => "by the pair";
}
