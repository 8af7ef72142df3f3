namespace Connexon.NeuroML;

/// <summary>Whether two elements say the same, wherever they stand.</summary>
internal static class ElementEquality
{
    public static bool Same(Element a, Element b) =>
        a.Name == b.Name && a.Children.Count == b.Children.Count
        && ByName(a).SequenceEqual(ByName(b))
        && a.Children.Zip(b.Children).All(pair => Same(pair.First, pair.Second));

    private static IEnumerable<(string, string)> ByName(Element e) => e.Attributes.OrderBy(x => x.Name, StringComparer.Ordinal);
}
