using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>A path to a cell and on into it: "pop[3]/v", "../pop/3/comp/v".</summary>
/// <param name="Population">The population's id.</param>
/// <param name="Index">The cell's index, or the id of its instance.</param>
/// <param name="Component">The component that the path names; null in the form with brackets.</param>
/// <param name="Rest">What follows, from the cell on.</param>
internal sealed record CellPath(string Population, int Index, string? Component, string Rest)
{
    /// <summary>The path that a text says; null if it is none to a cell. A leading part that names the network is left out.</summary>
    public static CellPath? Parse(string text, string network)
    {
        string[] steps = [.. text.Split('/').SkipWhile(s => s is ".." or "." or "")];
        if (steps.Length > 1 && steps[0] == network && !(int.TryParse(steps[1], out _))) steps = steps[1..];
        if (steps.Length == 0) return null;
        int open = steps[0].IndexOf('[');
        if (open > 0 && steps[0].EndsWith(']'))
            return Number(steps[0][(open + 1)..^1]) is { } i ? new CellPath(steps[0][..open], i, null, string.Join('/', steps[1..])) : null;
        if (steps.Length < 2 || Number(steps[1]) is not { } index) return null;
        return new CellPath(steps[0], index, steps.Length > 2 ? steps[2] : null, string.Join('/', steps.Skip(3)));
    }

    /// <summary>The index that a text says which names no population ("3", "/3", "../3/comp"); null for a path that does.</summary>
    public static int? IndexAlone(string text)
    {
        string[] steps = [.. text.Split('/').SkipWhile(s => s is ".." or "." or "")];
        return steps.Length > 0 && Number(steps[0]) is { } index && (steps.Length == 1 || Number(steps[1]) is null) ? index : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int i) ? i : null;
}
