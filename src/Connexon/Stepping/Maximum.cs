using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>The greatest of many numbers that are not negative; infinite if one is not a number.</summary>
internal static class Maximum
{
    public static double Of(ReadOnlySpan<double> x)
    {
        var greatest = Vector256<double>.Zero;
        var same = Vector256<double>.AllBitsSet; // all bits, until one is not equal to itself
        int i = 0;
        for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> v = Vector256.Create(x[i..]);
            same &= Vector256.Equals(v, v);
            greatest = Vector256.Max(greatest, v);
        }
        double result = 0;
        for (int k = 0; k < Vector256<double>.Count; k++) result = Math.Max(result, greatest[k]);
        for (; i < x.Length; i++) result = double.IsNaN(x[i]) ? double.PositiveInfinity : Math.Max(result, x[i]);
        return Vector256.EqualsAll(same.AsInt64(), Vector256<long>.AllBitsSet) ? result : double.PositiveInfinity;
    }
}
