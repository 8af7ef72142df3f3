using static System.BitConverter;

namespace Connexon.Compilation;

/// <summary>One double: the width for remainders, and the reference that the vectors are held against.</summary>
internal readonly unsafe struct LaneScalar(double value) : ILane<LaneScalar>, IDoubleFormat<LaneScalar>
{
    public readonly double Value = value;

    public static int Count => 1;

    public static LaneScalar Load(nint address, nint index) => new(((double*)address)[index]);
    public static void Store(nint address, nint index, LaneScalar x) => ((double*)address)[index] = x.Value;
    public static LaneScalar LoadScalar(nint address, nint index) => Load(address, index);
    public static LaneScalar Broadcast(double x) => new(x);

    public static LaneScalar Add(LaneScalar a, LaneScalar b) => new(a.Value + b.Value);
    public static LaneScalar Subtract(LaneScalar a, LaneScalar b) => new(a.Value - b.Value);
    public static LaneScalar Multiply(LaneScalar a, LaneScalar b) => new(a.Value * b.Value);
    public static LaneScalar Divide(LaneScalar a, LaneScalar b) => new(a.Value / b.Value);
    public static LaneScalar Negate(LaneScalar a) => new(-a.Value);
    public static LaneScalar MultiplyAdd(LaneScalar a, LaneScalar b, LaneScalar c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));
    public static LaneScalar Abs(LaneScalar a) => new(Math.Abs(a.Value));
    public static LaneScalar Sqrt(LaneScalar a) => new(Math.Sqrt(a.Value));
    public static LaneScalar Min(LaneScalar a, LaneScalar b) => new(Math.Min(a.Value, b.Value));
    public static LaneScalar Max(LaneScalar a, LaneScalar b) => new(Math.Max(a.Value, b.Value));
    public static LaneScalar AtMost(LaneScalar limit, LaneScalar x) => new(double.MinNative(limit.Value, x.Value));
    public static LaneScalar AtLeast(LaneScalar limit, LaneScalar x) => new(double.MaxNative(limit.Value, x.Value));
    public static LaneScalar Round(LaneScalar a) => new(Math.Round(a.Value));
    public static LaneScalar Floor(LaneScalar a) => new(Math.Floor(a.Value));

    public static LaneScalar LessThan(LaneScalar a, LaneScalar b) => Mask(a.Value < b.Value);
    public static LaneScalar LessOrEqual(LaneScalar a, LaneScalar b) => Mask(a.Value <= b.Value);
    public static LaneScalar Equal(LaneScalar a, LaneScalar b) => Mask(a.Value == b.Value);
    public static LaneScalar And(LaneScalar a, LaneScalar b) => OfBits(Bits(a) & Bits(b));
    public static LaneScalar Or(LaneScalar a, LaneScalar b) => OfBits(Bits(a) | Bits(b));
    public static LaneScalar Xor(LaneScalar a, LaneScalar b) => OfBits(Bits(a) ^ Bits(b));
    public static LaneScalar Not(LaneScalar a) => OfBits(~Bits(a));
    public static LaneScalar Select(LaneScalar mask, LaneScalar a, LaneScalar b) => Bits(mask) < 0 ? a : b;
    public static ulong MaskBits(LaneScalar mask) => (ulong)Bits(mask) >> 63;

    public static LaneScalar AddBits(LaneScalar a, LaneScalar b) => OfBits(Bits(a) + Bits(b));
    public static LaneScalar SubtractBits(LaneScalar a, LaneScalar b) => OfBits(Bits(a) - Bits(b));
    public static LaneScalar ShiftLeft(LaneScalar x, int count) => OfBits(Bits(x) << count);
    public static LaneScalar ShiftRight(LaneScalar x, int count) => OfBits(Bits(x) >>> count);

    public static bool HasScale => false;
    public static LaneScalar Scale(LaneScalar x, LaneScalar n) => throw new NotSupportedException("A scalar has no Scale: see HasScale.");

    private static long Bits(LaneScalar x) => DoubleToInt64Bits(x.Value);
    private static LaneScalar OfBits(long bits) => new(Int64BitsToDouble(bits));
    private static LaneScalar Mask(bool condition) => OfBits(condition ? -1 : 0);
}
