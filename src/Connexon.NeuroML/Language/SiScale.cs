namespace Connexon.NeuroML;

/// <summary>
/// The way between SI, in which LEMS counts, and the library's base units (mV, uA, ms, um, umol): always a power of ten.
/// </summary>
internal static class SiScale
{
    /// <summary>The dimension with these powers of kilogram, metre, second, ampere, kelvin and mole.</summary>
    public static Dimension FromSi(int mass, int length, int time, int current, int temperature, int amount)
    {
        // kg = V A s^3 / m^2, since V = kg m^2 / (s^3 A).
        Dimension d = Dimension.None;
        void Times(Dimension unit, int power)
        {
            if (power != 0) d *= unit.Pow(power);
        }
        Times(Dimension.Voltage, mass);
        Times(Dimension.Current, mass + current);
        Times(Dimension.Time, 3 * mass + time);
        Times(Dimension.Length, length - 2 * mass);
        Times(Dimension.Temperature, temperature);
        Times(Dimension.Amount, amount);
        return d;
    }

    /// <summary>The power of ten n such that a number in SI times 10^n is the number in base units.</summary>
    public static int Exponent(Dimension d)
    {
        double sum = 0;
        foreach ((string unit, double power) in d.BasePowers())
            sum += power * unit switch { "mV" or "ms" => 3, "uA" or "um" or "umol" => 6, _ => 0 };
        return sum == Math.Round(sum) ? (int)sum : throw new ArgumentException($"{d} has no whole power of ten in SI.");
    }

    /// <summary>A number times 10^power, rounded once.</summary>
    public static double Scale(double x, int power) =>
        power == 0 ? x
        : power is > 0 and <= 22 ? x * Math.Pow(10, power)
        : power is < 0 and >= -22 ? x / Math.Pow(10, -power)
        : x * double.Parse($"1e{power}", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number in SI as a number in base units.</summary>
    public static double ToBase(double si, Dimension d) => Scale(si, Exponent(d));

    /// <summary>A number in base units as a number in SI.</summary>
    public static double FromBase(double x, Dimension d) => Scale(x, -Exponent(d));

    /// <summary>The pure number that a value of a dimension is in SI, as an expression; and back for another dimension.</summary>
    public static Expr Reinterpret(Expr e, Dimension from, Dimension to)
    {
        if (from == to) return e;
        int power = Exponent(to) - Exponent(from);
        Expr factor = new Quantity(Scale(1, Math.Abs(power)), power >= 0 ? to / from : from / to);
        return power >= 0 ? e * factor : e / factor;
    }
}
