namespace Connexon;

/// <summary>Operations on single numbers: for folding, and for what is computed one by one.</summary>
internal static class Arithmetic
{
    /// <summary>One operation on one or two numbers; conditions are 1 or 0.</summary>
    public static double Apply(Operation operation, double a, double b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        Operation.Negate => -a,
        Operation.Power => Math.Pow(a, b),
        Operation.Exp => Math.Exp(a),
        Operation.Log => Math.Log(a),
        Operation.Sqrt => Math.Sqrt(a),
        Operation.Abs => Math.Abs(a),
        Operation.Sin => Math.Sin(a),
        Operation.Cos => Math.Cos(a),
        Operation.Tanh => Math.Tanh(a),
        Operation.Cosh => Math.Cosh(a),
        Operation.Sinh => Math.Sinh(a),
        Operation.ExpM1 => ExpM1(a),
        Operation.ExpRel => a == 0 ? 1 : double.IsPositiveInfinity(a) ? a : ExpM1(a) / a,
        Operation.InverseExpRel => a == 0 ? 1 : double.IsPositiveInfinity(a) ? 0 : a / ExpM1(a),
        Operation.Min => Math.Min(a, b),
        Operation.Max => Math.Max(a, b),
        Operation.Ceiling => Math.Ceiling(a),
        Operation.Less => a < b ? 1 : 0,
        Operation.LessOrEqual => a <= b ? 1 : 0,
        Operation.And => a != 0 && b != 0 ? 1 : 0,
        Operation.Or => a != 0 || b != 0 ? 1 : 0,
        Operation.Not => a == 0 ? 1 : 0,
        Operation.Instantaneous => a,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "has no value of its own"),
    };

    // .NET has no expm1: e^x - 1 = 2 e^(x/2) sinh(x/2), and the library's sinh does not cancel near 0; half of the least number is 0.
    private static double ExpM1(double x) =>
        Math.Abs(x) > 1 ? Math.Exp(x) - 1 : Math.Abs(x) < 1e-300 ? x : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);
}
