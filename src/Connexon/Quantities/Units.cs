namespace Connexon;

/// <summary>
/// The units that people write, for <c>using static Connexon.Units</c>: <c>0.1 * mS</c>, <c>-65 * mV</c>. Full names stand for
/// those whose symbol would shadow a variable (second, volt, siemens, farad).
/// </summary>
public static class Units
{
    /// <summary>Millivolt.</summary>
    public static Voltage mV => new(1);

    /// <summary>Microvolt.</summary>
    public static Voltage uV => new(1e-3);

    /// <summary>Volt.</summary>
    public static Voltage volt => new(1e3);

    /// <summary>Microampere.</summary>
    public static Current uA => new(1);

    /// <summary>Nanoampere.</summary>
    public static Current nA => new(1e-3);

    /// <summary>Picoampere.</summary>
    public static Current pA => new(1e-6);

    /// <summary>Milliampere.</summary>
    public static Current mA => new(1e3);

    /// <summary>Millisiemens.</summary>
    public static Conductance mS => new(1);

    /// <summary>Microsiemens.</summary>
    public static Conductance uS => new(1e-3);

    /// <summary>Nanosiemens.</summary>
    public static Conductance nS => new(1e-6);

    /// <summary>Picosiemens.</summary>
    public static Conductance pS => new(1e-9);

    /// <summary>Siemens.</summary>
    public static Conductance siemens => new(1e3);

    /// <summary>Microfarad.</summary>
    public static Capacitance uF => new(1);

    /// <summary>Nanofarad.</summary>
    public static Capacitance nF => new(1e-3);

    /// <summary>Picofarad.</summary>
    public static Capacitance pF => new(1e-6);

    /// <summary>Millisecond.</summary>
    public static Time ms => new(1);

    /// <summary>Microsecond.</summary>
    public static Time us => new(1e-3);

    /// <summary>Second.</summary>
    public static Time second => new(1e3);

    /// <summary>Hertz.</summary>
    public static Rate Hz => new(1e-3);

    /// <summary>Kilohertz, 1/ms.</summary>
    public static Rate kHz => new(1);

    /// <summary>Ohm.</summary>
    public static Resistance ohm => new(1e-3);

    /// <summary>Kiloohm.</summary>
    public static Resistance kOhm => new(1);

    /// <summary>Megaohm.</summary>
    public static Resistance MOhm => new(1e3);

    /// <summary>The pure number one, for quantities without a unit: <c>0.1 * one</c>.</summary>
    public static Quantity one => Quantity.Number(1);
}
