namespace Connexon;

/// <summary>A quantity over time.</summary>
/// <typeparam name="Q">The quantity type, or double.</typeparam>
public sealed class Series<Q> where Q : struct
{
    private readonly double[] _numbers;
    private readonly Dimension _dimension;

    internal Series(double[] numbers, Dimension dimension) => (_numbers, _dimension) = (numbers, dimension);

    /// <summary>The number of values.</summary>
    public int Count => _numbers.Length;

    /// <summary>A value.</summary>
    /// <param name="row">The row.</param>
    public Q this[int row] => new Quantity(_numbers[row], _dimension).As<Q>();

    /// <summary>Plain numbers in a unit.</summary>
    /// <exception cref="ArgumentException">The unit is of another dimension, which the compiler cannot know of general
    /// quantities.</exception>
    public static double[] operator /(Series<Q> series, Q unit)
    {
        Quantity one = Quantity.Of(unit);
        if (one.Dimension != series._dimension)
            throw new ArgumentException(
                $"The values are {series._dimension}, but the unit is {one}: divide by one of theirs.", nameof(unit));
        return [.. series._numbers.Select(x => x / one.Value)];
    }

    /// <summary>How many values, and their range: "1001 values, -75.2 mV .. 41.1 mV".</summary>
    public override string ToString() => Counted.Of(Count, "value") + Trace.Span(_numbers, _dimension);
}
