using BenchmarkDotNet.Attributes;

namespace Connexon.Benchmarks;

/// <summary>
/// What does an expression cost whose parts occur a million times? x squared 20 times over, and the same with exp(-x x) at each: its
/// dimension is checked, it is simplified, differentiated, and the derivative simplified. To take less than 5 ms.
/// </summary>
[InProcess, WarmupCount(10), IterationCount(50), IterationTime(4), MinColumn, MedianColumn]
public class SharedPartsBenchmark
{
    private static readonly Symbol X = new(SymbolKind.State, "x", Dimension.None);

    /// <summary>Whether an exponential stands at each squaring.</summary>
    [Params(false, true)]
    public bool Exponentials { get; set; }

    /// <summary>Builds it too: nothing is known from the time before.</summary>
    [Benchmark]
    public object CheckSimplifyDifferentiate()
    {
        Expr e = Enumerable.Range(0, 20).Aggregate((Expr)X, (x, _) => Exponentials ? Functions.Exp(-(x * x)) : x * x);
        DimensionCheck.Require("e", e, Dimension.None);
        return Simplify.Tree(Derivative.Of(Simplify.Tree(e), X));
    }
}
