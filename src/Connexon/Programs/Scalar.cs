using System.Numerics;
using System.Runtime.CompilerServices;

namespace Connexon.Programs;

/// <summary>Operations on single numbers. Conditions are masks: all bits set where they hold (which is NaN), none where not.</summary>
/// <typeparam name="T">double or float; functions are computed as doubles.</typeparam>
/// <typeparam name="B">Integers of as many bits.</typeparam>
internal static class Scalar<T, B> where T : unmanaged, IBinaryFloatingPointIeee754<T> where B : unmanaged, IBinaryInteger<B>
{
    /// <summary>One argument; for shifts and by how many bits.</summary>
    public static T Apply(Op op, T a, int count) => op switch
    {
        Op.Negate => -a,
        Op.Abs => T.Abs(a),
        Op.Sqrt => T.Sqrt(a),
        Op.Floor => T.Floor(a),
        Op.Round => T.Round(a),
        Op.Not => OfBits(~Bits(a)),
        Op.ShiftLeft => OfBits(Bits(a) << count),
        Op.ShiftRight => OfBits(Bits(a) >>> count),
        _ => T.CreateTruncating(Arithmetic.Apply(OperationOf(op), double.CreateTruncating(a), 0)),
    };

    /// <summary>Two arguments.</summary>
    public static T Apply(Op op, T a, T b) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Min => T.Min(a, b),
        Op.Max => T.Max(a, b),
        Op.Less => Mask(a < b),
        Op.LessOrEqual => Mask(a <= b),
        Op.Equal => Mask(a == b),
        Op.And => OfBits(Bits(a) & Bits(b)),
        Op.Or => OfBits(Bits(a) | Bits(b)),
        Op.Xor => OfBits(Bits(a) ^ Bits(b)),
        Op.Power => T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b))),
        Op.AtMost => T.IsNaN(b) ? b : T.Min(a, b),
        Op.AtLeast => T.IsNaN(b) ? b : T.Max(a, b),
        Op.AddBits => OfBits(Bits(a) + Bits(b)),
        Op.SubtractBits => OfBits(Bits(a) - Bits(b)),
        Op.Scale => T.ScaleB(a, int.CreateTruncating(b)),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "takes no two numbers"),
    };

    /// <summary>Three arguments.</summary>
    public static T Apply(Op op, T a, T b, T c) => op switch
    {
        Op.MultiplyAdd => T.FusedMultiplyAdd(a, b, c),
        Op.Select => B.IsNegative(Bits(a)) ? b : c,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "takes no three numbers"),
    };

    private static Operation OperationOf(Op function) => function switch
    {
        Op.Exp => Operation.Exp,
        Op.ExpM1 => Operation.ExpM1,
        Op.ExpRel => Operation.ExpRel,
        Op.InverseExpRel => Operation.InverseExpRel,
        Op.Log => Operation.Log,
        Op.Sin => Operation.Sin,
        Op.Cos => Operation.Cos,
        Op.Tanh => Operation.Tanh,
        Op.Cosh => Operation.Cosh,
        Op.Sinh => Operation.Sinh,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "takes not one number"),
    };

    /// <summary>A condition as a number.</summary>
    public static T Mask(bool condition) => OfBits(condition ? B.AllBitsSet : B.Zero);

    private static B Bits(T x) => Unsafe.BitCast<T, B>(x);

    private static T OfBits(B bits) => Unsafe.BitCast<B, T>(bits);
}
