using System.Globalization;

namespace Connexon;

/// <summary>Quantities as text, both ways.</summary>
internal static class QuantityText
{
    public static string Format<Q>(Q q, string? unit, IFormatProvider? provider) where Q : struct, IQuantity<Q>
    {
        if (string.IsNullOrEmpty(unit) || unit == "G") return In(provider, q.Value, Q.Dimension);
        if (UnitTable.Find(unit) is not { } known || known.Dimension != Q.Dimension)
            throw new FormatException($"'{unit}' is not a unit of {Q.Dimension}. {Legal(Q.Dimension)}");
        return $"{Number(known.FromBase(q.Value), provider)} {unit}";
    }

    /// <summary>The value in its base unit, or where that has noughts in front in a smaller one that fits: "0.667 nS".</summary>
    public static string Format(double value, Dimension d) => In(CultureInfo.InvariantCulture, value, d);

    private static string In(IFormatProvider? provider, double value, Dimension d) =>
        Math.Abs(value) is > 0 and < 1e-3 && UnitTable.Near(value, d, least: 0.5) is { } near
            ? $"{Number(near.FromBase(value), provider)} {near.Name}"
            : InBase(provider, value, d);

    private static string InBase(IFormatProvider? provider, double value, Dimension d) =>
        d.Unit switch
        {
            "" => Number(value, provider),
            ['1', .. var per] => Number(value, provider) + per, // 0.1/ms, which reads better than 0.1 1/ms and is read back the same
            var unit => $"{Number(value, provider)} {unit}",
        };

    /// <summary>The value in its base unit, or where that gives a long row of noughts in a unit near it: "40 pF".</summary>
    public static string Readable(double value, Dimension d) =>
        Math.Abs(value) is 0 or (>= 0.01 and < 1e4) || UnitTable.Near(value, d) is not { } near
            ? Format(value, d)
            : $"{Number(near.FromBase(value), null)} {near.Name}";

    public static Q Parse<Q>(ReadOnlySpan<char> text) where Q : struct, IQuantity<Q>
    {
        Quantity any = ParseAny(text, Q.Dimension);
        if (any.Dimension == Q.Dimension) return Q.From(any.Value);
        if (any.Dimension.IsNone)
            throw new FormatException($"{text.Trim()} has no unit, but {Q.Dimension} is needed. {Legal(Q.Dimension)}");
        throw new FormatException($"{text.Trim()} is {any.Dimension}, but {Q.Dimension} is needed. {Legal(Q.Dimension)}");
    }

    public static bool TryParse<Q>(ReadOnlySpan<char> text, out Q result) where Q : struct, IQuantity<Q>
    {
        try
        {
            result = Parse<Q>(text);
            return true;
        }
        catch (FormatException)
        {
            result = default;
            return false;
        }
    }

    public static Quantity ParseAny(ReadOnlySpan<char> text, Dimension? wanted = null)
    {
        text = text.Trim();
        int length = NumberLength(text);
        if (length == 0 || !double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw new FormatException($"'{text}' does not begin with a number.{(wanted is { } w ? " " + Legal(w) : "")}");
        string unit = text[length..].Trim().ToString();
        if (unit == "") return Quantity.Number(number);
        if (UnitTable.Find(unit) is { } known) return new Quantity(known.ToBase(number), known.Dimension);
        throw new FormatException($"'{unit}' in '{text}' is not a known unit.{DidYouMean.Among(UnitTable.Names, unit)}{(wanted is { } d
            ? " " + Legal(d)
            : "")}");
    }

    private static string Legal(Dimension d)
    {
        string units = string.Join(", ", UnitTable.UnitsOf(d));
        string name = d.ToString().Replace("an ", "").Replace("a ", "");
        int bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return units == "" ? "" : $"Units of {(bracket > 0 ? name[..bracket] : name)}: {units}.";
    }

    private static string Number(double x, IFormatProvider? provider) => x.ToString("R", provider ?? CultureInfo.InvariantCulture);

    // The longest prefix that is a number: an exponent counts only with its digits, so that "1e" is 1 of a unit "e".
    internal static int NumberLength(ReadOnlySpan<char> s)
    {
        int i = 0;
        if (i < s.Length && s[i] is '+' or '-') i++;
        int digits = i;
        while (i < s.Length && (char.IsAsciiDigit(s[i]) || s[i] == '.')) i++;
        if (i == digits) return 0;
        int e = i;
        if (e < s.Length && s[e] is 'e' or 'E')
        {
            e++;
            if (e < s.Length && s[e] is '+' or '-') e++;
            int exponent = e;
            while (e < s.Length && char.IsAsciiDigit(s[e])) e++;
            if (e > exponent) i = e;
        }
        return i;
    }
}
