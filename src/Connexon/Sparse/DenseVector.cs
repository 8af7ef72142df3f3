using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>Products and sums of long vectors.</summary>
internal static class DenseVector
{
    /// <summary>The inner product of two vectors of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(double[] a, double[] b)
    {
        var u = MemoryMarshal.Cast<double, Vector<double>>(a);
        var v = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> even = default, odd = default;
        int k = 0;
        for (; k + 1 < u.Length; k += 2)
        {
            even += u[k] * v[k];
            odd += u[k + 1] * v[k + 1];
        }
        double sum = Vector.Sum(even + odd);
        for (int i = k * Vector<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>from -= factor * v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(double[] from, double[] v, double factor)
    {
        var x = MemoryMarshal.Cast<double, Vector<double>>(from.AsSpan());
        var y = MemoryMarshal.Cast<double, Vector<double>>(v);
        for (int k = 0; k < x.Length; k++)
            x[k] -= factor * y[k];
        for (int i = x.Length * Vector<double>.Count; i < from.Length; i++)
            from[i] -= factor * v[i];
    }
}
