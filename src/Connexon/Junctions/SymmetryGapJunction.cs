namespace Connexon;

/// <summary>
/// Electrical synapses: linear, reciprocal, instantaneous. Each entry of the connection function is one junction, one undirected edge
/// that carries current both ways: list a pair once. (The name is the original's; "symmetric" is meant.)
/// </summary>
/// <remarks>
/// Junction k between a = pre_ids[k] and b = post_ids[k] carries d = weight_k (V_pre[a] - V_post[b]); +d flows into b and -d into a, so
/// the sum of all junction currents is zero. Equal voltages give exactly zero. A junction of a neuron with itself carries nothing and is
/// reported.
/// </remarks>
public sealed class SymmetryGapJunction : GapJunction
{
    /// <summary>Joins neurons by junctions.</summary>
    /// <param name="couples">One population, or (pre, post).</param>
    /// <param name="states">The state that is coupled, "V", or one for each side.</param>
    /// <param name="conn">Called once with the two sizes; returns a pre id and a post id for each junction. Or a rule of
    /// <see cref="Connect"/>.</param>
    /// <param name="weight">One weight, one per junction, or a rule.</param>
    /// <param name="paramType">Whether the weights are to be learnt.</param>
    /// <param name="listing">What to make of a pair that is listed more than once.</param>
    /// <param name="negativeWeights">What to make of weights below 0, here and where weights are set.</param>
    /// <param name="inputs">
    /// The input that the currents enter, or one for each side; null for that which moves the coupled state, or else the model's first, of
    /// those that the weights fit.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An unknown state or input, an id out of range, ids or weights of unequal number, a weight that is NaN, infinite, negative without
    /// being asked for or has the wrong unit, a population without an input. The message says which junction and what is legal.
    /// </exception>
    public SymmetryGapJunction(
        Couples couples, StateNames states, ConnectionFunction conn, JunctionWeight weight,
        ParamType paramType = ParamType.Trainable, Listing listing = Listing.AsListed,
        NegativeWeights negativeWeights = NegativeWeights.Refused, StateNames? inputs = null)
        : base(couples, states, conn, Given(weight).Values, weight.Values, paramType, listing, negativeWeights, inputs)
    {
    }

    /// <summary>The weight of each junction.</summary>
    public Weights Weight => WeightsOf("weight", toPost: true);

    internal override IReadOnlyList<Weights> AllWeights => [Weight];
}
