namespace Connexon;

/// <summary>
/// Functions for equations; a <see cref="Neuron"/> has them in its Define, elsewhere there is <c>using static Connexon.Functions</c>.
/// Arguments must be pure numbers unless said otherwise.
/// </summary>
public static class Functions
{
    /// <summary>e to the x.</summary>
    public static Expr Exp(Expr x) => new(Operation.Exp, x);

    /// <summary>e to the x, minus 1: exact near 0.</summary>
    public static Expr ExpM1(Expr x) => new(Operation.ExpM1, x);

    /// <summary>
    /// (e^x - 1) / x, and 1 at 0. Hodgkin and Huxley's rates are <c>1 / ExpRel(-x)</c>, exact at their removable singularity.
    /// </summary>
    public static Expr ExpRel(Expr x) => new(Operation.ExpRel, x);

    /// <summary>x / (e^x - 1), and 1 at 0.</summary>
    public static Expr InverseExpRel(Expr x) => new(Operation.InverseExpRel, x);

    /// <summary>Natural logarithm.</summary>
    public static Expr Log(Expr x) => new(Operation.Log, x);

    /// <summary>Square root, of any dimension.</summary>
    public static Expr Sqrt(Expr x) => new(Operation.Sqrt, x);

    /// <summary>Absolute value, of any dimension.</summary>
    public static Expr Abs(Expr x) => new(Operation.Abs, x);

    /// <summary>Sine of an angle in radians.</summary>
    public static Expr Sin(Expr x) => new(Operation.Sin, x);

    /// <summary>Cosine of an angle in radians.</summary>
    public static Expr Cos(Expr x) => new(Operation.Cos, x);

    /// <summary>Hyperbolic tangent.</summary>
    public static Expr Tanh(Expr x) => new(Operation.Tanh, x);

    /// <summary>Hyperbolic cosine.</summary>
    public static Expr Cosh(Expr x) => new(Operation.Cosh, x);

    /// <summary>Hyperbolic sine.</summary>
    public static Expr Sinh(Expr x) => new(Operation.Sinh, x);

    /// <summary>x to the power y. If x has a dimension, y must be a literal number.</summary>
    public static Expr Pow(Expr x, Expr y) => new(Operation.Power, x, y);

    /// <summary>The lesser of two values of one dimension.</summary>
    public static Expr Min(Expr x, Expr y) => new(Operation.Min, x, y);

    /// <summary>The greater of two values of one dimension.</summary>
    public static Expr Max(Expr x, Expr y) => new(Operation.Max, x, y);

    /// <summary>The least whole number that is not below x.</summary>
    public static Expr Ceiling(Expr x) => new(Operation.Ceiling, x);

    /// <summary>One of two values of one dimension, by a condition (<c>V &gt;= V_th</c>).</summary>
    public static Expr Select(Expr condition, Expr then, Expr otherwise) => new(Operation.Select, condition, then, otherwise);
}
