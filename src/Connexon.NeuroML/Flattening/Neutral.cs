namespace Connexon.NeuroML;

/// <summary>Sums without literal zeros and products without literal ones, which empty sums and products leave behind.</summary>
internal static class Neutral
{
    public static Expr Plus(Expr a, Expr b) => Consistency.IsZero(a) ? b : Consistency.IsZero(b) ? a : a + b;

    public static Value Times(Value a, Value b) =>
        IsOne(a) ? b : IsOne(b) ? a : new Value(a.Expr * b.Expr, a.Dimension * b.Dimension);

    private static bool IsOne(Value x) => x.Dimension.IsNone && x.Expr.Is(1);
}
