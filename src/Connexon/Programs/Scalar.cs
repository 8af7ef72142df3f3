using System.Numerics;
using System.Runtime.CompilerServices;

namespace Connexon.Programs;

/// <summary>What each operation makes of single numbers.</summary>
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
        Op.Not => ScalarOperations<T, B>.Not(a),
        Op.ShiftLeft => ScalarOperations<T, B>.OfBits(ScalarOperations<T, B>.Bits(a) << count),
        Op.ShiftRight => ScalarOperations<T, B>.OfBits(ScalarOperations<T, B>.Bits(a) >>> count),
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
        Op.Less => ScalarOperations<T, B>.Less(a, b),
        Op.LessOrEqual => ScalarOperations<T, B>.LessOrEqual(a, b),
        Op.Equal => ScalarOperations<T, B>.Equal(a, b),
        Op.And => ScalarOperations<T, B>.And(a, b),
        Op.Or => ScalarOperations<T, B>.Or(a, b),
        Op.Xor => ScalarOperations<T, B>.Xor(a, b),
        Op.Power => T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b))),
        Op.AtMost => T.IsNaN(b) ? b : T.Min(a, b),
        Op.AtLeast => T.IsNaN(b) ? b : T.Max(a, b),
        Op.AddBits => ScalarOperations<T, B>.AddBits(a, b),
        Op.SubtractBits => ScalarOperations<T, B>.SubtractBits(a, b),
        Op.Scale => T.ScaleB(a, int.CreateTruncating(b)),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "takes no two numbers"),
    };

    /// <summary>Three arguments.</summary>
    public static T Apply(Op op, T a, T b, T c) => op switch
    {
        Op.MultiplyAdd => T.FusedMultiplyAdd(a, b, c),
        Op.Select => ScalarOperations<T, B>.Select(a, b, c),
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
}
