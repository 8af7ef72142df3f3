namespace Connexon.Tests.Equations;

/// <summary>
/// Evaluates an expression together with how far rounding may have taken it: each operation passes on the errors of its arguments, times
/// its slope, and adds its own. Where a choice hangs on the rounding, or numbers come near overflow, the error is infinite.
/// </summary>
internal static class Rounding
{
    private const double Own = 8 * 2.2e-16;

    public static (double Value, double Error) Evaluate(Expr e, Func<Symbol, double> valueOf)
    {
        (double Value, double Error)[] x = [.. e.Arguments.Select(a => Evaluate(a, valueOf))];
        double value = e.Operation switch
        {
            Operation.Number => e.Value,
            Operation.Symbol => valueOf(e.Symbol!),
            Operation.Select => x[0].Value != 0 ? x[1].Value : x[2].Value,
            _ => Arithmetic.Apply(e.Operation, x[0].Value, x.Length > 1 ? x[1].Value : 0),
        };
        double passedOn = e.Operation switch
        {
            Operation.Number or Operation.Symbol => 0,
            Operation.Select => x[0].Error + (x[0].Value != 0 ? x[1].Error : x[2].Error),
            Operation.Less or Operation.LessOrEqual =>
                Math.Abs(x[0].Value - x[1].Value) > x[0].Error + x[1].Error ? 0 : double.PositiveInfinity,
            Operation.Ceiling => Math.Abs(x[0].Value - Math.Round(x[0].Value)) > x[0].Error ? 0 : double.PositiveInfinity,
            Operation.And or Operation.Or or Operation.Not => x.Max(a => a.Error),
            Operation.Sin or Operation.Cos => x[0].Error, // a slope measured over more than a turn would be any
            _ => x.Select((a, k) => a.Error == 0 ? 0 : a.Error * Slope(e.Operation, x, k)).Sum(),
        };
        return (value, Math.Abs(value) < 1e100 ? passedOn + Own * Math.Abs(value) : double.PositiveInfinity);
    }

    /// <summary>The size of the derivative by an argument, measured over its error.</summary>
    private static double Slope(Operation operation, (double Value, double Error)[] x, int k)
    {
        double At(double shift) => Arithmetic.Apply(operation,
            x[0].Value + (k == 0 ? shift : 0), x.Length > 1 ? x[1].Value + (k == 1 ? shift : 0) : 0);
        double h = Math.Max(x[k].Error, 1e-7 * Math.Abs(x[k].Value));
        return Math.Max(Math.Abs(At(h) - At(0)), Math.Abs(At(-h) - At(0))) / h;
    }
}
