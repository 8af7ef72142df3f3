using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon.Tests.Equations;

/// <summary>Parts within parts, a hundred thousand deep, on a stack that would hold a few thousand calls.</summary>
public class DeepExpressions
{
    private const int Depth = 100_000;
    private static readonly Symbol X = RandomExpressions.X, Y = RandomExpressions.Y;

    // sin(... sin(x) + y ...) + y: two parts each, and x and y.
    private static readonly Expr Deep = Enumerable.Range(0, Depth).Aggregate((Expr)X, (e, _) => Sin(e) + Y);

    [Fact]
    public void Are_checked() => Assert.Equal(Dimension.None, SmallStack.Of(() => DimensionCheck.Of("e", Deep)));

    [Fact]
    public void Are_simplified_replaced_and_compared() => SmallStack.Of(() =>
    {
        Assert.Equal(Deep, Simplify.Tree(Deep));
        Assert.Equal(Enumerable.Range(0, Depth).Aggregate((Expr)Y, (e, _) => Sin(e) + Y), Deep.Replace(s => s == X ? (Expr)Y : null));
        Assert.Equal([X, Y], Deep.Symbols());
        return true;
    });

    [Fact]
    public void Are_differentiated() => SmallStack.Of(() =>
    {
        double x = 0.4, y = 2 * Math.PI + 0.1, logOfSlope = 0;
        for (int k = 0; k < 500; k++) (x, logOfSlope) = (Math.Sin(x) + y, logOfSlope + Math.Log(Math.Abs(Math.Cos(x))));
        Expr part = Enumerable.Range(0, 500).Aggregate((Expr)X, (e, _) => Sin(e) + Y);
        double slope = Interpreter.Evaluate(Derivative.Of(part, X), s => s == X ? 0.4 : y);
        Assert.Equal(logOfSlope, Math.Log(Math.Abs(slope)), 1e-6);
        var walk = Derivative.Walk(X);
        Assert.Equal(2 * Depth, Walk.Parts([walk.Of(Deep).Value!]).Count(p => p.Operation is Operation.Cos or Operation.Multiply) + 1);
        Assert.Equal(2 * Depth + 2, walk.Visited);
        return true;
    });

    [Fact]
    public void Are_written() => Assert.Equal(
        string.Concat(Enumerable.Repeat("sin(", 1000)) + " ...", SmallStack.Of(() => $"{Deep}"));

    [Fact]
    public void Become_programs() => SmallStack.Of(() =>
    {
        var program = Lowering.Of(Deep, s => new Slot(SlotKind.Array, s == X ? 0 : 1));
        Assert.Equal(2 * Depth + 2, program.Instructions.Length);
        double x = 0.4;
        for (int k = 0; k < Depth; k++) x = Math.Sin(x) + 0.1;
        Assert.Equal(x, Interpreter.Run(program, 1, slot => [slot.Index == 0 ? 0.4 : 0.1])[0][0]);
        return true;
    });

    /// <summary>A literal factor is carried into sums of literals, but not into any number of them.</summary>
    [Fact]
    public void Factors_of_long_sums_stay_in_proportion()
    {
        Expr Nested(int times) => Enumerable.Range(0, times).Aggregate((Expr)X, (e, k) => 2.0 * (e + (k + 1.0)));
        int Parts(int times) => SmallStack.Of(() => Walk.Parts([Simplify.Tree(Nested(times))]).Count);

        Assert.Equal("8 * x + 8 + 8 + 6", $"{Simplify.Tree(Nested(3))}");
        Assert.InRange(Parts(20_000) / (double)Parts(10_000), 1.99, 2.01);
        double due = 0.5;
        for (int k = 0; k < 300; k++) due = 2.0 * (due + (k + 1.0));
        Assert.Equal(1, Interpreter.Evaluate(Simplify.Tree(Nested(300)), _ => 0.5) / due, 1e-13);
    }
}
