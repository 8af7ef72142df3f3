using static System.BitConverter;

namespace Connexon.Programs;

/// <summary>Operations on single numbers. Conditions are masks: all bits set where they hold (which is NaN), none where not.</summary>
internal static class Scalar
{
    /// <summary>One argument; for shifts and by how many bits.</summary>
    public static double Apply(Op op, double a, int count) => op switch
    {
        Op.Negate => -a,
        Op.Abs => Math.Abs(a),
        Op.Sqrt => Math.Sqrt(a),
        Op.Floor => Math.Floor(a),
        Op.Round => Math.Round(a),
        Op.Not => OfBits(~Bits(a)),
        Op.ShiftLeft => OfBits(Bits(a) << count),
        Op.ShiftRight => OfBits(Bits(a) >>> count),
        _ => Arithmetic.Apply(OperationOf(op), a, 0),
    };

    /// <summary>Two arguments.</summary>
    public static double Apply(Op op, double a, double b) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Min => Math.Min(a, b),
        Op.Max => Math.Max(a, b),
        Op.Less => Mask(a < b),
        Op.LessOrEqual => Mask(a <= b),
        Op.Equal => Mask(a == b),
        Op.And => OfBits(Bits(a) & Bits(b)),
        Op.Or => OfBits(Bits(a) | Bits(b)),
        Op.Xor => OfBits(Bits(a) ^ Bits(b)),
        Op.Power => Math.Pow(a, b),
        Op.AtMost => double.IsNaN(b) ? b : Math.Min(a, b),
        Op.AtLeast => double.IsNaN(b) ? b : Math.Max(a, b),
        Op.AddBits => OfBits(Bits(a) + Bits(b)),
        Op.SubtractBits => OfBits(Bits(a) - Bits(b)),
        Op.Scale => Math.ScaleB(a, (int)b),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "takes no two numbers"),
    };

    /// <summary>Three arguments.</summary>
    public static double Apply(Op op, double a, double b, double c) => op switch
    {
        Op.MultiplyAdd => Math.FusedMultiplyAdd(a, b, c),
        Op.Select => Bits(a) < 0 ? b : c,
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
    public static double Mask(bool condition) => OfBits(condition ? -1 : 0);

    private static long Bits(double x) => DoubleToInt64Bits(x);

    private static double OfBits(long bits) => Int64BitsToDouble(bits);
}
