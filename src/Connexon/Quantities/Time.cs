namespace Connexon;

/// <summary>A time, in ms.</summary>
/// <param name="Value">The number of ms.</param>
public readonly record struct Time(double Value) : IQuantity<Time>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Time;

    /// <inheritdoc/>
    public static Time From(double value) => new(value);

    /// <summary>A rate: 4 / ms.</summary>
    public static Rate operator /(double factor, Time t) => new(factor / t.Value);

    /// <summary>A number of events: ms * 1/ms.</summary>
    public static double operator *(Time t, Rate r) => t.Value * r.Value;

    /// <summary>The value in ms: "0.1 ms".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("us"), or in ms.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1ms", "0.1 ms".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Time Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Time>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Time Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Time>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Time result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Time)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Time result) => QuantityText.TryParse(s, out result);
}
