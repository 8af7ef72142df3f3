using System.Collections;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// The two weights of each non-reciprocal junction: one pair <c>(0.1 * mS, 0.2 * mS)</c> for all, or a list of pairs with one per
/// junction. The first of a pair drives the post neuron, the second the pre neuron.
/// </summary>
[CollectionBuilder(typeof(AsymmetricWeight), nameof(Create))]
public sealed class AsymmetricWeight : IEnumerable<AsymmetricWeight.Pair>
{
    private readonly Pair[] _pairs;

    private AsymmetricWeight(Pair[] pairs, bool each)
    {
        _pairs = pairs;
        ToPost = Values(pairs.Select(p => p.ToPost), each);
        ToPre = Values(pairs.Select(p => p.ToPre), each);
    }

    internal InitialValues ToPost { get; }

    internal InitialValues ToPre { get; }

    /// <summary>One pair for all junctions.</summary>
    public static implicit operator AsymmetricWeight((Conductance ToPost, Conductance ToPre) pair) => new([pair], each: false);

    /// <summary>One pair of rates for all junctions.</summary>
    public static implicit operator AsymmetricWeight((Rate ToPost, Rate ToPre) pair) =>
        new([new Pair(pair.ToPost, pair.ToPre)], each: false);

    /// <summary>One pair of pure numbers for all junctions, between cells without units.</summary>
    public static implicit operator AsymmetricWeight((double ToPost, double ToPre) pair) =>
        new([new Pair(Quantity.Number(pair.ToPost), Quantity.Number(pair.ToPre))], each: false);

    /// <summary>One pair of general weights for all junctions.</summary>
    public static implicit operator AsymmetricWeight((Quantity ToPost, Quantity ToPre) pair) =>
        new([new Pair(pair.ToPost, pair.ToPre)], each: false);

    /// <summary>One weight is no pair.</summary>
    /// <exception cref="NotSupportedException">Always: the compiler refuses it with words that help.</exception>
    [Obsolete(Pair.OneWeight, error: true)]
    public static implicit operator AsymmetricWeight(Conductance g) => throw new NotSupportedException(Pair.OneWeight);

    /// <summary>One pair for all junctions.</summary>
    public static implicit operator AsymmetricWeight(Pair pair) => new([pair], each: false);

    /// <summary>A pair for each junction.</summary>
    public static implicit operator AsymmetricWeight(Pair[] pairs) => new(pairs, each: true);

    /// <summary>What <c>[(0.1 * mS, 0.2 * mS), ...]</c> makes: a pair for each junction.</summary>
    public static AsymmetricWeight Create(ReadOnlySpan<Pair> pairs) => new(pairs.ToArray(), each: true);

    /// <summary>The pairs.</summary>
    public IEnumerator<Pair> GetEnumerator() => ((IEnumerable<Pair>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static InitialValues Values(IEnumerable<Quantity> weights, bool each)
    {
        Quantity[] all = [.. weights];
        Init<Quantity> init = each ? all : all[0];
        return init.Values;
    }

    /// <summary>The two weights of one junction.</summary>
    /// <param name="ToPost">Times the voltage difference: what drives the post neuron.</param>
    /// <param name="ToPre">Times the voltage difference: what drives the pre neuron.</param>
    public readonly record struct Pair(Quantity ToPost, Quantity ToPre)
    {
        internal const string OneWeight = "An asymmetric weight is a pair, (to post, to pre): (0.1 * mS, 0.2 * mS) for all junctions, or "
            + "[(0.1 * mS, 0.2 * mS), ...] with a pair for each. With one weight both ways, use SymmetryGapJunction.";

        /// <summary>One weight is no pair: of <c>[a, b]</c> nobody knows whether it is a pair or two junctions.</summary>
        /// <exception cref="NotSupportedException">Always: the compiler refuses it with words that help.</exception>
        [Obsolete(OneWeight, error: true)]
        public static implicit operator Pair(Conductance g) => throw new NotSupportedException(OneWeight);

        /// <summary>Two conductances.</summary>
        public static implicit operator Pair((Conductance ToPost, Conductance ToPre) pair) => new(pair.ToPost, pair.ToPre);

        /// <summary>Two rates.</summary>
        public static implicit operator Pair((Rate ToPost, Rate ToPre) pair) => new(pair.ToPost, pair.ToPre);

        /// <summary>Two pure numbers.</summary>
        public static implicit operator Pair((double ToPost, double ToPre) pair) =>
            new(Quantity.Number(pair.ToPost), Quantity.Number(pair.ToPre));
    }
}
