using System.Globalization;
using System.Text.RegularExpressions;

namespace Connexon.Tables;

/// <summary>The numbers of one table, with a point or a comma before their decimals: one of the two throughout.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="mark">The decimal mark that was asked for; null to tell it by the numbers.</param>
internal sealed partial class TableNumbers(string path, char? mark)
{
    private (int Line, string Text)? _point, _comma, _doubt;

    /// <summary>True for what is a number with either mark, in any table.</summary>
    public static bool Looks(ReadOnlySpan<char> text) => Parse(text, ',', out _) || Parse(text, '.', out _);

    /// <summary>A number with either mark; NaN for what is none.</summary>
    public static double Value(string text) =>
        text == "" ? 0 : Parse(text, '.', out double value) || Parse(text, ',', out value) ? value : double.NaN;

    /// <summary>Reads a number; false for what is none.</summary>
    /// <exception cref="TableException">The table has decimal points and decimal commas.</exception>
    public bool Read(ReadOnlySpan<char> text, int line, out double value)
    {
        bool comma = text.Contains(',');
        if (!Parse(text, mark ?? (comma ? ',' : '.'), out value)) return false;
        if (mark is not null) return true;
        if (comma && Thousand().IsMatch(text)) _doubt ??= (line, text.ToString());
        else if (comma) _comma ??= (line, text.ToString());
        else if (text.Contains('.')) _point ??= (line, text.ToString());
        if (_point is { } point && (_comma ?? _doubt) is { } other)
            throw new TableException(path, line,
                $"'{other.Text}' in line {other.Line} has a comma where '{point.Text}' in line {point.Line} has a decimal point; "
                + "write all numbers alike, without separators of thousands");
        return true;
    }

    /// <summary>Whether commas were decimal points, as a note; none where there were none.</summary>
    /// <exception cref="TableException">They may all have been separators of thousands.</exception>
    public string[] Conclude()
    {
        if (_comma is null && _doubt is { } doubt)
            throw new TableException(path, doubt.Line,
                $"'{doubt.Text}' may be {doubt.Text.Replace(',', '.')} or {doubt.Text.Replace(",", "")}, and no other number of the table "
                + "tells; say TableOptions.Decimal, or write it without the comma");
        return _comma is { } first ? [$"a comma read as the decimal point ('{first.Text}' in line {first.Line})"] : [];
    }

    private static bool Parse(ReadOnlySpan<char> text, char mark, out double value)
    {
        value = 0;
        if (mark == '.') return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return !text.Contains('.')
            && double.TryParse(text.ToString().Replace(mark, '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A number that a separator of thousands may have been written into.</summary>
    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2},\d{3}$")]
    private static partial Regex Thousand();
}
