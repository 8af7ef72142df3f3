namespace Connexon;

/// <summary>The numbers of a parameter in one member: one for all, or a part of an array, times a factor. A value that holds no numbers of its own.</summary>
internal readonly struct NumberColumn(double[]? values, int first, double one, double factor = 1)
{
    /// <summary>One number for all.</summary>
    public NumberColumn(double one) : this(null, 0, one) { }

    /// <summary>The number of a neuron or junction.</summary>
    public double this[int index] => values is null ? one : factor == 1 ? values[first + index] : factor * values[first + index];

    /// <summary>The same numbers, times a factor.</summary>
    public NumberColumn Times(double by) => by == 1 ? this : new(values, first, by * one, by * factor);
}
