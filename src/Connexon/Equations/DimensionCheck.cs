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
        Dimension found = Of(where, value);
        if (found != due) throw new DimensionException($"{where} must be {due}, but {value} is {found}.");
    }

    public static Dimension Of(string where, Expr value) => Walk(where, value).Of(value);

    /// <summary>Finds the dimension of parts.</summary>
    /// <param name="where">What the equation is, for the message.</param>
    /// <param name="whole">The equation, for the message.</param>
    public static Walk<Dimension> Walk(string where, Expr whole) => new((e, parts) =>
    {
        switch (e.Operation)
        {
            case Operation.Number: return e.Quantity.Dimension;
            case Operation.Symbol: return e.Symbol!.Dimension;
            case Operation.Multiply: return parts[0] * parts[1];
            case Operation.Divide: return parts[0] / parts[1];
            case Operation.Negate or Operation.Abs or Operation.Instantaneous: return parts[0];
            case Operation.Sqrt: return parts[0].Pow(0.5);
            case Operation.Add or Operation.Subtract or Operation.Min or Operation.Max: return Same(parts, 0, 1);
            case Operation.Less or Operation.LessOrEqual:
                Same(parts, 0, 1);
                return Dimension.None;
            case Operation.Select:
                Number(parts, 0);
                return Same(parts, 1, 2);
            case Operation.Power:
                Number(parts, 1);
                if (parts[0].IsNone) return Dimension.None;
                if (!e[1].IsNumber)
                    throw new DimensionException(
                        $"{where}: {e[0]} is {parts[0]}; its exponent {e[1]} must then be a literal number. In: {whole}.");
                return parts[0].Pow(e[1].Value);
            default:
                for (int i = 0; i < parts.Length; i++) Number(parts, i);
                return Dimension.None;
        }

        Dimension Same(ReadOnlySpan<Dimension> of, int i, int j) => of[i] == of[j] ? of[i]
            : throw new DimensionException($"{where}: {e} joins {e[i]}, which is {of[i]}, and {e[j]}, which is {of[j]}. In: {whole}.");

        void Number(ReadOnlySpan<Dimension> of, int i)
        {
            if (!of[i].IsNone) throw new DimensionException($"{where}: {e} needs a pure number, but {e[i]} is {of[i]}. In: {whole}.");
        }
    });
}
