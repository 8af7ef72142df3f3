namespace Connexon.NeuroML;

/// <summary>
/// Joins values of equations. Where dimensions do not fit, LEMS computes with the numbers in SI, and so does this: the numbers are taken
/// over as pure ones, and the report says so.
/// </summary>
internal sealed class Consistency(ReadReport report)
{
    /// <summary>Two values brought to one dimension. A literal 0 has any.</summary>
    public (Expr A, Expr B, Dimension Dimension) Join(Value a, Value b, Place place)
    {
        if (a.Dimension == b.Dimension) return (a.Expr, b.Expr, a.Dimension);
        if (IsZero(a.Expr)) return (new Quantity(0, b.Dimension), b.Expr, b.Dimension);
        if (IsZero(b.Expr)) return (a.Expr, new Quantity(0, a.Dimension), a.Dimension);
        Say($"{a.Dimension} and {b.Dimension} are joined", place);
        return (Pure(a), Pure(b), Dimension.None);
    }

    /// <summary>A value as a pure number.</summary>
    public Expr Number(Value x, Place place)
    {
        if (x.Dimension.IsNone) return x.Expr;
        Say($"{x.Dimension} stands where a pure number is needed", place);
        return Pure(x);
    }

    /// <summary>A value as one of the dimension that it was declared to have.</summary>
    public Expr As(Value x, Dimension due, string what, Place place)
    {
        if (x.Dimension == due) return x.Expr;
        if (IsZero(x.Expr)) return new Quantity(0, due);
        Say($"{what} is {due}, but its equation gives {x.Dimension}", place);
        return SiScale.Reinterpret(x.Expr, x.Dimension, due);
    }

    public static bool IsZero(Expr e)
    {
        while (e.Operation == Operation.Negate && e.IsLiteral) e = e[0];
        return e.Is(0);
    }

    private static Expr Pure(Value x) => SiScale.Reinterpret(x.Expr, x.Dimension, Dimension.None);

    private void Say(string what, Place place) =>
        report.Add(ReadAction.Noted, $"{place}: {what}: computed with SI numbers, as LEMS does", place);
}
