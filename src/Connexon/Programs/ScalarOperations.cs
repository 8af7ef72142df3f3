using System.Numerics;
using System.Runtime.CompilerServices;

namespace Connexon.Programs;

/// <summary>
/// Operations on single numbers that the run-time has no instruction for: conditions, which are masks (all bits set where they hold, which
/// is NaN, none where not), and bits.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="B">Integers of as many bits.</typeparam>
internal static class ScalarOperations<T, B> where T : unmanaged, IBinaryFloatingPointIeee754<T> where B : unmanaged, IBinaryInteger<B>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Less(T a, T b) => Mask(a < b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LessOrEqual(T a, T b) => Mask(a <= b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Equal(T a, T b) => Mask(a == b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And(T a, T b) => OfBits(Bits(a) & Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or(T a, T b) => OfBits(Bits(a) | Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor(T a, T b) => OfBits(Bits(a) ^ Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Not(T a) => OfBits(~Bits(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select(T mask, T a, T b) => B.IsNegative(Bits(mask)) ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AddBits(T a, T b) => OfBits(Bits(a) + Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SubtractBits(T a, T b) => OfBits(Bits(a) - Bits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mask(bool condition) => OfBits(condition ? B.AllBitsSet : B.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static B Bits(T x) => Unsafe.BitCast<T, B>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfBits(B bits) => Unsafe.BitCast<B, T>(bits);
}
