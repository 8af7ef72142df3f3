using System.Runtime.CompilerServices;
using static System.BitConverter;

namespace Connexon.Compilation;

/// <summary>Operations on single numbers that the run-time has no instruction for: conditions, which are masks, and bits.</summary>
internal static class ScalarOperations
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Less(double a, double b) => Mask(a < b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LessOrEqual(double a, double b) => Mask(a <= b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Equal(double a, double b) => Mask(a == b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double And(double a, double b) => OfBits(Bits(a) & Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Or(double a, double b) => OfBits(Bits(a) | Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Xor(double a, double b) => OfBits(Bits(a) ^ Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Not(double a) => OfBits(~Bits(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Select(double mask, double a, double b) => Bits(mask) < 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AddBits(double a, double b) => OfBits(Bits(a) + Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SubtractBits(double a, double b) => OfBits(Bits(a) - Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Mask(bool condition) => OfBits(condition ? -1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(double x) => DoubleToInt64Bits(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double OfBits(long bits) => Int64BitsToDouble(bits);
}
