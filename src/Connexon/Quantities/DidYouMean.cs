namespace Connexon;

/// <summary>The advice that ends a message about a name that is not known.</summary>
internal static class DidYouMean
{
    /// <summary>
    /// " Did you mean 'mS' or 'ms'?", of the known names that differ from the given one by case only; nothing where there is none.
    /// </summary>
    public static string Among(IEnumerable<string> known, string name)
    {
        string[] near = [.. known.Where(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)).Distinct().Select(k => $"'{k}'")];
        return near.Length == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }
}
