using BenchmarkDotNet.Attributes;

using Connexon.Compilation;

namespace Connexon.Benchmarks;

/// <summary>
/// What does an exponential cost in lanes? 1024 numbers from -20 to 20: the run-time's function, one by one, and the own one
/// of kernels over the widest vectors. Nanoseconds per number.
/// </summary>
[InProcess, WarmupCount(10), IterationCount(100), IterationTime(2), MinColumn, MedianColumn]
public class ExpBenchmark
{
    private const int Numbers = 1024;

    private readonly PinnedArray _x = new(Numbers), _y = new(Numbers);

    /// <summary>Numbers spread evenly.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (int i = 0; i < Numbers; i++) _x.Span[i] = -20 + 40.0 * i / Numbers;
    }

    /// <summary>The run-time's, one by one.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Numbers)]
    public void MathExp()
    {
        Span<double> x = _x.Span, y = _y.Span;
        for (int i = 0; i < x.Length; i++) y[i] = Math.Exp(x[i]);
    }

    /// <summary>That of kernels.</summary>
    [Benchmark(OperationsPerInvoke = Numbers)]
    public void LaneExp()
    {
        if (VectorWidth.Widest.Lane == typeof(Lane512)) Map<Lane512>();
        else Map<Lane256>();
    }

    private void Map<L>() where L : struct, ILane<L>
    {
        nint x = _x.Address, y = _y.Address;
        for (nint i = 0; i < Numbers; i += L.Count) L.Store(y, i, LaneMath.Exp(L.Load(x, i)));
    }
}
