namespace Connexon.NeuroML;

/// <summary>
/// Conditions as thresholds of a state. A margin is what is above 0 where the condition holds: b - a of a &lt; b, the smaller one of two
/// that must both hold. Any margin is a threshold that moves, x - margin, of any state x: x reaches it where the margin reaches 0.
/// </summary>
internal static class SpikeMargin
{
    /// <summary>threshold &lt; state, or &lt;=, where the threshold stays the same during a run; null for any other condition.</summary>
    public static (Symbol Watched, Expr Threshold)? Threshold(Expr test) =>
        test.Operation is (Operation.Less or Operation.LessOrEqual) && test[1].Symbol is { Kind: SymbolKind.State } watched
            && Simplify.IsConstant(test[0])
            ? (watched, test[0]) : null;

    /// <summary>Any condition as a state above a threshold; null where it is drawn, or there is no state.</summary>
    /// <param name="test">The condition.</param>
    /// <param name="e">The equations that have it.</param>
    public static (Symbol Watched, Expr Threshold)? Above(Expr test, FlatEquations e)
    {
        if (Threshold(test) is { } plain) return plain;
        Symbol[] own = [.. e.States.Where(s => s.Slope is not null).Select(s => s.Symbol)];
        Symbol? watched = own.FirstOrDefault(s => test.Mentions(x => x == s)) ?? own.FirstOrDefault();
        return watched is not null && !test.Mentions(SymbolKind.Random) && Margin(test, watched.Dimension) is { } margin
            ? (watched, watched - margin) : null;
    }

    // In the unit of the watched state: what matters is the sign alone.
    private static Expr? Margin(Expr test, Dimension unit) => test.Operation switch
    {
        Operation.Less or Operation.LessOrEqual => Difference(test[1], test[0], unit),
        Operation.And => Both(test, unit, Functions.Min),
        Operation.Or => Both(test, unit, Functions.Max),
        Operation.Not => Margin(test[0], unit) is { } margin ? -margin : null,
        _ => null,
    };

    private static Expr? Both(Expr test, Dimension unit, Func<Expr, Expr, Expr> of) =>
        Margin(test[0], unit) is { } a && Margin(test[1], unit) is { } b ? of(a, b) : null;

    private static Expr Difference(Expr a, Expr b, Dimension unit)
    {
        Expr difference = a - b;
        Dimension own = DimensionCheck.Of("a condition", difference);
        return own == unit ? difference : difference * (Expr)new Quantity(1, unit / own);
    }
}
