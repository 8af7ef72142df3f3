using static Connexon.Functions;

namespace Connexon;

/// <summary>Symbolic differentiation.</summary>
internal static class Derivative
{
    /// <summary>The derivative of an expression with respect to a symbol.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="x">The symbol.</param>
    /// <param name="linearPart">True to take <see cref="Frozen"/> parts as constants: the slope that exponential and implicit steps use.</param>
    public static Expr Of(Expr e, Symbol x, bool linearPart = false)
    {
        if (!e.Mentions(s => s == x)) return 0.0;
        Expr D(int i) => Of(e[i], x, linearPart);
        return Simplify.Node(e.Operation switch
        {
            Operation.Symbol => 1.0,
            Operation.Add => D(0) + D(1),
            Operation.Subtract => D(0) - D(1),
            Operation.Negate => -D(0),
            Operation.Multiply => Simplify.Node(D(0) * e[1]) + Simplify.Node(e[0] * D(1)),
            Operation.Divide => Quotient(),
            Operation.Power => Power(),
            Operation.Exp => e * D(0),
            Operation.ExpM1 => Exp(e[0]) * D(0),
            Operation.Log => D(0) / e[0],
            Operation.Sqrt => D(0) / (2.0 * e),
            Operation.Abs => Select(e[0] < 0.0, -D(0), D(0)),
            Operation.Tanh => (1.0 - e * e) * D(0),
            Operation.Cosh => Sinh(e[0]) * D(0),
            Operation.Sinh => Cosh(e[0]) * D(0),
            Operation.ExpRel => ExpRelSlope(e[0]) * D(0),
            Operation.InverseExpRel => -(e * e * ExpRelSlope(e[0])) * D(0),
            Operation.Min => Select(e[0] < e[1], D(0), D(1)),
            Operation.Max => Select(e[1] < e[0], D(0), D(1)),
            Operation.Ceiling => 0.0,
            Operation.Select => Select(e[0], D(1), D(2)),
            Operation.Frozen => linearPart ? 0.0 : D(0),
            _ => throw new ArgumentException($"{e} is a condition and has no derivative."),
        });

        Expr Quotient() => e[1].Mentions(s => s == x)
            ? (D(0) - e * D(1)) / e[1]
            : D(0) / e[1];

        Expr Power() => e[1].IsNumber
            ? e[1].Value * Pow(e[0], e[1].Value - 1) * D(0)
            : e * (D(1) * Log(e[0]) + e[1] * D(0) / e[0]);
    }

    /// <summary>
    /// The slope of (e^z - 1)/z is (e^z - exprel z)/z, which cancels near 0; there its Taylor series takes over, twelve terms of it
    /// (at |z| = 0.25 they leave less than 1e-16, and the quotient is good to 1e-14).
    /// </summary>
    private static Expr ExpRelSlope(Expr z)
    {
        Expr series = 0.0;
        double factorial = 1;
        var coefficients = new double[12];
        for (int k = 0; k < coefficients.Length; k++)
        {
            factorial *= k + 1; // (k+1)!
            coefficients[k] = (k + 1) / (factorial * (k + 2));
        }
        for (int k = coefficients.Length - 1; k >= 0; k--) series = coefficients[k] + z * series;
        return Select(Abs(z) < 0.25, series, (Exp(z) - ExpRel(z)) / z);
    }
}
