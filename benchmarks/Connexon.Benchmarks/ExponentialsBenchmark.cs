using BenchmarkDotNet.Attributes;

using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Benchmarks;

/// <summary>
/// What does one equation with many exponentials cost? The sum of 1 to 64 of them, each with a midpoint and a width of its own, for 4096
/// numbers and every width of vectors that the machine has. Nanoseconds per number: 16 are to cost 8 times what 2 cost at most, 64 40
/// times.
/// </summary>
[InProcess, WarmupCount(10), IterationCount(50), IterationTime(4), MinColumn, MedianColumn]
public class ExponentialsBenchmark
{
    private const int Numbers = 4096;

    private readonly PinnedArray _x = new(Numbers), _y = new(Numbers), _addresses = new(2);
    private PinnedArray _scratch = null!;
    private Kernel _kernel = null!;

    /// <summary>How many.</summary>
    [Params(1, 2, 4, 8, 16, 32, 64)]
    public int Exponentials { get; set; }

    /// <summary>Bits of a vector.</summary>
    [ParamsSource(nameof(Widths))]
    public int Bits { get; set; }

    /// <summary>Of this machine.</summary>
    public static IEnumerable<int> Widths =>
        VectorWidth.All.Where(w => w.Bits > 0 && w.Bits <= VectorWidth.Widest.Bits).Select(w => w.Bits);

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (int i = 0; i < Numbers; i++) _x.Span[i] = -80 + 120.0 * i / Numbers;
        (_addresses.Span[0], _addresses.Span[1]) = (BitConverter.Int64BitsToDouble(_x.Address), BitConverter.Int64BitsToDouble(_y.Address));
        Symbol x = new(SymbolKind.State, "x", Dimension.None), y = new(SymbolKind.State, "y", Dimension.None);
        Expr sum = Enumerable.Range(0, Exponentials).Select(k => Functions.Exp(((Expr)x + (40.0 - k)) / (10 + 0.5 * k)))
            .Aggregate((a, b) => a + b);
        Programs.Program program = Lowering.Of([new Pass(y, sum)], s => new Slot(SlotKind.Array, s == x ? 0 : 1)).Fused();
        _kernel = Kernel.Many([program], VectorWidth.All.Single(w => w.Bits == Bits))[0];
        _scratch = new PinnedArray(Math.Max(1, _kernel.ScratchBlocks * KernelLayout.BlockSize));
    }

    /// <summary>Their sum, for all numbers.</summary>
    [Benchmark(OperationsPerInvoke = Numbers)]
    public void Sum() => _kernel.Run(_addresses.Address, 0, _scratch.Address, 0, 0, Numbers);
}
