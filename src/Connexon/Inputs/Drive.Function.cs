namespace Connexon;

public abstract partial class Drive
{
    /// <summary>A quantity as a function of time, the same for all neurons: a shape of one's own.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="value">The value at a time: a pure function, called once per step and stage.</param>
    /// <param name="edges">
    /// All times at which it jumps or bends, in any order; none (<c>[]</c>) for what is smooth throughout. Methods with long steps may then
    /// take them in between, as long as their error allows. Where this is null it may jump or bend at any time, and no step is longer than
    /// dt.
    /// </param>
    /// <exception cref="ArgumentException">An edge that is not finite.</exception>
    public static Drive Function<Q>(Func<Time, Q> value, IEnumerable<Time>? edges = null) where Q : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        DriveEdges? known = DriveEdges.At(edges);
        if (typeof(Q) != typeof(Quantity))
            return new FunctionDrive(Quantity.Common<Q>(), t => Quantity.Of(value(t)).Value) { Edges = known };
        Quantity first = Quantity.Of(value(default));
        return new FunctionDrive(first.Dimension, t => Like(first, Quantity.Of(value(t)), "", t)) { Edges = known };
    }

    /// <summary>A quantity as a function of time and neuron: a shape of one's own for each.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="value">
    /// The value at a time for a neuron, by its flat index: a pure function, called once per neuron, step and stage, by several threads at
    /// once.
    /// </param>
    /// <param name="edges">As for a function of time alone, of all neurons together.</param>
    /// <exception cref="ArgumentException">An edge that is not finite.</exception>
    public static Drive Function<Q>(Func<Time, int, Q> value, IEnumerable<Time>? edges = null) where Q : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        DriveEdges? known = DriveEdges.At(edges);
        if (typeof(Q) != typeof(Quantity))
            return new NeuronFunctionDrive(Quantity.Common<Q>(), (t, i) => Quantity.Of(value(t, i)).Value) { Edges = known };
        Quantity first = Quantity.Of(value(default, 0));
        return new NeuronFunctionDrive(first.Dimension, (t, i) => Like(first, Quantity.Of(value(t, i)), $" for neuron {i}", t))
        {
            Edges = known,
        };
    }

    private static double Like(Quantity first, Quantity now, string whose, Time t) => now.Dimension == first.Dimension
        ? now.Value
        : throw new ArgumentException($"A drive was {first} at 0 ms, which is {first.Dimension}, but it is {now}{whose} at {t}, "
            + $"which is {now.Dimension}.");
}
