namespace Connexon;

/// <summary>A current, in uA.</summary>
/// <param name="Value">The number of uA.</param>
public readonly record struct Current(double Value) : IQuantity<Current>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Current;

    /// <inheritdoc/>
    public static Current From(double value) => new(value);

    /// <summary>The voltage across a conductance: uA / mS = mV.</summary>
    public static Voltage operator /(Current i, Conductance g) => new(i.Value / g.Value);

    /// <summary>The conductance that carries a current at a voltage: uA / mV = mS.</summary>
    public static Conductance operator /(Current i, Voltage v) => new(i.Value / v.Value);

    /// <summary>The voltage across a resistance: uA * kOhm = mV.</summary>
    public static Voltage operator *(Current i, Resistance r) => new(i.Value * r.Value);

    /// <summary>The value in uA: "0.1 uA".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("nA"), or in uA.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1uA", "0.1 uA".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Current Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Current>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Current Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Current>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Current result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Current)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Current result) =>
        QuantityText.TryParse(s, out result);
}
