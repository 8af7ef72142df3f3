namespace Connexon;

/// <summary>
/// Where the equations and conditions of a model compare the time with something: a pulse that begins, a clamp that ends.
/// </summary>
internal static class TimeSwitches
{
    /// <summary>The comparisons in which the time stands.</summary>
    public static IEnumerable<Expr> Of(Model model) => Comparisons(model.States.Select(s => s.Slope).Append(model.Gives?.Value)
        .Concat(model.Conditions.SelectMany(c => c.Sets.Select(s => s.Value).Append(c.Test))).OfType<Expr>())
        .Where(c => c.Mentions(SymbolKind.Time));

    /// <summary>
    /// The time at which a comparison switches, once and for good, as an expression of parameters; null for one that hangs on states or
    /// switches again and again.
    /// </summary>
    public static Expr? At(Expr comparison)
    {
        Expr margin = comparison[0] - comparison[1];
        if (Walk.Parts([margin]).Any(IsComparison)) return null;
        Expr rate = Simplify.Tree(Derivative.Of(margin, Symbol.Time));
        if (!IsFixed(rate) || rate.Is(0)) return null;
        Expr start = margin.Replace(s => s.Kind == SymbolKind.Time ? (Expr)new Quantity(0, Dimension.Time) : null);
        return IsFixed(start) ? Simplify.Tree(-start / rate) : null;
    }

    private static bool IsFixed(Expr e) => Walk.Symbols([e]).All(s => s.Kind == SymbolKind.Parameter);

    private static IEnumerable<Expr> Comparisons(IEnumerable<Expr> equations) =>
        Walk.Parts(equations, into: e => !IsComparison(e)).Where(IsComparison);

    private static bool IsComparison(Expr e) => e.Operation is Operation.Less or Operation.LessOrEqual;
}
