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

    /// <summary>One pair of general weights for all junctions.</summary>
    public static implicit operator AsymmetricWeight((Quantity ToPost, Quantity ToPre) pair) =>
        new([new Pair(pair.ToPost, pair.ToPre)], each: false);

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
        /// <summary>Two conductances.</summary>
        public static implicit operator Pair((Conductance ToPost, Conductance ToPre) pair) => new(pair.ToPost, pair.ToPre);

        /// <summary>Two rates.</summary>
        public static implicit operator Pair((Rate ToPost, Rate ToPre) pair) => new(pair.ToPost, pair.ToPre);
    }
}
