using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>
/// Elementary functions of lanes, one text for every width and number format, without branches, tables or calls to the run-time's library:
/// the results are the same bits on every width and machine. Infinities, NaN, signed zeros and denormals are handled as by
/// <see cref="Math"/>.
/// </summary>
internal static partial class LaneMath
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Exp<L>(L x) where L : struct, IArithmetic<L>
    {
        x = L.AtMost(L.Broadcast(L.ExpHigh), L.AtLeast(L.Broadcast(L.ExpLow), x));
        L shifted = Log2OfExp(x, out L n);
        L r = L.MultiplyAdd(n, L.Broadcast(-L.Ln2Low), L.MultiplyAdd(n, L.Broadcast(-L.Ln2High), x));
        L p = L.MultiplyAdd(L.Multiply(r, r), L.ExpTail(r), r);
        return ScaleOnePlus(p, n, shifted);
    }

    /// <summary>
    /// The integer n next to x/ln2; returned with n + bias - 1 in the low bits, the exponent of half of 2ⁿ, which is finite even for the
    /// largest finite eˣ.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Log2OfExp<L>(L x, out L n) where L : struct, IArithmetic<L>
    {
        L shift = L.Broadcast(RoundingShift<L>() + L.ExponentBias - 1);
        L shifted = L.MultiplyAdd(x, L.Broadcast(Log2E), shift);
        n = L.Subtract(shifted, shift);
        return shifted;
    }

    /// <summary>
    /// (1 + p)·2ⁿ, n and shifted from <see cref="Log2OfExp"/>. It rounds 1 + p, and then again only where the result is denormal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ScaleOnePlus<L>(L p, L n, L shifted) where L : struct, IArithmetic<L>
    {
        if (L.HasScale) return L.Scale(L.Add(L.Broadcast(1), p), n);
        // 2ⁿ as two factors: one that is a normal number, and what remains of it, 2 or (towards underflow) less
        L normal = L.AtLeast(L.Broadcast(RoundingShift<L>() + 22), shifted);
        L remains = L.Add(L.Subtract(shifted, normal), L.Broadcast(RoundingShift<L>() + L.ExponentBias + 1));
        L s = LowBitsToExponent(normal);
        return L.Multiply(L.MultiplyAdd(p, s, s), LowBitsToExponent(remains));
    }

    /// <summary>eˣ - 1, without cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L ExpM1<L>(L x) where L : struct, IArithmetic<L>
    {
        L y = L.Multiply(ScaledExpM1(L.AtMost(L.Broadcast(L.ExpHigh), x)), L.Broadcast(1 / Scale<L>()));
        return L.Select(IsTiny(x), x, y);
    }

    /// <summary>(eˣ - 1)/x, and 1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L ExpRel<L>(L x) where L : struct, IArithmetic<L>
    {
        L z = ExpRelArgument(x);
        return L.Divide(ScaledExpM1(z), L.Multiply(z, L.Broadcast(Scale<L>())));
    }

    /// <summary>x/(eˣ - 1), and 1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L InverseExpRel<L>(L x) where L : struct, IArithmetic<L>
    {
        L z = ExpRelArgument(x);
        return L.Divide(L.Multiply(z, L.Broadcast(Scale<L>())), ScaledExpM1(z));
    }

    /// <summary>
    /// (eˣ - 1)·2^-ExpM1ScaleBits for x ≤ ExpRelHigh. With x = n ln2 + r it is s(eʳ - 1) + (s - 1), s = 2ⁿ. The high part of r
    /// is exact and enters first; what rounding took from r and the series enter together: so the cancellation between the two terms
    /// amplifies no error.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ScaledExpM1<L>(L x) where L : struct, IArithmetic<L>
    {
        x = L.AtLeast(L.Broadcast(L.ExpM1Low), x);
        L shift = L.Broadcast(RoundingShift<L>() + L.ExponentBias - L.ExpM1ScaleBits);
        L shifted = L.MultiplyAdd(x, L.Broadcast(Log2E), shift);
        L n = L.Subtract(shifted, shift);
        L high = L.MultiplyAdd(n, L.Broadcast(-L.Ln2High), x), low = L.Multiply(n, L.Broadcast(-L.Ln2Low));
        L r = L.Add(high, low);
        L rest = L.MultiplyAdd(L.Multiply(r, r), L.ExpTail(r), low);
        L s = LowBitsToExponent(shifted);
        return L.MultiplyAdd(s, rest, L.MultiplyAdd(s, high, L.Subtract(s, L.Broadcast(Scale<L>()))));
    }

    /// <summary>2^-ExpM1ScaleBits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scale<L>() where L : struct, IArithmetic<L> =>
        1.0 / (1UL << (L.ExpM1ScaleBits / 2)) / (1UL << (L.ExpM1ScaleBits / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L IsTiny<L>(L x) where L : struct, IArithmetic<L> => L.LessThan(L.Abs(x), L.Broadcast(L.Tiny));

    /// <summary>x, but not so near 0 that the quotient is 0/0, nor so large that both parts of it overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ExpRelArgument<L>(L x) where L : struct, IArithmetic<L> =>
        L.AtMost(L.Broadcast(L.ExpRelHigh), L.Select(IsTiny(x), L.Broadcast(L.Tiny), x));
}
