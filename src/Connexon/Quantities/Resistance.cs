namespace Connexon;

/// <summary>A resistance, in kOhm.</summary>
/// <param name="Value">The number of kOhm.</param>
public readonly record struct Resistance(double Value) : IQuantity<Resistance>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Resistance;

    /// <inheritdoc/>
    public static Resistance From(double value) => new(value);

    /// <summary>The voltage that a current makes: kOhm * uA = mV.</summary>
    public static Voltage operator *(Resistance r, Current i) => new(r.Value * i.Value);

    /// <summary>The inverse: 1 / kOhm = mS.</summary>
    public static Conductance operator /(double factor, Resistance r) => new(factor / r.Value);

    /// <summary>The time constant of a membrane: kOhm * uF = ms.</summary>
    public static Time operator *(Resistance r, Capacitance c) => new(r.Value * c.Value);

    /// <summary>The value in kOhm: "0.1 kOhm".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("MOhm"), or in kOhm.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1kOhm", "0.1 kOhm".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Resistance Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Resistance>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Resistance Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Resistance>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Resistance result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Resistance)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Resistance result) =>
        QuantityText.TryParse(s, out result);
}
