using System.Collections;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Ready-made initial values: <c>Init.Uniform(-70 * mV, -60 * mV)</c>.</summary>
public static class Init
{
    /// <summary>One value for all.</summary>
    /// <param name="value">The value.</param>
    public static Init<Q> Constant<Q>(Q value) where Q : struct => value;

    /// <summary>
    /// Uniform between two values, the upper one excluded; a function of the run's seed, the population (or junction object), the name and
    /// the index. Starts are drawn for each member of a batch, parameters and weights once for all: a batch is one network, many times.
    /// </summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The value that is not reached.</param>
    public static Init<Q> Uniform<Q>(Q low, Q high) where Q : struct
    {
        double a = Quantity.Of(low).Value, b = Quantity.Of(high).Value;
        return new Init<Q>(new DrawnValues($"uniform {low} .. {high}", (random, i, member) => a + (b - a) * random.Uniform(i, member))
        {
            Dimension = Quantity.Common(low, high),
        });
    }

    /// <summary>Normally distributed; drawn as <see cref="Uniform"/> is.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation.</param>
    public static Init<Q> Normal<Q>(Q mean, Q standardDeviation) where Q : struct
    {
        double m = Quantity.Of(mean).Value, s = Quantity.Of(standardDeviation).Value;
        return new Init<Q>(new DrawnValues($"normal {mean} +- {standardDeviation}", (random, i, member) => m + s * random.Normal(i, member))
        {
            Dimension = Quantity.Common(mean, standardDeviation),
        });
    }

    /// <summary>
    /// A distribution of one's own, from random numbers that are keyed as those of <see cref="Uniform"/>; drawn as it is.
    /// </summary>
    /// <param name="value">
    /// The value of (random numbers, index, member): <c>(random, i, member) => 0.1 * mS * Math.Exp(0.5 * random.Normal(i, member))</c>. A
    /// pure function that gives the index and the member on, so that each value has a number of its own. The member is 0 for what is drawn
    /// once for all.
    /// </param>
    /// <remarks>Of general quantities, the dimension is that of index 0 for one seed, and all must have it.</remarks>
    public static Init<Q> Drawn<Q>(Func<CounterRandom, ulong, ulong, Q> value) where Q : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        Q first = value(default, 0, 0);
        return new(new DrawnValues("drawn by a function", (random, i, member) =>
        {
            Q q = value(random, i, member);
            Quantity.Common(first, q);
            return Quantity.Of(q).Value;
        })
        { Dimension = Quantity.Of(first).Dimension });
    }

    /// <summary>One value for each neuron (or junction), by its index.</summary>
    /// <param name="value">The value of index i.</param>
    /// <remarks>Must be a pure function. Of general quantities, the dimension is that of index 0, and all must have it.</remarks>
    public static Init<Q> Each<Q>(Func<int, Q> value) where Q : struct
    {
        if (typeof(Q) != typeof(Quantity))
            return new(new DrawnValues("one each", (_, i, _) => Quantity.Of(value((int)i)).Value, Seeded: false));
        Q first = value(0);
        return new(new DrawnValues("one each", (_, i, _) =>
        {
            Q q = value((int)i);
            Quantity.Common(first, q);
            return Quantity.Of(q).Value;
        }, Seeded: false)
        { Dimension = Quantity.Of(first).Dimension });
    }

    /// <summary>One value for each member of a batch and each neuron (or junction): a sweep is one run.</summary>
    /// <param name="values">The values, shape (batch, neurons).</param>
    public static Init<Q> Batch<Q>(Q[,] values) where Q : struct =>
        new(new BatchValues(Init<Q>.Numbers(values), values.GetLength(1)) { Dimension = Quantity.Common(values.Cast<Q>()) });

    /// <summary>What <c>[0.1 * mS, 0.2 * mS]</c> makes.</summary>
    public static Init<Q> Array<Q>(ReadOnlySpan<Q> values) where Q : struct => values.ToArray();
}

/// <summary>
/// The values of a parameter or the start of a state over a population: one value, one for each neuron
/// (<c>[0.1 * mS, 0.2 * mS]</c>, an array), or a rule of <see cref="Init"/>.
/// </summary>
/// <typeparam name="Q">A quantity type, <see cref="Quantity"/>, or double for pure numbers.</typeparam>
[CollectionBuilder(typeof(Init), nameof(Init.Array))]
public sealed class Init<Q> : IEnumerable<Q> where Q : struct
{
    internal Init(InitialValues values) => Values = values with { Dimension = values.Dimension ?? StaticDimension };

    /// <summary>The values, as numbers in the base unit.</summary>
    internal InitialValues Values { get; }

    /// <summary>One value for all.</summary>
    public static implicit operator Init<Q>(Q value)
    {
        Quantity q = Quantity.Of(value);
        return new Init<Q>(new OneValue(q.Value) { Dimension = q.Dimension });
    }

    /// <summary>One value each.</summary>
    public static implicit operator Init<Q>(Q[] values) =>
        new(new ArrayValues([.. values.Select(v => Quantity.Of(v).Value)])
        {
            Dimension = values.Length > 0 ? Quantity.Common(values) : null,
        });

    internal static double[] Numbers(Q[,] values) => [.. values.Cast<Q>().Select(v => Quantity.Of(v).Value)];

    private static Dimension? StaticDimension => typeof(Q) == typeof(Quantity) ? null : Quantity.Of(default(Q)).Dimension;

    /// <summary>The values given, where they were given one by one.</summary>
    /// <exception cref="InvalidOperationException">They come from a rule and are known only in a run.</exception>
    public IEnumerator<Q> GetEnumerator() =>
        Values.Listed.Select(x => new Quantity(x, Values.Dimension ?? default).As<Q>()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The value, the values or the rule.</summary>
    public override string ToString() => Values.ToString();
}
