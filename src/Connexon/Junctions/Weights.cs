namespace Connexon;

/// <summary>
/// The weights of a junction object, one per junction, as it was given them. To run with others, take
/// <c>network.Parameters.With(gap.Weight, ...)</c>; to change them during a run, see <c>network.BetweenSteps</c>.
/// </summary>
public sealed class Weights : ParameterKey
{
    internal Weights(GapJunction junction, string name, InitialValues values)
        : base(junction, name, junction.WeightDimension, junction.Count) =>
        (Junction, Values) = (junction, values);

    /// <summary>The junctions.</summary>
    public GapJunction Junction { get; }

    /// <summary>The weight of a junction; with weights for each member of a batch, of the first.</summary>
    /// <param name="junction">Its index, in the order of the ids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such junction.</exception>
    /// <exception cref="InvalidOperationException">The weights are drawn, and known in a run only.</exception>
    public Quantity this[int junction]
    {
        get
        {
            if ((uint)junction >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(junction), junction, $"There are {Count} junctions, 0 to {Count - 1}.");
            return new(Known.At(junction, 0, default), Dimension);
        }
    }

    /// <summary>All weights, copied.</summary>
    /// <exception cref="InvalidOperationException">They are drawn, and known in a run only.</exception>
    public Quantity[] Value => [.. Known.All(Count, 0, default).Select(w => new Quantity(w, Dimension))];

    private protected override string Entity => "junction";

    internal override string? Problem(InitialValues values) => base.Problem(values)
        ?? (values.IsDrawn ? null
            : JunctionCheck.Problem(values.Numbers(Count, 1, default, eachMember: false), Dimension, Count, Junction.NegativeWeights));

    /// <summary>The weights or their rule.</summary>
    internal InitialValues Values { get; }

    private InitialValues Known => !Values.IsDrawn ? Values : throw new InvalidOperationException(
        $"The weights of the {Junction} are drawn ({Values}) when a run begins: read them from run.Parameters.");
}
