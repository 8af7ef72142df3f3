using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Two doubles in one 128-bit vector.</summary>
internal readonly unsafe struct Lane128(Vector128<double> v) : IDoubleLane<Lane128>
{
    private readonly Vector128<double> _v = v;

    public static int Count => 2;

    public static Lane128 Load(nint address, nint index) => new(Vector128.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane128 x) => x._v.Store((double*)address + index);
    public static Lane128 LoadScalar(nint address, nint index) => new(Vector128.Create(((double*)address)[index]));
    public static Lane128 Broadcast(double x) => new(Vector128.Create(x));

    public static Lane128 Add(Lane128 a, Lane128 b) => new(a._v + b._v);
    public static Lane128 Subtract(Lane128 a, Lane128 b) => new(a._v - b._v);
    public static Lane128 Multiply(Lane128 a, Lane128 b) => new(a._v * b._v);
    public static Lane128 Divide(Lane128 a, Lane128 b) => new(a._v / b._v);
    public static Lane128 Negate(Lane128 a) => new(-a._v);
    public static Lane128 MultiplyAdd(Lane128 a, Lane128 b, Lane128 c) => new(Vector128.FusedMultiplyAdd(a._v, b._v, c._v));
    public static Lane128 Abs(Lane128 a) => new(Vector128.Abs(a._v));
    public static Lane128 Sqrt(Lane128 a) => new(Vector128.Sqrt(a._v));
    public static Lane128 Min(Lane128 a, Lane128 b) => new(Vector128.Min(a._v, b._v));
    public static Lane128 Max(Lane128 a, Lane128 b) => new(Vector128.Max(a._v, b._v));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane128 AtMost(Lane128 x, Lane128 limit) => new(Vector128.MinNative(limit._v, x._v));
    public static Lane128 AtLeast(Lane128 x, Lane128 limit) => new(Vector128.MaxNative(limit._v, x._v));
    public static Lane128 Round(Lane128 a) => new(Vector128.Round(a._v));
    public static Lane128 Floor(Lane128 a) => new(Vector128.Floor(a._v));

    public static Lane128 LessThan(Lane128 a, Lane128 b) => new(Vector128.LessThan(a._v, b._v));
    public static Lane128 LessOrEqual(Lane128 a, Lane128 b) => new(Vector128.LessThanOrEqual(a._v, b._v));
    public static Lane128 Equal(Lane128 a, Lane128 b) => new(Vector128.Equals(a._v, b._v));
    public static Lane128 And(Lane128 a, Lane128 b) => new(a._v & b._v);
    public static Lane128 Or(Lane128 a, Lane128 b) => new(a._v | b._v);
    public static Lane128 Xor(Lane128 a, Lane128 b) => new(a._v ^ b._v);
    public static Lane128 Not(Lane128 a) => new(~a._v);
    public static Lane128 Select(Lane128 mask, Lane128 a, Lane128 b) => new(Vector128.ConditionalSelect(mask._v, a._v, b._v));
    public static ulong MaskBits(Lane128 mask) => mask._v.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 ScaleByPowerOf2(Lane128 x, Lane128 n) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.Scale(x._v, n._v)) : DoubleBits.Scale(x, n);

    public static Lane128 LowBitsToExponent(Lane128 x) => new((x._v.AsInt64() << DoubleBits.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Exponent(Lane128 x)
    {
        var k = (x._v.AsInt64() - Vector128.Create(DoubleBits.SqrtHalf - DoubleBits.BiasInPlace)) >>> DoubleBits.MantissaBits;
        return new((k | Vector128.Create(DoubleBits.TwoTo52)).AsDouble() - Vector128.Create(DoubleBits.TwoTo52PlusBias));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Mantissa(Lane128 x)
    {
        var k = (x._v.AsInt64() - Vector128.Create(DoubleBits.SqrtHalf)) & Vector128.Create(DoubleBits.ExponentField);
        return new((x._v.AsInt64() - k).AsDouble());
    }
}
