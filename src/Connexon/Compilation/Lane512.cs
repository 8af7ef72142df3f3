using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Eight doubles in one 512-bit vector.</summary>
internal readonly unsafe struct Lane512(Vector512<double> v) : IDoubleLane<Lane512>
{
    private readonly Vector512<double> _v = v;

    public static int Count => 8;

    public static Lane512 Load(nint address, nint index) => new(Vector512.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane512 x) => x._v.Store((double*)address + index);
    public static Lane512 LoadScalar(nint address, nint index) => new(Vector512.Create(((double*)address)[index]));
    public static Lane512 Broadcast(double x) => new(Vector512.Create(x));

    public static Lane512 Add(Lane512 a, Lane512 b) => new(a._v + b._v);
    public static Lane512 Subtract(Lane512 a, Lane512 b) => new(a._v - b._v);
    public static Lane512 Multiply(Lane512 a, Lane512 b) => new(a._v * b._v);
    public static Lane512 Divide(Lane512 a, Lane512 b) => new(a._v / b._v);
    public static Lane512 Negate(Lane512 a) => new(-a._v);
    public static Lane512 MultiplyAdd(Lane512 a, Lane512 b, Lane512 c) => new(Vector512.FusedMultiplyAdd(a._v, b._v, c._v));
    public static Lane512 Abs(Lane512 a) => new(Vector512.Abs(a._v));
    public static Lane512 Sqrt(Lane512 a) => new(Vector512.Sqrt(a._v));
    public static Lane512 Min(Lane512 a, Lane512 b) => new(Vector512.Min(a._v, b._v));
    public static Lane512 Max(Lane512 a, Lane512 b) => new(Vector512.Max(a._v, b._v));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane512 AtMost(Lane512 x, Lane512 limit) => new(Vector512.MinNative(limit._v, x._v));
    public static Lane512 AtLeast(Lane512 x, Lane512 limit) => new(Vector512.MaxNative(limit._v, x._v));
    public static Lane512 Round(Lane512 a) => new(Vector512.Round(a._v));
    public static Lane512 Floor(Lane512 a) => new(Vector512.Floor(a._v));

    public static Lane512 LessThan(Lane512 a, Lane512 b) => new(Vector512.LessThan(a._v, b._v));
    public static Lane512 LessOrEqual(Lane512 a, Lane512 b) => new(Vector512.LessThanOrEqual(a._v, b._v));
    public static Lane512 Equal(Lane512 a, Lane512 b) => new(Vector512.Equals(a._v, b._v));
    public static Lane512 And(Lane512 a, Lane512 b) => new(a._v & b._v);
    public static Lane512 Or(Lane512 a, Lane512 b) => new(a._v | b._v);
    public static Lane512 Xor(Lane512 a, Lane512 b) => new(a._v ^ b._v);
    public static Lane512 Not(Lane512 a) => new(~a._v);
    public static Lane512 Select(Lane512 mask, Lane512 a, Lane512 b) => new(Vector512.ConditionalSelect(mask._v, a._v, b._v));
    public static ulong MaskBits(Lane512 mask) => mask._v.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 ScaleByPowerOf2(Lane512 x, Lane512 n) =>
        Avx512F.IsSupported ? new(Avx512F.Scale(x._v, n._v)) : DoubleBits.Scale(x, n);

    public static Lane512 LowBitsToExponent(Lane512 x) => new((x._v.AsInt64() << DoubleBits.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Exponent(Lane512 x)
    {
        var k = (x._v.AsInt64() - Vector512.Create(DoubleBits.SqrtHalf - DoubleBits.BiasInPlace)) >>> DoubleBits.MantissaBits;
        return new((k | Vector512.Create(DoubleBits.TwoTo52)).AsDouble() - Vector512.Create(DoubleBits.TwoTo52PlusBias));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Mantissa(Lane512 x)
    {
        var k = (x._v.AsInt64() - Vector512.Create(DoubleBits.SqrtHalf)) & Vector512.Create(DoubleBits.ExponentField);
        return new((x._v.AsInt64() - k).AsDouble());
    }
}
