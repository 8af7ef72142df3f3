namespace Connexon;

/// <summary>An equation whose two sides, or two terms, have different dimensions.</summary>
public sealed class DimensionException : ArgumentException
{
    internal DimensionException(string message) : base(message) { }
}

/// <summary>Finds the dimension of an expression, and the term that spoils it.</summary>
internal static class DimensionCheck
{
    /// <summary>Checks that an equation has the dimension it must have.</summary>
    /// <param name="where">What the equation is, for the message: "dV/dt of HH".</param>
    /// <param name="value">The expression.</param>
    /// <param name="due">The dimension that it must have.</param>
    public static void Require(string where, Expr value, Dimension due)
    {
        Dimension found = Of(where, value, value);
        if (found != due) throw new DimensionException($"{where} must be {due}, but {value} is {found}.");
    }

    public static Dimension Of(string where, Expr value) => Of(where, value, value);

    private static Dimension Of(string where, Expr whole, Expr e)
    {
        Dimension Part(int i) => Of(where, whole, e[i]);
        switch (e.Operation)
        {
            case Operation.Number: return e.Quantity.Dimension;
            case Operation.Symbol: return e.Symbol!.Dimension;
            case Operation.Multiply: return Part(0) * Part(1);
            case Operation.Divide: return Part(0) / Part(1);
            case Operation.Negate or Operation.Abs or Operation.Frozen: return Part(0);
            case Operation.Sqrt: return Part(0).Pow(0.5);
            case Operation.Add or Operation.Subtract or Operation.Min or Operation.Max: return Same(0, 1);
            case Operation.Less or Operation.LessOrEqual:
                Same(0, 1);
                return Dimension.None;
            case Operation.Select:
                Number(0);
                return Same(1, 2);
            case Operation.Power:
                Number(1);
                if (Part(0).IsNone) return Dimension.None;
                if (!e[1].IsNumber)
                    throw new DimensionException($"{where}: {e[0]} is {Part(0)}; its exponent {e[1]} must then be a literal number. In: {whole}.");
                return Part(0).Pow(e[1].Value);
            default:
                for (int i = 0; i < e.Arguments.Count; i++) Number(i);
                return Dimension.None;
        }

        Dimension Same(int i, int j)
        {
            Dimension a = Part(i), b = Part(j);
            if (a != b)
                throw new DimensionException($"{where}: {e} joins {e[i]}, which is {a}, and {e[j]}, which is {b}. In: {whole}.");
            return a;
        }

        void Number(int i)
        {
            if (Part(i) is { IsNone: false } d)
                throw new DimensionException($"{where}: {e} needs a pure number, but {e[i]} is {d}. In: {whole}.");
        }
    }
}
