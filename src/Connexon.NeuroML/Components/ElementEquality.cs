namespace Connexon.NeuroML;

/// <summary>Whether two elements say the same, wherever they stand.</summary>
internal static class ElementEquality
{
    public static bool Same(Element a, Element b) =>
        a.Name == b.Name && a.Children.Count == b.Children.Count
        && a.Attributes.OrderBy(x => x.Name, StringComparer.Ordinal).SequenceEqual(b.Attributes.OrderBy(x => x.Name, StringComparer.Ordinal))
        && a.Children.Zip(b.Children).All(pair => Same(pair.First, pair.Second));
}
