namespace Connexon;

/// <summary>A rate (1/time), in 1/ms.</summary>
/// <param name="Value">The number of 1/ms.</param>
public readonly record struct Rate(double Value) : IQuantity<Rate>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Rate;

    /// <inheritdoc/>
    public static Rate From(double value) => new(value);

    /// <summary>A number of events: 1/ms * ms.</summary>
    public static double operator *(Rate r, Time t) => r.Value * t.Value;

    /// <summary>The time between events: 1 / (1/ms) = ms.</summary>
    public static Time operator /(double factor, Rate r) => new(factor / r.Value);

    /// <summary>A slope: 1/ms * mV = mV/ms.</summary>
    public static Quantity operator *(Rate r, Voltage v) => (Quantity)r * v;

    /// <summary>A rate per voltage: 1/ms / mV.</summary>
    public static Quantity operator /(Rate r, Voltage v) => (Quantity)r / v;

    /// <summary>The value in 1/ms: "0.1/ms".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("Hz"), or in 1/ms.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1/ms", "0.1 1/ms".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Rate Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Rate>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Rate Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Rate>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Rate result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Rate)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Rate result) => QuantityText.TryParse(s, out result);
}
