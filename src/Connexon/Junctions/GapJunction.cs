using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Junctions between the neurons of one population or two: which neurons, which states, how strong. What they have in common whether
/// reciprocal (<see cref="SymmetryGapJunction"/>) or not (<see cref="AsymmetryGapJunction"/>). Everything is checked when it is built.
/// </summary>
public abstract class GapJunction : INetworkPart
{
    private readonly double[] _toPost, _toPre;

    private protected GapJunction(
        Couples couples, StateNames states, ConnectionFunction conn, InitialValues toPost, InitialValues toPre, ParamType paramType, Listing listing,
        NegativeWeights negativeWeights)
    {
        ArgumentNullException.ThrowIfNull(couples.Pre, nameof(couples));
        ArgumentNullException.ThrowIfNull(couples.Post, nameof(couples));
        ArgumentNullException.ThrowIfNull(conn);
        (Pre, Post, ParamType, NegativeWeights) = (couples.Pre, couples.Post, paramType, negativeWeights);
        PreState = JunctionCheck.CoupledState(Pre, states.Pre);
        PostState = JunctionCheck.CoupledState(Post, states.Post);
        JunctionCheck.SameDimension(PreState, PostState);
        WeightDimension = JunctionCheck.WeightDimension(PreState, Pre);
        JunctionCheck.SameInput(WeightDimension, PreState, Pre, Post);

        var (pre, post) = conn(Pre.Size, Post.Size);
        JunctionCheck.Ids(pre, post, Pre.Size, Post.Size);
        _toPost = JunctionCheck.Resolve(toPost, WeightDimension, pre.Length, negativeWeights);
        _toPre = ReferenceEquals(toPost, toPre) ? _toPost : JunctionCheck.Resolve(toPre, WeightDimension, pre.Length, negativeWeights);
        var listed = new PairListing(pre, post, Within, WeightDimension, _toPost, _toPre);
        (PreIds, PostIds, _toPost, _toPre) = listed.Apply(listing);
        Report = listed.Report;
    }

    /// <summary>The population that the pre ids count.</summary>
    public Neuron Pre { get; }

    /// <summary>The population that the post ids count.</summary>
    public Neuron Post { get; }

    /// <summary>The coupled state of the pre population.</summary>
    public State PreState { get; }

    /// <summary>The coupled state of the post population.</summary>
    public State PostState { get; }

    /// <summary>The pre neuron of each junction.</summary>
    public IReadOnlyList<int> PreIds { get; }

    /// <summary>The post neuron of each junction.</summary>
    public IReadOnlyList<int> PostIds { get; }

    /// <summary>The number of junctions.</summary>
    public int Count => PreIds.Count;

    /// <summary>Whether the weights are to be learnt; trainable by default.</summary>
    public ParamType ParamType { get; }

    /// <summary>Whether weights may be below 0.</summary>
    public NegativeWeights NegativeWeights { get; }

    /// <summary>What was listed more than once, and what was made of it.</summary>
    public ListingReport Report { get; }

    /// <summary>What a weight is: conductance, rate or pure number.</summary>
    public Dimension WeightDimension { get; }

    /// <summary>What they join and how many they are: "junctions HH - HH (100)".</summary>
    public override string ToString() => $"junctions {Pre.DisplayName} - {Post.DisplayName} ({Count})";

    internal ReadOnlySpan<double> ToPost => _toPost;

    internal ReadOnlySpan<double> ToPre => _toPre;

    /// <summary>Changes with every weight that is set.</summary>
    internal int Version { get; private set; }

    /// <summary>Whether both sides are one state of one population, so that (i, j) and (j, i) are the same pair.</summary>
    internal bool Within => ReferenceEquals(Pre, Post) && PreState.Name == PostState.Name;

    private protected static T Given<T>(T weight, [CallerArgumentExpression(nameof(weight))] string name = "") where T : class =>
        weight ?? throw new ArgumentNullException(name);

    private protected Weights WeightsOf(bool toPost) => new(toPost ? _toPost : _toPre, WeightDimension, NegativeWeights, () => Version++);
}
