using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

// How numbers store their exponent: a sign, the exponent and its bias, the mantissa, whatever their lengths.
internal static partial class LaneMath
{
    /// <summary>c0 + c1·x</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Line<L>(L x, L c0, L c1) where L : struct, IArithmetic<L> => L.MultiplyAdd(x, c1, c0);

    /// <inheritdoc cref="Line{L}(L, L, L)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Line<L>(L x, double c0, double c1) where L : struct, IArithmetic<L> =>
        L.MultiplyAdd(x, L.Broadcast(c1), L.Broadcast(c0));

    /// <summary>2^mantissa bits: a number whose last place is 1.</summary>
    private static double TwoToMantissaBits<L>() where L : struct, IArithmetic<L> => 1L << L.MantissaBits;

    /// <summary>Adding it rounds to an integer that then stands in the low bits.</summary>
    private static double RoundingShift<L>() where L : struct, IArithmetic<L> => 1.5 * TwoToMantissaBits<L>();

    /// <summary>The bits of x moved up until the lowest stand in the exponent field: 2ᵏ if they held k + bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L LowBitsToExponent<L>(L x) where L : struct, IArithmetic<L> => L.ShiftLeft(x, L.MantissaBits);

    /// <summary>
    /// For a positive normal x: the integer k with x·2⁻ᵏ in [√½, √2). The exponent field is made to count from √½ instead of
    /// from 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Exponent<L>(L x) where L : struct, IArithmetic<L>
    {
        L biased = L.AddBits(x, L.Broadcast(L.OneOverSqrtHalf));
        L number = L.Or(L.ShiftRight(biased, L.MantissaBits), L.Broadcast(TwoToMantissaBits<L>()));
        return L.Subtract(number, L.Broadcast(TwoToMantissaBits<L>() + L.ExponentBias));
    }

    /// <summary>For a positive normal x: x·2⁻ᵏ in [√½, √2), k its <see cref="Exponent"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Mantissa<L>(L x) where L : struct, IArithmetic<L>
    {
        L exponent = L.And(L.SubtractBits(x, L.Broadcast(L.SqrtHalf)), L.Broadcast(double.NegativeInfinity));
        return L.SubtractBits(x, exponent);
    }
}
