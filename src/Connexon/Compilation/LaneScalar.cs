using System.Runtime.CompilerServices;
using static System.BitConverter;

namespace Connexon.Compilation;

/// <summary>One double: the width for remainders, and the reference that the vectors are held against.</summary>
internal readonly unsafe struct LaneScalar(double v) : IDoubleLane<LaneScalar>
{
    private readonly double _v = v;

    public static int Count => 1;

    public static LaneScalar Load(nint address, nint index) => new(((double*)address)[index]);
    public static void Store(nint address, nint index, LaneScalar x) => ((double*)address)[index] = x._v;
    public static LaneScalar LoadScalar(nint address, nint index) => Load(address, index);
    public static LaneScalar Broadcast(double x) => new(x);

    public static LaneScalar Add(LaneScalar a, LaneScalar b) => new(a._v + b._v);
    public static LaneScalar Subtract(LaneScalar a, LaneScalar b) => new(a._v - b._v);
    public static LaneScalar Multiply(LaneScalar a, LaneScalar b) => new(a._v * b._v);
    public static LaneScalar Divide(LaneScalar a, LaneScalar b) => new(a._v / b._v);
    public static LaneScalar Negate(LaneScalar a) => new(-a._v);
    public static LaneScalar MultiplyAdd(LaneScalar a, LaneScalar b, LaneScalar c) => new(Math.FusedMultiplyAdd(a._v, b._v, c._v));
    public static LaneScalar Abs(LaneScalar a) => new(Math.Abs(a._v));
    public static LaneScalar Sqrt(LaneScalar a) => new(Math.Sqrt(a._v));
    public static LaneScalar Min(LaneScalar a, LaneScalar b) => new(Math.Min(a._v, b._v));
    public static LaneScalar Max(LaneScalar a, LaneScalar b) => new(Math.Max(a._v, b._v));
    public static LaneScalar AtMost(LaneScalar x, LaneScalar limit) => new(double.MinNative(limit._v, x._v));
    public static LaneScalar AtLeast(LaneScalar x, LaneScalar limit) => new(double.MaxNative(limit._v, x._v));
    public static LaneScalar Round(LaneScalar a) => new(Math.Round(a._v));
    public static LaneScalar Floor(LaneScalar a) => new(Math.Floor(a._v));

    public static LaneScalar LessThan(LaneScalar a, LaneScalar b) => Mask(a._v < b._v);
    public static LaneScalar LessOrEqual(LaneScalar a, LaneScalar b) => Mask(a._v <= b._v);
    public static LaneScalar Equal(LaneScalar a, LaneScalar b) => Mask(a._v == b._v);
    public static LaneScalar And(LaneScalar a, LaneScalar b) => OfBits(Bits(a) & Bits(b));
    public static LaneScalar Or(LaneScalar a, LaneScalar b) => OfBits(Bits(a) | Bits(b));
    public static LaneScalar Xor(LaneScalar a, LaneScalar b) => OfBits(Bits(a) ^ Bits(b));
    public static LaneScalar Not(LaneScalar a) => OfBits(~Bits(a));
    public static LaneScalar Select(LaneScalar mask, LaneScalar a, LaneScalar b) => Bits(mask) < 0 ? a : b;
    public static ulong MaskBits(LaneScalar mask) => (ulong)Bits(mask) >> 63;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneScalar ScaleByPowerOf2(LaneScalar x, LaneScalar n) => DoubleBits.Scale(x, n);

    public static LaneScalar LowBitsToExponent(LaneScalar x) => OfBits(Bits(x) << DoubleBits.MantissaBits);

    public static LaneScalar Exponent(LaneScalar x)
    {
        long k = (Bits(x) - (DoubleBits.SqrtHalf - DoubleBits.BiasInPlace)) >>> DoubleBits.MantissaBits;
        return new(Int64BitsToDouble(k | DoubleBits.TwoTo52) - DoubleBits.TwoTo52PlusBias);
    }

    public static LaneScalar Mantissa(LaneScalar x) => OfBits(Bits(x) - ((Bits(x) - DoubleBits.SqrtHalf) & DoubleBits.ExponentField));

    private static long Bits(LaneScalar x) => DoubleToInt64Bits(x._v);
    private static LaneScalar OfBits(long bits) => new(Int64BitsToDouble(bits));
    private static LaneScalar Mask(bool condition) => OfBits(condition ? -1 : 0);
}
