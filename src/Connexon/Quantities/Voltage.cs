namespace Connexon;

/// <summary>A voltage, in mV.</summary>
/// <param name="Value">The number of mV.</param>
public readonly record struct Voltage(double Value) : IQuantity<Voltage>
{
    /// <inheritdoc/>
    public static Dimension Dimension => Connexon.Dimension.Voltage;

    /// <inheritdoc/>
    public static Voltage From(double value) => new(value);

    /// <summary>The current through a conductance: mV * mS = uA.</summary>
    public static Current operator *(Voltage v, Conductance g) => new(v.Value * g.Value);

    /// <summary>The current through a resistance: mV / kOhm = uA.</summary>
    public static Current operator /(Voltage v, Resistance r) => new(v.Value / r.Value);

    /// <summary>The resistance across which a current makes a voltage: mV / uA = kOhm.</summary>
    public static Resistance operator /(Voltage v, Current i) => new(v.Value / i.Value);

    /// <summary>The value in mV: "0.1 mV".</summary>
    public override string ToString() => QuantityText.Format(this, null, null);

    /// <summary>The value in the unit named by <paramref name="format"/> ("uV"), or in mV.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => QuantityText.Format(this, format, formatProvider);

    /// <summary>Reads a number with its unit: "0.1mV", "0.1 mV".</summary>
    /// <exception cref="FormatException">No number, no unit, or a unit of another dimension; the message says which.</exception>
    public static Voltage Parse(string s, IFormatProvider? provider = null) => QuantityText.Parse<Voltage>(s);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Voltage Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => QuantityText.Parse<Voltage>(s);

    /// <summary>Reads a number with its unit; false where <see cref="Parse(string, IFormatProvider?)"/> would throw.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Voltage result) => QuantityText.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Voltage)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Voltage result) =>
        QuantityText.TryParse(s, out result);
}
