using System.Globalization;

namespace Connexon;

/// <summary>What dimensions are called in messages: by name where there is one, else by their base units.</summary>
internal static class DimensionNames
{
    private static readonly Dictionary<Dimension, (string Words, string Unit)> Known = new()
    {
        [Dimension.None] = ("a pure number", ""),
        [Dimension.Voltage] = ("a voltage", "mV"),
        [Dimension.Current] = ("a current", "uA"),
        [Dimension.Conductance] = ("a conductance", "mS"),
        [Dimension.Capacitance] = ("a capacitance", "uF"),
        [Dimension.Resistance] = ("a resistance", "kOhm"),
        [Dimension.Time] = ("a time", "ms"),
        [Dimension.Rate] = ("a rate", "1/ms"),
        [Dimension.Length] = ("a length", "um"),
        [Dimension.Temperature] = ("a temperature", "K"),
        [Dimension.Amount] = ("an amount", "umol"),
        [Dimension.Voltage / Dimension.Time] = ("a voltage per time", "mV/ms"),
        [Dimension.Current * Dimension.Time] = ("a charge", "uA*ms"),
    };

    public static string UnitOf(Dimension d) => Known.TryGetValue(d, out var known) ? known.Unit : Compose(d);

    public static string Describe(Dimension d) =>
        !Known.TryGetValue(d, out var known) ? Compose(d) : known.Unit == "" ? known.Words : $"{known.Words} ({known.Unit})";

    private static string Compose(Dimension d)
    {
        var above = d.BasePowers().Where(p => p.Power > 0).Select(p => Factor(p.Unit, p.Power)).ToList();
        var below = d.BasePowers().Where(p => p.Power < 0).Select(p => Factor(p.Unit, -p.Power)).ToList();
        string top = above.Count == 0 ? "1" : string.Join("*", above);
        return below.Count switch
        {
            0 => top,
            1 => $"{top}/{below[0]}",
            _ => $"{top}/({string.Join("*", below)})",
        };
    }

    private static string Factor(string unit, double power) =>
        power == 1 ? unit : unit + "^" + power.ToString(CultureInfo.InvariantCulture);
}
