using System.Text.RegularExpressions;

namespace Connexon.Tables;

/// <summary>A column of a table of cells.</summary>
/// <param name="Name">What it is called, without the unit.</param>
/// <param name="Unit">The unit of its bare numbers, "mS"; empty for none.</param>
/// <param name="Index">Which it is.</param>
internal sealed partial record CellColumn(string Name, string Unit, int Index)
{
    /// <summary>A column by its header: "gL (mS)", "gL [mS]", "gL".</summary>
    public static CellColumn Of(string header, int index) => WithUnit().Match(header) is { Success: true } m
        ? new(m.Groups["name"].Value.TrimEnd(), m.Groups["unit"].Value.Trim(), index)
        : new(header, "", index);

    /// <summary>A value as its number and its unit; null for what begins with no number.</summary>
    public static (string Number, string Unit)? Split(string text) => Value().Match(text) is { Success: true } m
        ? (m.Groups["number"].Value, m.Groups["unit"].Value)
        : null;

    [GeneratedRegex(@"^(?<number>[+-]?[\d.,]+([eE][+-]?\d+)?)\s*(?<unit>.*)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?<name>.+?)\s*[\(\[](?<unit>[^()\[\]]*)[\)\]]$")]
    private static partial Regex WithUnit();
}
