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
            Operation.Divide when e[1].Operation == Operation.ExpRel => Of(e[0] * InverseExpRel(e[1][0]), x, linearPart),
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
            Operation.InverseExpRel => InverseExpRelSlope(e) * D(0),
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
        double factorial = 1;
        var coefficients = new double[12];
        for (int k = 0; k < coefficients.Length; k++)
        {
            factorial *= k + 1; // (k+1)!
            coefficients[k] = (k + 1) / (factorial * (k + 2));
        }
        return Select(Abs(z) < 0.25, Series(coefficients, z), (Exp(z) - ExpRel(z)) / z);
    }

    /// <summary>
    /// The slope of f = z/(e^z - 1) is f (1 - z - f)/z, which nothing overflows; for negative z, where f is nearly -z, it is written
    /// f (1 - f e^z)/z. Near 0 it cancels, and the series of the Bernoulli numbers takes over (at |z| = 0.25 it leaves less than 1e-17).
    /// </summary>
    private static Expr InverseExpRelSlope(Expr f)
    {
        Expr z = f[0];
        double[] odd = [1 / 6.0, -1 / 180.0, 1 / 5040.0, -1 / 151200.0, 1 / 4790016.0, -691 / 108972864000.0];
        return Select(Abs(z) < 0.25, -0.5 + z * Series(odd, z * z), f * Select(z < 0.0, 1.0 - f * Exp(z), 1.0 - z - f) / z);
    }

    /// <summary>c0 + c1 z + c2 z^2 + ...</summary>
    private static Expr Series(double[] coefficients, Expr z)
    {
        Expr sum = 0.0;
        foreach (double c in coefficients.Reverse()) sum = c + z * sum;
        return sum;
    }
}
