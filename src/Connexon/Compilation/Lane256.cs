using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Four doubles in one 256-bit vector.</summary>
internal readonly unsafe struct Lane256(Vector256<double> v) : IDoubleLane<Lane256>
{
    private readonly Vector256<double> _v = v;

    public static int Count => 4;

    public static Lane256 Load(nint address, nint index) => new(Vector256.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane256 x) => x._v.Store((double*)address + index);
    public static Lane256 LoadScalar(nint address, nint index) => new(Vector256.Create(((double*)address)[index]));
    public static Lane256 Broadcast(double x) => new(Vector256.Create(x));

    public static Lane256 Add(Lane256 a, Lane256 b) => new(a._v + b._v);
    public static Lane256 Subtract(Lane256 a, Lane256 b) => new(a._v - b._v);
    public static Lane256 Multiply(Lane256 a, Lane256 b) => new(a._v * b._v);
    public static Lane256 Divide(Lane256 a, Lane256 b) => new(a._v / b._v);
    public static Lane256 Negate(Lane256 a) => new(-a._v);
    public static Lane256 MultiplyAdd(Lane256 a, Lane256 b, Lane256 c) => new(Vector256.FusedMultiplyAdd(a._v, b._v, c._v));
    public static Lane256 Abs(Lane256 a) => new(Vector256.Abs(a._v));
    public static Lane256 Sqrt(Lane256 a) => new(Vector256.Sqrt(a._v));
    public static Lane256 Min(Lane256 a, Lane256 b) => new(Vector256.Min(a._v, b._v));
    public static Lane256 Max(Lane256 a, Lane256 b) => new(Vector256.Max(a._v, b._v));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane256 AtMost(Lane256 x, Lane256 limit) => new(Vector256.MinNative(limit._v, x._v));
    public static Lane256 AtLeast(Lane256 x, Lane256 limit) => new(Vector256.MaxNative(limit._v, x._v));
    public static Lane256 Round(Lane256 a) => new(Vector256.Round(a._v));
    public static Lane256 Floor(Lane256 a) => new(Vector256.Floor(a._v));

    public static Lane256 LessThan(Lane256 a, Lane256 b) => new(Vector256.LessThan(a._v, b._v));
    public static Lane256 LessOrEqual(Lane256 a, Lane256 b) => new(Vector256.LessThanOrEqual(a._v, b._v));
    public static Lane256 Equal(Lane256 a, Lane256 b) => new(Vector256.Equals(a._v, b._v));
    public static Lane256 And(Lane256 a, Lane256 b) => new(a._v & b._v);
    public static Lane256 Or(Lane256 a, Lane256 b) => new(a._v | b._v);
    public static Lane256 Xor(Lane256 a, Lane256 b) => new(a._v ^ b._v);
    public static Lane256 Not(Lane256 a) => new(~a._v);
    public static Lane256 Select(Lane256 mask, Lane256 a, Lane256 b) => new(Vector256.ConditionalSelect(mask._v, a._v, b._v));
    public static ulong MaskBits(Lane256 mask) => mask._v.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 ScaleByPowerOf2(Lane256 x, Lane256 n) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.Scale(x._v, n._v)) : DoubleBits.Scale(x, n);

    public static Lane256 LowBitsToExponent(Lane256 x) => new((x._v.AsInt64() << DoubleBits.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Exponent(Lane256 x)
    {
        var k = (x._v.AsInt64() - Vector256.Create(DoubleBits.SqrtHalf - DoubleBits.BiasInPlace)) >>> DoubleBits.MantissaBits;
        return new((k | Vector256.Create(DoubleBits.TwoTo52)).AsDouble() - Vector256.Create(DoubleBits.TwoTo52PlusBias));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Mantissa(Lane256 x)
    {
        var k = (x._v.AsInt64() - Vector256.Create(DoubleBits.SqrtHalf)) & Vector256.Create(DoubleBits.ExponentField);
        return new((x._v.AsInt64() - k).AsDouble());
    }
}
