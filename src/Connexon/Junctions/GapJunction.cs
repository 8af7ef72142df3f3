using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Junctions between the neurons of one population or two: which neurons, which states, how strong. What they have in common whether
/// reciprocal (<see cref="SymmetryGapJunction"/>) or not (<see cref="AsymmetryGapJunction"/>). Everything is checked when it is built.
/// </summary>
public abstract class GapJunction : INetworkPart
{
    private protected GapJunction(
        Couples couples, StateNames states, ConnectionFunction conn, InitialValues toPost, InitialValues toPre, ParamType paramType,
        Listing listing,
        NegativeWeights negativeWeights, StateNames? inputs)
    {
        ArgumentNullException.ThrowIfNull(couples.Pre, nameof(couples));
        ArgumentNullException.ThrowIfNull(couples.Post, nameof(couples));
        ArgumentNullException.ThrowIfNull(conn);
        (Pre, Post, ParamType, NegativeWeights) = (couples.Pre, couples.Post, paramType, negativeWeights);
        PreState = JunctionCheck.CoupledState(Pre, states.Pre);
        PostState = JunctionCheck.CoupledState(Post, states.Post);
        JunctionCheck.SameDimension(PreState, PostState);
        PreInput = JunctionCheck.InputOf(PreState, inputs?.Pre, toPre.Dimension);
        WeightDimension = PreInput.Dimension / PreState.Dimension;
        PostInput = JunctionCheck.InputOf(PostState, inputs?.Post, WeightDimension);
        JunctionCheck.SameInput(PreInput, PostInput);

        var (pre, post) = conn(Pre.Size, Post.Size);
        JunctionCheck.Ids(pre, post, Pre.Size, Post.Size);
        InitialValues each =
            JunctionCheck.Resolve(toPost is PairWeights rule ? rule.Of(pre, post) : toPost, WeightDimension, pre.Length, negativeWeights);
        var listed = new PairListing(pre, post, Within, WeightDimension, each,
            ReferenceEquals(toPost, toPre) ? each : JunctionCheck.Resolve(toPre, WeightDimension, pre.Length, negativeWeights));
        (PreColumn, PostColumn, ToPost, ToPre) = listed.Apply(listing);
        Report = listed.Report;
    }

    /// <summary>A name for messages, results and random numbers; by default those of the two populations.</summary>
    public string? Name { get; init; }

    /// <summary>The population that the pre ids count.</summary>
    public Neuron Pre { get; }

    /// <summary>The population that the post ids count.</summary>
    public Neuron Post { get; }

    /// <summary>The coupled state of the pre population.</summary>
    public State PreState { get; }

    /// <summary>The coupled state of the post population.</summary>
    public State PostState { get; }

    /// <summary>The input of the pre population that their currents enter.</summary>
    public InputPort PreInput { get; }

    /// <summary>The input of the post population that their currents enter.</summary>
    public InputPort PostInput { get; }

    /// <summary>The pre neuron of each junction.</summary>
    public IReadOnlyList<int> PreIds => PreColumn;

    /// <summary>The post neuron of each junction.</summary>
    public IReadOnlyList<int> PostIds => PostColumn;

    /// <summary>The number of junctions.</summary>
    public int Count => PreColumn.Length;

    /// <summary>Whether the weights are to be learnt; trainable by default.</summary>
    public ParamType ParamType { get; }

    /// <summary>Whether weights may be below 0.</summary>
    public NegativeWeights NegativeWeights { get; }

    /// <summary>What was listed more than once, and what was made of it.</summary>
    public ListingReport Report { get; }

    /// <summary>What a weight is: conductance, rate or pure number.</summary>
    public Dimension WeightDimension { get; }

    /// <summary>What they join and how many they are: "junctions HH - HH (100)".</summary>
    public override string ToString() => $"junctions {Name ?? $"{Pre.DisplayName} - {Post.DisplayName}"} ({Count})";

    /// <summary>The column of pre neurons, as memory.</summary>
    internal int[] PreColumn { get; }

    /// <summary>The column of post neurons, as memory.</summary>
    internal int[] PostColumn { get; }

    /// <summary>The weights that drive the post neurons: numbers or a rule.</summary>
    internal InitialValues ToPost { get; }

    /// <summary>The weights that drive the pre neurons; the same object where they are one.</summary>
    internal InitialValues ToPre { get; }

    /// <summary>Every set of weights that it has: one, or one for each direction.</summary>
    internal abstract IReadOnlyList<Weights> AllWeights { get; }

    /// <summary>Whether both sides are one state of one population, so that (i, j) and (j, i) are the same pair.</summary>
    internal bool Within => ReferenceEquals(Pre, Post) && PreState.Name == PostState.Name;

    private protected static T Given<T>(T weight, [CallerArgumentExpression(nameof(weight))] string name = "") where T : class =>
        weight ?? throw new ArgumentNullException(name);

    private protected Weights WeightsOf(string name, bool toPost) => new(this, name, toPost ? ToPost : ToPre);
}
