namespace Connexon;

/// <summary>
/// The junctions of an object between their nodes, as columns: pre and post, 4 bytes each. Where all are here, they are the object's own
/// lists of neurons, counted from the nodes where its populations begin; in a partition those that end there, with their numbers in the
/// object. Weights are columns of the run's parameters.
/// </summary>
internal sealed class EdgeColumns
{
    private readonly int[] _pre, _post;
    private readonly int[]? _number;
    private readonly int _firstPre, _firstPost;

    /// <summary>All junctions of an object.</summary>
    /// <param name="junction">The junction object.</param>
    /// <param name="firstPre">The node of the first pre neuron.</param>
    /// <param name="firstPost">The node of the first post neuron.</param>
    public EdgeColumns(GapJunction junction, int firstPre, int firstPost) =>
        (Junction, _pre, _post, _firstPre, _firstPost) = (junction, junction.PreColumn, junction.PostColumn, firstPre, firstPost);

    /// <summary>Some junctions of an object.</summary>
    /// <param name="junction">The junction object.</param>
    /// <param name="number">Their numbers there.</param>
    /// <param name="pre">The node of the pre neuron of each.</param>
    /// <param name="post">The node of the post neuron of each.</param>
    public EdgeColumns(GapJunction junction, int[] number, int[] pre, int[] post) =>
        (Junction, _number, _pre, _post) = (junction, number, pre, post);

    /// <summary>The junction object.</summary>
    public GapJunction Junction { get; }

    /// <summary>How many there are.</summary>
    public int Count => _pre.Length;

    /// <summary>The number of a junction in the object.</summary>
    public int Number(int k) => _number is null ? k : _number[k];

    /// <summary>The node of the pre neuron of a junction.</summary>
    public int Pre(int k) => _firstPre + _pre[k];

    /// <summary>The node of the post neuron of a junction.</summary>
    public int Post(int k) => _firstPost + _post[k];
}
