using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>A unit: how many SI units it is (scale * 10^power, after which the offset is added).</summary>
internal sealed record LemsUnit(string Symbol, Dimension Dimension, int Power, double Scale = 1, double Offset = 0)
{
    /// <summary>The value in base units of a number of these.</summary>
    public double ToBase(double x)
    {
        int si = SiScale.Exponent(Dimension);
        if (Scale != 1) x *= Scale;
        // One power of ten, not two, so that 0.1 nS is 0.1 / 1e6 and nothing else.
        return Offset == 0 ? SiScale.Scale(x, Power + si) : SiScale.Scale(SiScale.Scale(x, Power) + Offset, si);
    }
}

/// <summary>The dimensions and units that text may name: NeuroML's and those that a file adds.</summary>
internal sealed class LemsUnits
{
    private readonly Dictionary<string, Dimension> _dimensions =
        new() { ["none"] = Dimension.None, ["*"] = Dimension.None, [""] = Dimension.None };

    private readonly Dictionary<string, LemsUnit> _units = [];

    public LemsUnits()
    {
        foreach ((string name, Dimension dimension, string units) in StandardUnits.All)
        {
            _dimensions.Add(name, dimension);
            foreach (string unit in units.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(StandardUnits.Parse(unit, dimension));
        }
    }

    public void Add(LemsUnit unit) => _units[unit.Symbol] = unit;

    public void Add(string name, Dimension dimension) => _dimensions[name] = dimension;

    /// <summary>The dimension of that name.</summary>
    public Dimension DimensionOf(string name, Place place) =>
        _dimensions.TryGetValue(name, out Dimension d)
            ? d
            : throw new NeuroMLException(place,
                $"'{name}' is not a dimension.{DidYouMean.Among(_dimensions.Keys, name)} Define it with <Dimension name=\"{name}\" .../>.");

    /// <summary>Reads a number with its unit ("-65 mV", "1.00E-9mS", "0.5").</summary>
    public Quantity Parse(string text, Place place)
    {
        int length = QuantityText.NumberLength(text);
        if (length == 0 || !double.TryParse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw new NeuroMLException(place, $"'{text}' does not begin with a number. Write a number and its unit: 10 pS.");
        string unit = text[length..].Trim();
        if (unit == "") return Quantity.Number(number);
        if (!_units.TryGetValue(unit, out LemsUnit? known))
            throw new NeuroMLException(place, $"'{unit}' in '{text}' is not a unit.{DidYouMean.Among(_units.Keys, unit)}");
        return new Quantity(known.ToBase(number), known.Dimension);
    }

    /// <summary>Reads a quantity of a dimension. A bare number counts in SI units, as in LEMS.</summary>
    public Quantity Parse(string text, Dimension due, string what, Place place)
    {
        Quantity q = Parse(text, place);
        if (q.Dimension == due) return q;
        if (q.Dimension.IsNone) return new Quantity(SiScale.ToBase(q.Value, due), due);
        throw new NeuroMLException(place, $"{what} = '{text}' is {q.Dimension}, but {due} is needed. Units: {UnitsOf(due)}.");
    }

    private string UnitsOf(Dimension d) =>
        string.Join(", ", _units.Values.Where(u => u.Dimension == d)
            .Select(u => u.Symbol).DefaultIfEmpty("none is known; give a bare number in SI"));
}
