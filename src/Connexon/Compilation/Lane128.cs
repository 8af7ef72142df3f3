using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Two doubles in one 128-bit vector.</summary>
internal readonly unsafe struct Lane128(Vector128<double> value) : ILane<Lane128>, IDoubleFormat<Lane128>
{
    public readonly Vector128<double> Value = value;

    public static int Count => 2;

    public static Lane128 Load(nint address, nint index) => new(Vector128.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane128 x) => x.Value.Store((double*)address + index);
    public static Lane128 LoadScalar(nint address, nint index) => new(Vector128.Create(((double*)address)[index]));
    public static Lane128 Broadcast(double x) => new(Vector128.Create(x));

    public static Lane128 Add(Lane128 a, Lane128 b) => new(a.Value + b.Value);
    public static Lane128 Subtract(Lane128 a, Lane128 b) => new(a.Value - b.Value);
    public static Lane128 Multiply(Lane128 a, Lane128 b) => new(a.Value * b.Value);
    public static Lane128 Divide(Lane128 a, Lane128 b) => new(a.Value / b.Value);
    public static Lane128 Negate(Lane128 a) => new(-a.Value);
    public static Lane128 MultiplyAdd(Lane128 a, Lane128 b, Lane128 c) => new(Vector128.FusedMultiplyAdd(a.Value, b.Value, c.Value));
    public static Lane128 Abs(Lane128 a) => new(Vector128.Abs(a.Value));
    public static Lane128 Sqrt(Lane128 a) => new(Vector128.Sqrt(a.Value));
    public static Lane128 Min(Lane128 a, Lane128 b) => new(Vector128.Min(a.Value, b.Value));
    public static Lane128 Max(Lane128 a, Lane128 b) => new(Vector128.Max(a.Value, b.Value));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane128 AtMost(Lane128 limit, Lane128 x) => new(Vector128.MinNative(limit.Value, x.Value));
    public static Lane128 AtLeast(Lane128 limit, Lane128 x) => new(Vector128.MaxNative(limit.Value, x.Value));
    public static Lane128 Round(Lane128 a) => new(Vector128.Round(a.Value));
    public static Lane128 Floor(Lane128 a) => new(Vector128.Floor(a.Value));

    public static Lane128 LessThan(Lane128 a, Lane128 b) => new(Vector128.LessThan(a.Value, b.Value));
    public static Lane128 LessOrEqual(Lane128 a, Lane128 b) => new(Vector128.LessThanOrEqual(a.Value, b.Value));
    public static Lane128 Equal(Lane128 a, Lane128 b) => new(Vector128.Equals(a.Value, b.Value));
    public static Lane128 And(Lane128 a, Lane128 b) => new(a.Value & b.Value);
    public static Lane128 Or(Lane128 a, Lane128 b) => new(a.Value | b.Value);
    public static Lane128 Xor(Lane128 a, Lane128 b) => new(a.Value ^ b.Value);
    public static Lane128 Not(Lane128 a) => new(~a.Value);
    public static Lane128 Select(Lane128 mask, Lane128 a, Lane128 b) => new(Vector128.ConditionalSelect(mask.Value, a.Value, b.Value));
    public static ulong MaskBits(Lane128 mask) => mask.Value.ExtractMostSignificantBits();

    public static Lane128 AddBits(Lane128 a, Lane128 b) => new((a.Value.AsInt64() + b.Value.AsInt64()).AsDouble());
    public static Lane128 SubtractBits(Lane128 a, Lane128 b) => new((a.Value.AsInt64() - b.Value.AsInt64()).AsDouble());
    public static Lane128 ShiftLeft(Lane128 x, int count) => new((x.Value.AsInt64() << count).AsDouble());
    public static Lane128 ShiftRight(Lane128 x, int count) => new((x.Value.AsInt64() >>> count).AsDouble());

    public static bool HasScale => Avx512F.VL.IsSupported;
    public static Lane128 Scale(Lane128 x, Lane128 n) => new(Avx512F.VL.Scale(x.Value, n.Value));
}
