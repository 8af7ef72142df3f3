using System.Collections;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// The weight of each junction: one value, <c>[0.1 * mS, 0.2 * mS]</c> with one per junction, or a rule such as
/// <c>Init.Uniform(0.1 * mS, 0.2 * mS)</c>. A conductance where voltages are coupled and currents come in; a rate for cells whose input
/// is a voltage per time (Izhikevich); a pure number for dimensionless ones.
/// </summary>
[CollectionBuilder(typeof(JunctionWeight), nameof(Create))]
public sealed class JunctionWeight : IEnumerable<JunctionWeight.One>
{
    private JunctionWeight(InitialValues values) => Values = values;

    internal InitialValues Values { get; }

    /// <summary>One conductance for all junctions.</summary>
    public static implicit operator JunctionWeight(Conductance g) => (Init<Conductance>)g;

    /// <summary>One rate for all junctions.</summary>
    public static implicit operator JunctionWeight(Rate g) => (Init<Rate>)g;

    /// <summary>One general weight for all junctions.</summary>
    public static implicit operator JunctionWeight(Quantity g) => (Init<Quantity>)g;

    /// <summary>A pure number for all junctions, between cells without units.</summary>
    public static implicit operator JunctionWeight(double g) => (Init<double>)g;

    /// <summary>A conductance for each junction.</summary>
    public static implicit operator JunctionWeight(Conductance[] g) => (Init<Conductance>)g;

    /// <summary>A rate for each junction.</summary>
    public static implicit operator JunctionWeight(Rate[] g) => (Init<Rate>)g;

    /// <summary>A general weight for each junction.</summary>
    public static implicit operator JunctionWeight(Quantity[] g) => (Init<Quantity>)g;

    /// <summary>A pure number for each junction.</summary>
    public static implicit operator JunctionWeight(double[] g) => (Init<double>)g;

    /// <summary>Conductances by a rule.</summary>
    public static implicit operator JunctionWeight(Init<Conductance> g) => new(g.Values);

    /// <summary>Rates by a rule.</summary>
    public static implicit operator JunctionWeight(Init<Rate> g) => new(g.Values);

    /// <summary>Pure numbers by a rule.</summary>
    public static implicit operator JunctionWeight(Init<double> g) => new(g.Values);

    /// <summary>General weights by a rule.</summary>
    public static implicit operator JunctionWeight(Init<Quantity> g) => new(g.Values);

    /// <summary>A rule of one's own: the weight of a junction by the two neurons that it joins, such as their distance.</summary>
    /// <typeparam name="Q">A quantity type, or double for a pure number.</typeparam>
    /// <param name="weight">The weight of (pre id, post id); called once for each junction, when the junctions are built.</param>
    public static JunctionWeight ByPair<Q>(Func<int, int, Q> weight) where Q : struct
    {
        ArgumentNullException.ThrowIfNull(weight);
        return new(new PairWeights((pre, post) => Quantity.Of(weight(pre, post)))
        {
            Dimension = typeof(Q) == typeof(Quantity) ? null : Quantity.Of(default(Q)).Dimension,
        });
    }

    /// <summary>What <c>[0.1 * mS, 0.2 * mS]</c> makes.</summary>
    public static JunctionWeight Create(ReadOnlySpan<One> weights) => weights.ToArray().Select(w => w.Weight).ToArray();

    /// <summary>The weights, where they were given one by one.</summary>
    /// <exception cref="InvalidOperationException">They come from a rule, and are known when the junctions are built or in a
    /// run.</exception>
    public IEnumerator<One> GetEnumerator() =>
        Values.Listed.Select(x => new One(new Quantity(x, Values.Dimension ?? default))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One entry of <c>[0.1 * mS, 0.2 * mS]</c>.</summary>
    /// <param name="Weight">The weight.</param>
    public readonly record struct One(Quantity Weight)
    {
        /// <summary>A conductance.</summary>
        public static implicit operator One(Conductance g) => new(g);

        /// <summary>A rate.</summary>
        public static implicit operator One(Rate g) => new(g);

        /// <summary>A pure number.</summary>
        public static implicit operator One(double g) => new(Quantity.Number(g));

        /// <summary>A general weight.</summary>
        public static implicit operator One(Quantity g) => new(g);
    }
}
