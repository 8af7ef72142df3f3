namespace Connexon;

/// <summary>A conductance, in mS.</summary>
/// <param name="Value">The number of mS.</param>
public readonly record struct Conductance(double Value) : IQuantity<Conductance>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Conductance;

    /// <inheritdoc/>
    public static Conductance From(double value) => new(value);

    /// <summary>The current at a voltage: mS * mV = uA.</summary>
    public static Current operator *(Conductance g, Voltage v) => new(g.Value * v.Value);

    /// <summary>The inverse: 1 / mS = kOhm.</summary>
    public static Resistance operator /(double factor, Conductance g) => new(factor / g.Value);

    /// <summary>The rate at which a capacitance is charged: mS / uF = 1/ms.</summary>
    public static Rate operator /(Conductance g, Capacitance c) => new(g.Value / c.Value);

    /// <summary>The value in mS: "0.1 mS".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("nS"), or in mS.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1mS", "0.1 mS".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Conductance Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Conductance>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Conductance Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Conductance>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Conductance result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Conductance)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Conductance result) =>
        QuantityText.TryParse(s, out result);
}
