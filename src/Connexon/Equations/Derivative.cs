using static Connexon.Functions;

namespace Connexon;

/// <summary>Symbolic differentiation.</summary>
internal static class Derivative
{
    /// <summary>What comes of a part; nothing at all where it does not mention the symbol.</summary>
    /// <param name="Value">Its derivative.</param>
    /// <param name="Condition">The condition that would have to be differentiated; null for none.</param>
    public readonly record struct Slope(Expr? Value, Expr? Condition = null)
    {
        public bool IsMentioned => Value is not null || Condition is not null;
    }

    /// <summary>The derivative of an expression with respect to a symbol.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="x">The symbol.</param>
    /// <param name="linearPart">
    /// True to take instantaneous parts (<see cref="ModelBuilder.Instantaneous"/>) as constants: the slope that exponential and implicit
    /// steps use.
    /// </param>
    /// <exception cref="ArgumentException">A condition would have to be differentiated.</exception>
    public static Expr Of(Expr e, Symbol x, bool linearPart = false) => Walk(x, linearPart).Of(e) switch
    {
        { Condition: { } condition } => throw new ArgumentException($"{condition} is a condition and has no derivative."),
        var slope => slope.Value ?? 0.0,
    };

    /// <summary>Differentiates with respect to a symbol.</summary>
    public static Walk<Slope> Walk(Symbol x, bool linearPart = false)
    {
        Walk<Slope> walk = null!;
        return walk = new((e, slopes) =>
        {
            if (e.Symbol is { } s) return new(s == x ? 1.0 : null);
            bool mentioned = false;
            foreach (Slope slope in slopes) mentioned |= slope.IsMentioned;
            if (!mentioned) return default;
            if (e.Operation is Operation.Less or Operation.LessOrEqual or Operation.And or Operation.Or or Operation.Not)
                return new(null, e);
            foreach (Slope slope in e.Operation == Operation.Select ? slopes[1..] : slopes)
                if (slope.Condition is not null) return slope;
            return new(Simplify.Node(
                e.Operation == Operation.Divide && e[1].Operation == Operation.ExpRel ? walk.Of(e[0] * InverseExpRel(e[1][0])).Value!
                : e.Operation == Operation.Instantaneous && linearPart ? 0.0
                : Rule(e, slopes)));
        });
    }

    // The derivative of a part, by those of its arguments.
    private static Expr Rule(Expr e, ReadOnlySpan<Slope> slopes)
    {
        Expr a = slopes[0].Value ?? 0.0, b = slopes.Length > 1 ? slopes[1].Value ?? 0.0 : 0.0;
        return e.Operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Negate => -a,
            Operation.Multiply => Simplify.Node(a * e[1]) + Simplify.Node(e[0] * b),
            Operation.Divide => slopes[1].IsMentioned ? (a - e * b) / e[1] : a / e[1],
            Operation.Power => e[1].IsNumber ? e[1].Value * Pow(e[0], e[1].Value - 1) * a : e * (b * Log(e[0]) + e[1] * a / e[0]),
            Operation.Exp => e * a,
            Operation.ExpM1 => Exp(e[0]) * a,
            Operation.Log => a / e[0],
            Operation.Sqrt => a / (2.0 * e),
            Operation.Abs => Select(e[0] < 0.0, -a, a),
            Operation.Sin => Cos(e[0]) * a,
            Operation.Cos => -Sin(e[0]) * a,
            Operation.Tanh => (1.0 - e * e) * a,
            Operation.Cosh => Sinh(e[0]) * a,
            Operation.Sinh => Cosh(e[0]) * a,
            Operation.ExpRel => ExpRelSlope(e[0]) * a,
            Operation.InverseExpRel => InverseExpRelSlope(e) * a,
            Operation.Min => Select(e[0] < e[1], a, b),
            Operation.Max => Select(e[1] < e[0], a, b),
            Operation.Ceiling => 0.0,
            Operation.Select => Select(e[0], b, slopes[2].Value ?? 0.0),
            Operation.Instantaneous => a,
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Operation, "has no rule"),
        };
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
