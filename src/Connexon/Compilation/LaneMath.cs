using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>
/// Elementary functions of lanes, one text for every width and number format, without branches, tables or calls to the run-time's library: the
/// results are the same bits on every width and machine. Infinities, NaN, signed zeros and denormals are handled as by <see cref="Math"/>.
/// </summary>
internal static partial class LaneMath
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Exp<L>(L x) where L : struct, ILane<L>
    {
        x = L.AtMost(L.AtLeast(x, L.Broadcast(L.ExpLow)), L.Broadcast(L.ExpHigh));
        L shift = L.Broadcast(L.RoundingShift);
        L n = L.Subtract(L.MultiplyAdd(x, L.Broadcast(Log2E), shift), shift);
        L r = L.MultiplyAdd(n, L.Broadcast(-L.Ln2Low), L.MultiplyAdd(n, L.Broadcast(-L.Ln2High), x));
        L p = L.MultiplyAdd(L.Multiply(r, r), L.ExpTail(r), r);
        return L.ScaleByPowerOf2(L.Add(L.Broadcast(1), p), n);
    }

    /// <summary>eˣ - 1, without cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L ExpM1<L>(L x) where L : struct, ILane<L>
    {
        L y = L.Multiply(ScaledExpM1(L.AtMost(x, L.Broadcast(L.ExpHigh))), L.Broadcast(1 / Scale<L>()));
        return L.Select(IsTiny(x), x, y);
    }

    /// <summary>(eˣ - 1)/x, and 1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L ExpRel<L>(L x) where L : struct, ILane<L>
    {
        L z = ExpRelArgument(x);
        return L.Divide(ScaledExpM1(z), L.Multiply(z, L.Broadcast(Scale<L>())));
    }

    /// <summary>x/(eˣ - 1), and 1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L InverseExpRel<L>(L x) where L : struct, ILane<L>
    {
        L z = ExpRelArgument(x);
        return L.Divide(L.Multiply(z, L.Broadcast(Scale<L>())), ScaledExpM1(z));
    }

    /// <summary>
    /// (eˣ - 1)·2^-ExpM1ScaleBits for x ≤ ExpRelHigh. With x = n ln2 + r it is s(eʳ - 1) + (s - 1), s = 2ⁿ. The high part of r
    /// is exact and enters first; what rounding took from r and the series enter together: so the cancellation between the two terms amplifies no error.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ScaledExpM1<L>(L x) where L : struct, ILane<L>
    {
        x = L.AtLeast(x, L.Broadcast(L.ExpM1Low));
        L shift = L.Broadcast(L.RoundingShift + L.ExponentBias - L.ExpM1ScaleBits);
        L shifted = L.MultiplyAdd(x, L.Broadcast(Log2E), shift);
        L n = L.Subtract(shifted, shift);
        L high = L.MultiplyAdd(n, L.Broadcast(-L.Ln2High), x), low = L.Multiply(n, L.Broadcast(-L.Ln2Low));
        L r = L.Add(high, low);
        L rest = L.MultiplyAdd(L.Multiply(r, r), L.ExpTail(r), low);
        L s = L.LowBitsToExponent(shifted);
        return L.MultiplyAdd(s, rest, L.MultiplyAdd(s, high, L.Subtract(s, L.Broadcast(Scale<L>()))));
    }

    /// <summary>2^-ExpM1ScaleBits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scale<L>() where L : struct, ILane<L> => 1.0 / (1UL << (L.ExpM1ScaleBits / 2)) / (1UL << (L.ExpM1ScaleBits / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L IsTiny<L>(L x) where L : struct, ILane<L> => L.LessThan(L.Abs(x), L.Broadcast(L.Tiny));

    /// <summary>x, but not so near 0 that the quotient is 0/0, nor so large that both parts of it overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ExpRelArgument<L>(L x) where L : struct, ILane<L> =>
        L.AtMost(L.Select(IsTiny(x), L.Broadcast(L.Tiny), x), L.Broadcast(L.ExpRelHigh));
}
