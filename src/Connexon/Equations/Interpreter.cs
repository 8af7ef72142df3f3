namespace Connexon;

/// <summary>
/// Evaluates an expression for one neuron, node by node: slow and obvious, the oracle that every kernel is tested against, and
/// what computes the constants of a run.
/// </summary>
internal static class Interpreter
{
    /// <summary>The value of an expression; conditions are 1 or 0.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="valueOf">The value of each symbol.</param>
    public static double Evaluate(Expr e, Func<Symbol, double> valueOf)
    {
        double Part(int i) => Evaluate(e[i], valueOf);
        return e.Operation switch
        {
            Operation.Number => e.Value,
            Operation.Symbol => valueOf(e.Symbol!),
            Operation.Select => Part(0) != 0 ? Part(1) : Part(2),
            _ => e.Arguments.Count == 1 ? Apply(e.Operation, Part(0), 0) : Apply(e.Operation, Part(0), Part(1)),
        };
    }

    /// <summary>The value of an expression for each of several neurons: one walk over the tree for all of them.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="neurons">How many neurons.</param>
    /// <param name="valuesOf">The values of each symbol, one for each neuron; not changed.</param>
    public static double[] Evaluate(Expr e, int neurons, Func<Symbol, double[]> valuesOf)
    {
        if (e.Operation == Operation.Symbol) return valuesOf(e.Symbol!);
        var result = new double[neurons];
        if (e.Operation == Operation.Number)
        {
            Array.Fill(result, e.Value);
            return result;
        }
        double[][] parts = [.. e.Arguments.Select(a => Evaluate(a, neurons, valuesOf))];
        double[] first = parts[0], second = parts[parts.Length > 1 ? 1 : 0], last = parts[^1];
        for (int i = 0; i < neurons; i++)
            result[i] = e.Operation == Operation.Select ? (first[i] != 0 ? second[i] : last[i]) : Apply(e.Operation, first[i], second[i]);
        return result;
    }

    /// <summary>One operation on one or two numbers.</summary>
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
        Operation.Frozen => a,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "has no value of its own"),
    };

    // .NET has no expm1: e^x - 1 = 2 e^(x/2) sinh(x/2), and the library's sinh does not cancel near 0.
    private static double ExpM1(double x) => Math.Abs(x) > 1 ? Math.Exp(x) - 1 : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);
}
