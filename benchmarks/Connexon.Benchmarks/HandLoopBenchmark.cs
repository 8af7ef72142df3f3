using BenchmarkDotNet.Attributes;

using static Connexon.Units;

namespace Connexon.Benchmarks;

/// <summary>
/// What does a step by hand cost? HH cells in a ring of junctions, ExponentialEuler: the loop (InitState, Update), and a session of the
/// network. Nanoseconds per step.
/// </summary>
[InProcess, WarmupCount(5), IterationCount(20), MinColumn, MedianColumn]
public class HandLoopBenchmark
{
    private HH _cells = null!;
    private SymmetryGapJunction _gap = null!;
    private Session _session = null!;

    /// <summary>How many cells.</summary>
    [Params(100, 10_000)]
    public int Neurons { get; set; }

    /// <summary>All from the same start.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _cells = new HH(Neurons);
        _gap = new SymmetryGapJunction(_cells, "V", Connect.Ring, 0.05 * mS);
        _session = new Network(_cells, _gap).Drive(_cells, 10 * uA).Start(0.01 * ms, Method.ExponentialEuler);
        _cells.InitState();
    }

    /// <summary>In the loop.</summary>
    [Benchmark]
    public void Loop()
    {
        _gap.Update();
        _cells.Update(10 * uA);
    }

    /// <summary>In a session.</summary>
    [Benchmark]
    public void Session() => _session.Step();
}
