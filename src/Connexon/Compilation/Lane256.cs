using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Four doubles in one 256-bit vector.</summary>
internal readonly unsafe struct Lane256(Vector256<double> value) : ILane<Lane256>, IDoubleFormat<Lane256>
{
    public readonly Vector256<double> Value = value;

    public static int Count => 4;

    public static Lane256 Load(nint address, nint index) => new(Vector256.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane256 x) => x.Value.Store((double*)address + index);
    public static Lane256 LoadScalar(nint address, nint index) => new(Vector256.Create(((double*)address)[index]));
    public static Lane256 Broadcast(double x) => new(Vector256.Create(x));

    public static Lane256 Add(Lane256 a, Lane256 b) => new(a.Value + b.Value);
    public static Lane256 Subtract(Lane256 a, Lane256 b) => new(a.Value - b.Value);
    public static Lane256 Multiply(Lane256 a, Lane256 b) => new(a.Value * b.Value);
    public static Lane256 Divide(Lane256 a, Lane256 b) => new(a.Value / b.Value);
    public static Lane256 Negate(Lane256 a) => new(-a.Value);
    public static Lane256 MultiplyAdd(Lane256 a, Lane256 b, Lane256 c) => new(Vector256.FusedMultiplyAdd(a.Value, b.Value, c.Value));
    public static Lane256 Abs(Lane256 a) => new(Vector256.Abs(a.Value));
    public static Lane256 Sqrt(Lane256 a) => new(Vector256.Sqrt(a.Value));
    public static Lane256 Min(Lane256 a, Lane256 b) => new(Vector256.Min(a.Value, b.Value));
    public static Lane256 Max(Lane256 a, Lane256 b) => new(Vector256.Max(a.Value, b.Value));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane256 AtMost(Lane256 limit, Lane256 x) => new(Vector256.MinNative(limit.Value, x.Value));
    public static Lane256 AtLeast(Lane256 limit, Lane256 x) => new(Vector256.MaxNative(limit.Value, x.Value));
    public static Lane256 Round(Lane256 a) => new(Vector256.Round(a.Value));
    public static Lane256 Floor(Lane256 a) => new(Vector256.Floor(a.Value));

    public static Lane256 LessThan(Lane256 a, Lane256 b) => new(Vector256.LessThan(a.Value, b.Value));
    public static Lane256 LessOrEqual(Lane256 a, Lane256 b) => new(Vector256.LessThanOrEqual(a.Value, b.Value));
    public static Lane256 Equal(Lane256 a, Lane256 b) => new(Vector256.Equals(a.Value, b.Value));
    public static Lane256 And(Lane256 a, Lane256 b) => new(a.Value & b.Value);
    public static Lane256 Or(Lane256 a, Lane256 b) => new(a.Value | b.Value);
    public static Lane256 Xor(Lane256 a, Lane256 b) => new(a.Value ^ b.Value);
    public static Lane256 Not(Lane256 a) => new(~a.Value);
    public static Lane256 Select(Lane256 mask, Lane256 a, Lane256 b) => new(Vector256.ConditionalSelect(mask.Value, a.Value, b.Value));
    public static ulong MaskBits(Lane256 mask) => mask.Value.ExtractMostSignificantBits();

    public static Lane256 AddBits(Lane256 a, Lane256 b) => new((a.Value.AsInt64() + b.Value.AsInt64()).AsDouble());
    public static Lane256 SubtractBits(Lane256 a, Lane256 b) => new((a.Value.AsInt64() - b.Value.AsInt64()).AsDouble());
    public static Lane256 ShiftLeft(Lane256 x, int count) => new((x.Value.AsInt64() << count).AsDouble());
    public static Lane256 ShiftRight(Lane256 x, int count) => new((x.Value.AsInt64() >>> count).AsDouble());

    public static bool HasScale => Avx512F.VL.IsSupported;
    public static Lane256 Scale(Lane256 x, Lane256 n) => new(Avx512F.VL.Scale(x.Value, n.Value));
}
