namespace Connexon.Tests.Equations;

/// <summary>
/// Whether a difference over an interval can show a slope: not where an argument of a function goes through so much there that the function
/// may swing or jump within (a sine of a large number, a hyperbolic tangent that is a step).
/// </summary>
internal static class Steepness
{
    private const double Most = 0.1;

    public static bool IsSteep(Expr e, Func<Symbol, double> low, Func<Symbol, double> high) => Over(e, low, high).Steep;

    private static (double Low, double High, bool Steep) Over(Expr e, Func<Symbol, double> low, Func<Symbol, double> high)
    {
        if (e.Operation == Operation.Number) return (e.Value, e.Value, false);
        if (e.Operation == Operation.Symbol) return (low(e.Symbol!), high(e.Symbol!), false);
        (double Low, double High, bool Steep)[] x = [.. e.Arguments.Select(a => Over(a, low, high))];
        var (a, b) = (x[0], x.Length > 1 ? x[1] : default);
        var (atLow, atHigh) = (Arithmetic.Apply(e.Operation, a.Low, b.Low), Arithmetic.Apply(e.Operation, a.High, b.High));
        bool steep = e.Operation switch
        {
            Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Negate => false,
            Operation.Power => !(Math.Abs(Math.Log(atHigh / atLow)) <= Most),
            _ => !(Math.Abs(a.High - a.Low) <= Most),
        };
        return (atLow, atHigh, steep || a.Steep || b.Steep);
    }
}
