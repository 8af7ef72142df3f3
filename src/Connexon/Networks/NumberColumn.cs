namespace Connexon;

/// <summary>
/// The numbers of a parameter in one member: one for all, a part of an array, or a rule, times a factor. It holds no numbers of its own.
/// </summary>
internal readonly struct NumberColumn
{
    private readonly double[]? _values;
    private readonly InitialValues? _rule;
    private readonly int _at; // the first of the array, or the member of the rule
    private readonly double _one, _factor = 1;

    /// <summary>One number for all.</summary>
    public NumberColumn(double one) => _one = one;

    /// <summary>A part of an array, from a first number on.</summary>
    public NumberColumn(double[] values, int first) => (_values, _at) = (values, first);

    /// <summary>A rule in a member.</summary>
    public NumberColumn(InitialValues rule, int member) => (_rule, _at) = (rule, member);

    private NumberColumn(NumberColumn other, double factor)
    {
        this = other;
        _factor = factor * other._factor;
    }

    /// <summary>The number of a neuron or junction.</summary>
    public double this[int index]
    {
        get
        {
            double number = _values is not null ? _values[_at + index] : _rule?.At(index, _at, default) ?? _one;
            return _factor == 1 ? number : _factor * number;
        }
    }

    /// <summary>The same numbers, times a factor.</summary>
    public NumberColumn Times(double by) => by == 1 ? this : new(this, by);
}
