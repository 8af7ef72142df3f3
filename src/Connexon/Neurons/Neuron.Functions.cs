namespace Connexon;

// The functions of equations, within reach of Define: a script that defines a neuron needs no using for them.
public abstract partial class Neuron
{
    /// <inheritdoc cref="Functions.Exp"/>
    protected static Expr Exp(Expr x) => Functions.Exp(x);

    /// <inheritdoc cref="Functions.ExpM1"/>
    protected static Expr ExpM1(Expr x) => Functions.ExpM1(x);

    /// <inheritdoc cref="Functions.ExpRel"/>
    protected static Expr ExpRel(Expr x) => Functions.ExpRel(x);

    /// <inheritdoc cref="Functions.InverseExpRel"/>
    protected static Expr InverseExpRel(Expr x) => Functions.InverseExpRel(x);

    /// <inheritdoc cref="Functions.Log"/>
    protected static Expr Log(Expr x) => Functions.Log(x);

    /// <inheritdoc cref="Functions.Sqrt"/>
    protected static Expr Sqrt(Expr x) => Functions.Sqrt(x);

    /// <inheritdoc cref="Functions.Abs"/>
    protected static Expr Abs(Expr x) => Functions.Abs(x);

    /// <inheritdoc cref="Functions.Sin"/>
    protected static Expr Sin(Expr x) => Functions.Sin(x);

    /// <inheritdoc cref="Functions.Cos"/>
    protected static Expr Cos(Expr x) => Functions.Cos(x);

    /// <inheritdoc cref="Functions.Tanh"/>
    protected static Expr Tanh(Expr x) => Functions.Tanh(x);

    /// <inheritdoc cref="Functions.Cosh"/>
    protected static Expr Cosh(Expr x) => Functions.Cosh(x);

    /// <inheritdoc cref="Functions.Sinh"/>
    protected static Expr Sinh(Expr x) => Functions.Sinh(x);

    /// <inheritdoc cref="Functions.Pow"/>
    protected static Expr Pow(Expr x, Expr y) => Functions.Pow(x, y);

    /// <inheritdoc cref="Functions.Min"/>
    protected static Expr Min(Expr x, Expr y) => Functions.Min(x, y);

    /// <inheritdoc cref="Functions.Max"/>
    protected static Expr Max(Expr x, Expr y) => Functions.Max(x, y);

    /// <inheritdoc cref="Functions.Ceiling"/>
    protected static Expr Ceiling(Expr x) => Functions.Ceiling(x);

    /// <inheritdoc cref="Functions.Select"/>
    protected static Expr Select(Expr condition, Expr then, Expr otherwise) => Functions.Select(condition, then, otherwise);
}
