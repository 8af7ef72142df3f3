using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// What dimensions and their base units are called in a file: as NeuroML calls them, or as the file then defines them. Values in base units
/// are read back as they are, for no power of ten is between them and the text.
/// </summary>
internal sealed class WrittenUnits
{
    private readonly Dictionary<Dimension, (string Name, string Unit)> _names = new() { [Dimension.None] = ("none", "") };
    private readonly Names _own = new(StandardUnits.All.Select(d => d.Name)
        .Concat(StandardUnits.All.SelectMany(d => Units(d).Select(u => u.Symbol))));

    private readonly List<XElement> _dimensions = [], _units = [];

    /// <summary>What the file has to define: dimensions, then units.</summary>
    public IEnumerable<XElement> Definitions => _dimensions.Concat(_units);

    /// <summary>True if LEMS has the dimension: its powers are whole.</summary>
    public static bool Has(Dimension d) => d.BasePowers().All(p => p.Power == Math.Round(p.Power));

    /// <summary>The name of a dimension.</summary>
    public string NameOf(Dimension d) => Find(d).Name;

    /// <summary>A value in base units, with the unit.</summary>
    public string Text(double x, Dimension d) => $"{NumberText.Of(x)} {Find(d).Unit}".TrimEnd();

    private (string Name, string Unit) Find(Dimension d)
    {
        if (_names.TryGetValue(d, out var known)) return known;
        if (!Has(d)) return ("none", ""); // which is a problem of whoever asks
        var standard = StandardUnits.All.FirstOrDefault(s => s.Dimension == d);
        string name = standard.Name ?? Define(d);
        LemsUnit? unit = standard.Name is null
            ? null
            : Units(standard).FirstOrDefault(u => u.Power == Power(d) && u.Scale == 1 && u.Offset == 0);
        return _names[d] = (name, unit?.Symbol ?? DefineUnit(d, name));
    }

    private string Define(Dimension d)
    {
        Dictionary<string, int> powers = d.BasePowers().ToDictionary(p => p.Unit, p => (int)p.Power);
        string name = _own.Take("dimension_of_" + Symbol(d));
        // V = kg m^2 / (s^3 A).
        (string, int)[] si =
        [
            ("m", powers["mV"]), ("l", powers["um"] + 2 * powers["mV"]), ("t", powers["ms"] - 3 * powers["mV"]),
            ("i", powers["uA"] - powers["mV"]), ("k", powers["K"]), ("n", powers["umol"]),
        ];
        _dimensions.Add(new XElement("Dimension", new XAttribute("name", name),
            si.Where(p => p.Item2 != 0).Select(p => new XAttribute(p.Item1, p.Item2))));
        return name;
    }

    private string DefineUnit(Dimension d, string dimension)
    {
        string symbol = _own.Take(Symbol(d));
        _units.Add(new XElement("Unit", new XAttribute("symbol", symbol),
            new XAttribute("dimension", dimension), new XAttribute("power", Power(d))));
        return symbol;
    }

    private static string Symbol(Dimension d) =>
        Names.Legal((d.Unit.StartsWith("1/", StringComparison.Ordinal) ? d.Unit[1..] : d.Unit)
            .Replace("/", "_per_").TrimStart('_').Replace("^", ""));

    private static int Power(Dimension d) => -SiScale.Exponent(d);

    private static IEnumerable<LemsUnit> Units((string Name, Dimension Dimension, string Units) d) =>
        d.Units.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(u => StandardUnits.Parse(u, d.Dimension));
}
