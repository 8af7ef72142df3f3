namespace Connexon.NeuroML;

/// <summary>
/// Recognises how files write (e^x - 1)/x and its like: a case of their own for x = 0, where the quotient is 0/0. Near 0 the quotient has
/// lost its digits as well; the function of its own has not.
/// </summary>
internal static class RemovableSingularity
{
    /// <summary>A choice as a function, where it has that form; null for any other.</summary>
    public static Expr? Of(Expr condition, Expr then, Expr quotient)
    {
        if (!then.Is(1) || quotient.Operation != Operation.Divide || At0(condition) is not { } x) return null;
        return quotient[1].Equals(x) && IsExpM1(quotient[0], x) ? Functions.ExpRel(x)
            : quotient[0].Equals(x) && IsExpM1(quotient[1], x) ? Functions.InverseExpRel(x)
            : null;
    }

    // x .eq. 0, which is read as x <= 0 and 0 <= x.
    private static Expr? At0(Expr test) =>
        test is { Operation: Operation.And }
            && test[0] is { Operation: Operation.LessOrEqual } below && test[1] is { Operation: Operation.LessOrEqual } above
            && below[1].Is(0) && above[0].Is(0) && below[0].Equals(above[1]) ? below[0] : null;

    private static bool IsExpM1(Expr e, Expr x) =>
        e is { Operation: Operation.Subtract } && e[1].Is(1) && e[0] is { Operation: Operation.Exp } exp && exp[0].Equals(x);
}
