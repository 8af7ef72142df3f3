using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Benchmarks;

/// <summary>
/// An exponential Euler step of the squid axon as one would write it by hand: what <see cref="HhKernelBenchmark"/> measures compiled
/// kernels against. The same passes over blocks of 256 neurons (rates of every state, then every state relaxes) and the same exponentials.
/// </summary>
internal abstract unsafe class HandWrittenHH
{
    protected const int Block = 256;
    protected const double Dt = 0.01, GNa = 120, GK = 36, GL = 0.3, ENa = 50, EK = -77, EL = -54.387, C = 1, Threshold = 20;

    // As in IDoubleFormat: 2^-80 keeps the difference e^x - 1 from overflow.
    protected const double Log2E = 1.4426950408889634, Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;
    protected const double Shift = 1.5 * 4503599627370496, Scale = 1.0 / (1UL << 40) / (1UL << 40), Tiny = 1e-200;
    protected const double T0 = 0.5, T1 = 0.1666666666666668, T2 = 0.041666666666619646, T3 = 0.008333333333319112;
    protected const double T4 = 0.0013888888920661163, T5 = 0.00019841269893923534, T6 = 2.4801516142589608e-05,
        T7 = 2.7557235541526114e-06;
    protected const double T8 = 2.762231230955484e-07, T9 = 2.511222433712537e-08;

    private readonly PinnedArray _scratch = new(8 * Block);

    /// <summary>In the widest vectors of this machine.</summary>
    public static HandWrittenHH Widest() =>
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? new HandWritten512() : new HandWritten256();

    /// <summary>One step of all neurons; a whole number of vectors.</summary>
    public void Run(PinnedArray v, PinnedArray m, PinnedArray h, PinnedArray n, PinnedArray input, byte[] spikes)
    {
        fixed (byte* mask = spikes)
            for (int i = 0; i < v.Length; i += Block)
                Step(At(v, i), At(m, i), At(h, i), At(n, i), At(input, i), mask + i / Vector, At(_scratch, 0),
                    Math.Min(Block, v.Length - i));
    }

    private int Vector => this is HandWritten512 ? 8 : 4;

    private static double* At(PinnedArray x, int i) => (double*)x.Address + i;

    /// <summary>One step of one block.</summary>
    protected abstract void Step(double* v, double* m, double* h, double* n, double* input, byte* spikes, double* scratch, int count);
}
