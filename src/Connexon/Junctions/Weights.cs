namespace Connexon;

/// <summary>The weights of a junction object, one per junction; they may be read and set.</summary>
public sealed class Weights
{
    private readonly double[] _values;
    private readonly Dimension _dimension;
    private readonly NegativeWeights _negative;
    private readonly Action _changed;

    internal Weights(double[] values, Dimension dimension, NegativeWeights negative, Action changed) =>
        (_values, _dimension, _negative, _changed) = (values, dimension, negative, changed);

    /// <summary>The number of junctions.</summary>
    public int Count => _values.Length;

    internal ReadOnlySpan<double> Numbers => _values;

    /// <summary>The weight of a junction.</summary>
    /// <param name="junction">Its index, in the order of the ids.</param>
    /// <exception cref="ArgumentException">A weight of another dimension, infinite, NaN, or negative without being allowed to.</exception>
    public Quantity this[int junction]
    {
        get => new(_values[junction], _dimension);
        set
        {
            Require(junction, value);
            _values[junction] = value.Value;
            _changed();
        }
    }

    /// <summary>All weights; reading copies.</summary>
    /// <exception cref="ArgumentException">Another number of weights, or one that cannot be.</exception>
    public Quantity[] Value
    {
        get => [.. _values.Select(w => new Quantity(w, _dimension))];
        set
        {
            if (value.Length != Count) throw new ArgumentException($"{value.Length} weights for {Count} junctions: give exactly one per junction.");
            for (int k = 0; k < Count; k++) Require(k, value[k]); // all or none
            for (int k = 0; k < Count; k++) this[k] = value[k];
        }
    }

    private void Require(int junction, Quantity value)
    {
        if (value.Dimension != _dimension) throw new ArgumentException($"Weight {junction} is {_dimension}, but {value} is {value.Dimension}.");
        if (Problem(junction, value, _negative) is { } problem) throw new ArgumentException(problem);
    }

    internal static string? Problem(int junction, Quantity weight, NegativeWeights negative) =>
        double.IsFinite(weight.Value) && (weight.Value >= 0 || negative == NegativeWeights.Allowed) ? null
        : $"The weight of junction {junction} is {weight}: a weight must be finite"
            + (negative == NegativeWeights.Allowed ? "." : " and not negative.")
            + (double.IsFinite(weight.Value) ? " Repulsive junctions are asked for by negativeWeights: NegativeWeights.Allowed." : "");
}
