namespace Connexon;

/// <summary>A capacitance, in uF.</summary>
/// <param name="Value">The number of uF.</param>
public readonly record struct Capacitance(double Value) : IQuantity<Capacitance>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Capacitance;

    /// <inheritdoc/>
    public static Capacitance From(double value) => new(value);

    /// <summary>The time constant of a membrane: uF / mS = ms.</summary>
    public static Time operator /(Capacitance c, Conductance g) => new(c.Value / g.Value);

    /// <summary>The conductance that charges a capacitance in a time: uF / ms = mS.</summary>
    public static Conductance operator /(Capacitance c, Time t) => new(c.Value / t.Value);

    /// <summary>The time constant of a membrane: uF * kOhm = ms.</summary>
    public static Time operator *(Capacitance c, Resistance r) => new(c.Value * r.Value);

    /// <summary>The value in uF: "0.1 uF".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("nF"), or in uF.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1uF", "0.1 uF".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Capacitance Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Capacitance>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Capacitance Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Capacitance>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Capacitance result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Capacitance)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Capacitance result) =>
        QuantityText.TryParse(s, out result);
}
