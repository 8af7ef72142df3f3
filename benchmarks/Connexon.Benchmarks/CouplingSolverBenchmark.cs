using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Connexon.Benchmarks;

/// <summary>
/// What does an implicit stage cost, and where does one solver overtake another? Random networks of 10 junctions per neuron, one thread.
/// The figures in <see cref="SolverChoice"/> are from here; Product is one product with the matrix, the unit that iterations are measured
/// in.
/// </summary>
[InProcess, WarmupCount(5), IterationCount(30), IterationTime(10), MemoryDiagnoser, MinColumn, MedianColumn]
public unsafe class CouplingSolverBenchmark
{
    private readonly Team _team = new(0, 1, new SpinBarrier(1));
    private CouplingSolver _solver = null!;
    private ConductanceMatrix _matrix = null!;
    private PinnedArray _r = null!, _z = null!;

    /// <summary>Neurons.</summary>
    [Params(300, 1000, 10_000)]
    public int Neurons { get; set; }

    /// <summary>The coupling number.</summary>
    [Params(0.1, 10)]
    public double Kappa { get; set; }

    /// <summary>Members of the batch.</summary>
    [Params(1, 8)]
    public int Batch { get; set; }

    /// <summary>The solver.</summary>
    [Params(SolverKind.Dense, SolverKind.Chebyshev, SolverKind.ConjugateGradients, SolverKind.Richardson, SolverKind.BiCgStab)]
    public SolverKind Kind { get; set; }

    /// <summary>The network and its solver.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _matrix = ConductanceMatrix.Of(Graph());
        _solver = New();
        (_r, _z) = (new(Neurons * Batch), new(Neurons * Batch));
        var random = new CounterRandom(1, 2);
        for (int e = 0; e < _r.Length; e++)
            _r.Span[e] = -65 + 20 * random.Normal((ulong)e);
    }

    /// <summary>One solve.</summary>
    [Benchmark]
    public int Solve()
    {
        _solver.Solve(_r.Address, _z.Address, Batch, _team);
        return _solver.Iterations;
    }

    /// <summary>One product.</summary>
    [Benchmark]
    public void Product() => _matrix.AddCurrents(_r.Address, _z.Address, Batch, 0, _matrix.Slices);

    /// <summary>What a run or a change of weights has to wait for: all but the matrix.</summary>
    [Benchmark]
    public string Make() => New().Description;

    // Large networks have no inverse; there this is what is chosen.
    private CouplingSolver New()
    {
        SolverKind kind = Kind == SolverKind.Dense && Neurons > 1000 ? SolverKind.Automatic : Kind;
        return CouplingSolver.For(_matrix, Gain(), Kappa / _matrix.Totals.Max(), Batch, kind);
    }

    private double[] Gain() => [.. Enumerable.Repeat(1.0, Neurons)];

    private WeightedGraph Graph()
    {
        var random = new CounterRandom(1, 1);
        int[] a = [.. Enumerable.Range(0, 5 * Neurons).Select(e => e / 5)];
        int[] b = [.. a.Select((_, e) => (int)(random.Uniform((ulong)e) * Neurons))];
        return new WeightedGraph(Neurons, a, b, [.. a.Select((_, e) => 0.5 + random.Uniform((ulong)e, 1))]).Merged().Graph;
    }
}
