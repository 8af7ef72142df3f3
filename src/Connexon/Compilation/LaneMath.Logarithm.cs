using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

internal static partial class LaneMath
{
    /// <summary>
    /// ln x: with x = 2ᵏm, m in [√½, √2), and f = m - 1, s = f/(2 + f), it is k ln2 + 2 artanh(s). Since 2s = f - s·f,
    /// the large term f enters exactly.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Log<L>(L x) where L : struct, IArithmetic<L>
    {
        L v = Normal(x, out L k);
        L f = L.Subtract(Mantissa(v), L.Broadcast(1));
        k = L.Add(k, Exponent(v));
        L s = L.Divide(f, L.Add(f, L.Broadcast(2)));
        L z = L.Multiply(s, s);
        // 2 artanh(s) = f - s·(f - z·tail)
        L correction = L.Multiply(s, L.Subtract(f, L.Multiply(z, L.LogTail(z))));
        L low = L.Subtract(L.Multiply(k, L.Broadcast(L.Ln2Low)), correction);
        L y = L.MultiplyAdd(k, L.Broadcast(L.Ln2High), L.Add(f, low));
        return LogOfSpecial(x, y);
    }

    /// <summary>x scaled into the normal range if it is denormal, and the exponent that this took off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Normal<L>(L x, out L exponent) where L : struct, IArithmetic<L>
    {
        L denormal = L.LessThan(x, L.Broadcast(L.SmallestNormal));
        exponent = L.And(denormal, L.Broadcast(-64));
        return L.Select(denormal, L.Multiply(x, L.Broadcast(18446744073709551616.0)), x);
    }

    /// <summary>y for a positive finite x, and what the logarithm is elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L LogOfSpecial<L>(L x, L y) where L : struct, IArithmetic<L>
    {
        L infinity = L.Broadcast(double.PositiveInfinity), zero = L.Broadcast(0);
        y = L.Select(L.Equal(x, infinity), infinity, y);
        y = L.Select(L.Equal(x, zero), L.Negate(infinity), y);
        return L.Select(L.LessOrEqual(zero, x), y, L.Broadcast(double.NaN));
    }
}
