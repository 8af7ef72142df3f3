namespace Connexon;

/// <summary>
/// A unit's name and how many base units it is. Powers of ten are kept as such: 0.1 / 1000 is right where 0.1 * 0.001 is not.
/// </summary>
internal readonly record struct UnitEntry(string Name, Dimension Dimension, double Factor, double Divisor = 1)
{
    public double ToBase(double x) => Divisor == 1 ? x * Factor : x / Divisor;

    /// <summary>
    /// The number in this unit. Values come in by division ("200 pF" is 200 / 1E6) or by multiplication (200 * pF is 200 * 1E-6), which may
    /// differ by the last bit: of the two ways back, the one that gives the shorter number.
    /// </summary>
    public double FromBase(double x)
    {
        if (Divisor == 1) return x / Factor;
        double one = x * Divisor, other = x / (1 / Divisor);
        return $"{other:R}".Length < $"{one:R}".Length ? other : one;
    }
}

/// <summary>Every unit that text may carry.</summary>
internal static class UnitTable
{
    private static readonly UnitEntry[] Entries =
    [
        .. Scaled(Dimension.Voltage, ("V", 1e3, 1), ("mV", 1, 1), ("uV", 1, 1e3)),
        .. Scaled(Dimension.Current, ("A", 1e6, 1), ("mA", 1e3, 1), ("uA", 1, 1), ("nA", 1, 1e3), ("pA", 1, 1e6)),
        .. Scaled(Dimension.Conductance, ("S", 1e3, 1), ("mS", 1, 1), ("uS", 1, 1e3), ("nS", 1, 1e6), ("pS", 1, 1e9)),
        .. Scaled(Dimension.Capacitance, ("F", 1e6, 1), ("mF", 1e3, 1), ("uF", 1, 1), ("nF", 1, 1e3), ("pF", 1, 1e6)),
        .. Scaled(Dimension.Resistance, ("MOhm", 1e3, 1), ("kOhm", 1, 1), ("Ohm", 1, 1e3), ("ohm", 1, 1e3)),
        .. Scaled(Dimension.Time, ("s", 1e3, 1), ("ms", 1, 1), ("us", 1, 1e3), ("min", 6e4, 1)),
        .. Scaled(Dimension.Rate, ("1/ms", 1, 1), ("kHz", 1, 1), ("1/s", 1, 1e3), ("Hz", 1, 1e3), ("/ms", 1, 1)),
        .. Scaled(Dimension.Voltage / Dimension.Time, ("mV/ms", 1, 1), ("V/s", 1, 1)),
        .. Scaled(Dimension.Voltage * Dimension.Time, ("mV*ms", 1, 1)),
        .. Scaled(Dimension.Length, ("um", 1, 1), ("mm", 1e3, 1), ("cm", 1e4, 1)),
    ];

    private static readonly Dictionary<string, UnitEntry> ByName = Entries.ToDictionary(e => e.Name);

    /// <summary>The unit of that name; micro may be written u, µ (U+00B5) or μ (U+03BC).</summary>
    public static UnitEntry? Find(string name) =>
        ByName.TryGetValue(name.Replace('\u00B5', 'u').Replace('\u03BC', 'u').Replace("\u03A9", "Ohm"), out var e) ? e : null;

    /// <summary>The largest unit in which a value is a number below 1000 and not below a least; null if there is none.</summary>
    public static UnitEntry? Near(double value, Dimension d, double least = 1) => Entries
        .Where(e => e.Dimension == d && !e.Name.Contains('/') && Math.Abs(e.FromBase(value)) is var x && x >= least && x < 1000)
        .Cast<UnitEntry?>().FirstOrDefault();

    public static IEnumerable<string> UnitsOf(Dimension d) => Entries.Where(e => e.Dimension == d).Select(e => e.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    private static IEnumerable<UnitEntry> Scaled(Dimension d, params (string Name, double Factor, double Divisor)[] units) =>
        units.Select(u => new UnitEntry(u.Name, d, u.Factor, u.Divisor));
}
