using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>The layout of a double (1 sign, 11 exponent, 52 mantissa bits), and what follows from it alone.</summary>
internal static class DoubleBits
{
    public const int MantissaBits = 52;
    public const double Bias = 1023;
    public const long BiasInPlace = 1023L << MantissaBits;
    public const long ExponentField = unchecked((long)0xFFF0_0000_0000_0000);
    /// <summary>√½.</summary>
    public const long SqrtHalf = 0x3FE6_A09E_667F_3BCD;
    /// <summary>2⁵²: the low bits of its mantissa count units.</summary>
    public const long TwoTo52 = 0x4330_0000_0000_0000;
    public const double TwoTo52PlusBias = 4503599627370496.0 + Bias;
    /// <summary>1.5·2⁵²: adding it rounds to an integer, which then stands in the low bits; taking it off again gives that integer.</summary>
    public const double RoundingShift = 6755399441055744.0;

    /// <summary>x·2ⁿ in two factors, because 2ⁿ itself may be out of range: the first product is exact, the second rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Scale<L>(L x, L n) where L : struct, ILane<L>
    {
        L shift = L.Broadcast(RoundingShift + Bias);
        L half = L.MultiplyAdd(n, L.Broadcast(0.5), shift);
        L rest = L.Add(L.Subtract(n, L.Subtract(half, shift)), shift);
        return L.Multiply(L.Multiply(x, L.LowBitsToExponent(half)), L.LowBitsToExponent(rest));
    }
}
