namespace Connexon;

/// <summary>
/// Non-reciprocal linear coupling: each junction drives its two neurons with two different weights. What enters one side is then not
/// what leaves the other: charge is not conserved. This is not rectification, whose conductance would depend on the sign of the voltage.
/// </summary>
/// <remarks>
/// Junction k between a = pre_ids[k] and b = post_ids[k] sees D = V_pre[a] - V_post[b]; weight_k.ToPost D flows into b and -weight_k.ToPre
/// D into a.
/// </remarks>
public sealed class AsymmetryGapJunction : GapJunction
{
    /// <summary>Joins neurons by non-reciprocal junctions.</summary>
    /// <param name="couples">One population, or (pre, post).</param>
    /// <param name="states">The state that is coupled, or one for each side.</param>
    /// <param name="conn">Called once with the two sizes; returns a pre id and a post id for each junction. Or a rule of
    /// <see cref="Connect"/>.</param>
    /// <param name="weight">One pair (to post, to pre), or one per junction.</param>
    /// <param name="paramType">Whether the weights are to be learnt.</param>
    /// <param name="listing">What to make of a pair that is listed more than once.</param>
    /// <param name="negativeWeights">What to make of weights below 0, here and where weights are set.</param>
    /// <param name="inputs">
    /// The input that the currents enter, or one for each side; null for that which moves the coupled state, or else the model's first, of
    /// those that the weights fit.
    /// </param>
    /// <exception cref="ArgumentException">As for <see cref="SymmetryGapJunction"/>.</exception>
    public AsymmetryGapJunction(
        Couples couples, StateNames states, ConnectionFunction conn, AsymmetricWeight weight,
        ParamType paramType = ParamType.Trainable, Listing listing = Listing.AsListed,
        NegativeWeights negativeWeights = NegativeWeights.Refused, StateNames? inputs = null)
        : base(couples, states, conn, Given(weight).ToPost, weight.ToPre, paramType, listing, negativeWeights, inputs)
    {
    }

    /// <summary>The original's form, with the two sides apart.</summary>
    /// <inheritdoc cref="AsymmetryGapJunction(Couples, StateNames, ConnectionFunction, AsymmetricWeight, ParamType, Listing,
    /// NegativeWeights, StateNames?)"/>
    /// <param name="pre">The population that the pre ids count.</param>
    /// <param name="preState">Its coupled state.</param>
    /// <param name="post">The population that the post ids count.</param>
    /// <param name="postState">Its coupled state.</param>
    /// <param name="conn">Called once with the two sizes.</param>
    /// <param name="weight">One pair (to post, to pre), or one per junction.</param>
    /// <param name="paramType">Whether the weights are to be learnt.</param>
    /// <param name="listing">What to make of a pair that is listed more than once.</param>
    /// <param name="negativeWeights">What to make of weights below 0, here and where weights are set.</param>
    /// <param name="inputs">
    /// The input that the currents enter, or one for each side; null for that which moves the coupled state, or else the model's first, of
    /// those that the weights fit.
    /// </param>
    public AsymmetryGapJunction(
        Neuron pre, string preState, Neuron post, string postState, ConnectionFunction conn, AsymmetricWeight weight,
        ParamType paramType = ParamType.Trainable, Listing listing = Listing.AsListed,
        NegativeWeights negativeWeights = NegativeWeights.Refused, StateNames? inputs = null)
        : this((pre, post), (preState, postState), conn, weight, paramType, listing, negativeWeights, inputs)
    {
    }

    /// <summary>The weight that drives the post neuron, of each junction.</summary>
    public Weights WeightToPost => WeightsOf("weight to post", toPost: true);

    /// <summary>The weight that drives the pre neuron, of each junction.</summary>
    public Weights WeightToPre => WeightsOf("weight to pre", toPost: false);

    internal override IReadOnlyList<Weights> AllWeights => [WeightToPost, WeightToPre];
}
