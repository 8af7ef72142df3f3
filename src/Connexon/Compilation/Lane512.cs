using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>Eight doubles in one 512-bit vector.</summary>
internal readonly unsafe struct Lane512(Vector512<double> value) : ILane<Lane512>, IDoubleFormat<Lane512>
{
    public readonly Vector512<double> Value = value;

    public static int Count => 8;

    public static Lane512 Load(nint address, nint index) => new(Vector512.Load((double*)address + index));
    public static void Store(nint address, nint index, Lane512 x) => x.Value.Store((double*)address + index);
    public static Lane512 LoadScalar(nint address, nint index) => new(Vector512.Create(((double*)address)[index]));
    public static Lane512 Broadcast(double x) => new(Vector512.Create(x));

    public static Lane512 Add(Lane512 a, Lane512 b) => new(a.Value + b.Value);
    public static Lane512 Subtract(Lane512 a, Lane512 b) => new(a.Value - b.Value);
    public static Lane512 Multiply(Lane512 a, Lane512 b) => new(a.Value * b.Value);
    public static Lane512 Divide(Lane512 a, Lane512 b) => new(a.Value / b.Value);
    public static Lane512 Negate(Lane512 a) => new(-a.Value);
    public static Lane512 MultiplyAdd(Lane512 a, Lane512 b, Lane512 c) => new(Vector512.FusedMultiplyAdd(a.Value, b.Value, c.Value));
    public static Lane512 Abs(Lane512 a) => new(Vector512.Abs(a.Value));
    public static Lane512 Sqrt(Lane512 a) => new(Vector512.Sqrt(a.Value));
    public static Lane512 Min(Lane512 a, Lane512 b) => new(Vector512.Min(a.Value, b.Value));
    public static Lane512 Max(Lane512 a, Lane512 b) => new(Vector512.Max(a.Value, b.Value));
    // with a NaN the x86 instructions return their second operand, and so does the portable fallback
    public static Lane512 AtMost(Lane512 limit, Lane512 x) => new(Vector512.MinNative(limit.Value, x.Value));
    public static Lane512 AtLeast(Lane512 limit, Lane512 x) => new(Vector512.MaxNative(limit.Value, x.Value));
    public static Lane512 Round(Lane512 a) => new(Vector512.Round(a.Value));
    public static Lane512 Floor(Lane512 a) => new(Vector512.Floor(a.Value));

    public static Lane512 LessThan(Lane512 a, Lane512 b) => new(Vector512.LessThan(a.Value, b.Value));
    public static Lane512 LessOrEqual(Lane512 a, Lane512 b) => new(Vector512.LessThanOrEqual(a.Value, b.Value));
    public static Lane512 Equal(Lane512 a, Lane512 b) => new(Vector512.Equals(a.Value, b.Value));
    public static Lane512 And(Lane512 a, Lane512 b) => new(a.Value & b.Value);
    public static Lane512 Or(Lane512 a, Lane512 b) => new(a.Value | b.Value);
    public static Lane512 Xor(Lane512 a, Lane512 b) => new(a.Value ^ b.Value);
    public static Lane512 Not(Lane512 a) => new(~a.Value);
    public static Lane512 Select(Lane512 mask, Lane512 a, Lane512 b) => new(Vector512.ConditionalSelect(mask.Value, a.Value, b.Value));
    public static ulong MaskBits(Lane512 mask) => mask.Value.ExtractMostSignificantBits();

    public static Lane512 AddBits(Lane512 a, Lane512 b) => new((a.Value.AsInt64() + b.Value.AsInt64()).AsDouble());
    public static Lane512 SubtractBits(Lane512 a, Lane512 b) => new((a.Value.AsInt64() - b.Value.AsInt64()).AsDouble());
    public static Lane512 ShiftLeft(Lane512 x, int count) => new((x.Value.AsInt64() << count).AsDouble());
    public static Lane512 ShiftRight(Lane512 x, int count) => new((x.Value.AsInt64() >>> count).AsDouble());

    public static bool HasScale => Avx512F.IsSupported;
    public static Lane512 Scale(Lane512 x, Lane512 n) => new(Avx512F.Scale(x.Value, n.Value));
}
