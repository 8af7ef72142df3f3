using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// Four rows of sum_j P_ij (x_j - x_i). Each row is four sums, over the j that are 0, 1, 2 and 3 modulo 4, added as (0 + 1) + (2 + 3): so a
/// member's bits do not depend on how many there are.
/// </summary>
internal static unsafe class DenseDifferences
{
    /// <summary>The number of rows.</summary>
    public const int Tile = 4;

    /// <summary>For one member.</summary>
    /// <param name="p">The first of four rows, stride apart.</param>
    /// <param name="stride">The number of columns, a multiple of 4.</param>
    /// <param name="x">The values, as many as columns.</param>
    /// <param name="row">Which value the first row's differences are to; the others follow.</param>
    /// <param name="sums">Room for the four sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfOne(double* p, int stride, double* x, int row, double* sums)
    {
        Vector256<double> own0 = Vector256.Create(x[row]), own1 = Vector256.Create(x[row + 1]);
        Vector256<double> own2 = Vector256.Create(x[row + 2]), own3 = Vector256.Create(x[row + 3]);
        Vector256<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        double* p1 = p + stride, p2 = p1 + stride, p3 = p2 + stride;
        for (int j = 0; j < stride; j += 4)
        {
            Vector256<double> other = Vector256.Load(x + j);
            sum0 = Vector256.FusedMultiplyAdd(Vector256.Load(p + j), other - own0, sum0);
            sum1 = Vector256.FusedMultiplyAdd(Vector256.Load(p1 + j), other - own1, sum1);
            sum2 = Vector256.FusedMultiplyAdd(Vector256.Load(p2 + j), other - own2, sum2);
            sum3 = Vector256.FusedMultiplyAdd(Vector256.Load(p3 + j), other - own3, sum3);
        }
        sums[0] = Sum(sum0);
        sums[1] = Sum(sum1);
        sums[2] = Sum(sum2);
        sums[3] = Sum(sum3);

        static double Sum(Vector256<double> v) => (v[0] + v[1]) + (v[2] + v[3]);
    }

    /// <summary>For four members side by side: values lie 'spacing' apart, and sums[4 * k + m] is that of row k for member m.</summary>
    public static void OfFour(double* p, int stride, double* x, int spacing, int row, double* sums)
    {
        for (int k = 0; k < Tile; k += 2)
            OfFourTwice(p + (nint)k * stride, stride, x, spacing, row + k, sums + 4 * k);
    }

    // Two rows: as many sums as the registers hold.
    private static void OfFourTwice(double* p, int stride, double* x, nint spacing, int row, double* sums)
    {
        Vector256<double> own = Vector256.Load(x + row * spacing), own1 = Vector256.Load(x + (row + 1) * spacing);
        Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        double* p1 = p + stride, end = p + stride;
        for (; p < end; p += 4, p1 += 4, x += 4 * spacing)
        {
            Vector256<double> other = Vector256.Load(x);
            a0 = Vector256.FusedMultiplyAdd(Vector256.Create(p[0]), other - own, a0);
            b0 = Vector256.FusedMultiplyAdd(Vector256.Create(p1[0]), other - own1, b0);
            other = Vector256.Load(x + spacing);
            a1 = Vector256.FusedMultiplyAdd(Vector256.Create(p[1]), other - own, a1);
            b1 = Vector256.FusedMultiplyAdd(Vector256.Create(p1[1]), other - own1, b1);
            other = Vector256.Load(x + 2 * spacing);
            a2 = Vector256.FusedMultiplyAdd(Vector256.Create(p[2]), other - own, a2);
            b2 = Vector256.FusedMultiplyAdd(Vector256.Create(p1[2]), other - own1, b2);
            other = Vector256.Load(x + 3 * spacing);
            a3 = Vector256.FusedMultiplyAdd(Vector256.Create(p[3]), other - own, a3);
            b3 = Vector256.FusedMultiplyAdd(Vector256.Create(p1[3]), other - own1, b3);
        }
        ((a0 + a1) + (a2 + a3)).Store(sums);
        ((b0 + b1) + (b2 + b3)).Store(sums + 4);
    }
}
