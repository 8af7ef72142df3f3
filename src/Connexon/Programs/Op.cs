namespace Connexon.Programs;

/// <summary>What an instruction of a <see cref="Program"/> does.</summary>
internal enum Op : byte
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>What a slot holds.</summary>
    Load,

    Add,
    Subtract,
    Multiply,

    /// <summary>a b + c, rounded once.</summary>
    MultiplyAdd,
    Divide,
    Negate,
    Abs,
    Sqrt,

    /// <summary>The lesser; NaN if either is NaN; -0 is below +0 (IEEE 754-2019 minimum).</summary>
    Min,

    /// <summary>The greater; NaN if either is NaN.</summary>
    Max,
    Floor,

    // Conditions are masks: all bits set where they hold, none where not. Select looks at the sign bit.
    Less,
    LessOrEqual,
    Equal,
    And,
    Or,
    Xor,
    Not,

    /// <summary>b where condition a holds, else c.</summary>
    Select,

    // Functions: gone after Expansion.
    Exp,
    ExpM1,
    ExpRel,
    InverseExpRel,
    Log,
    Power,
    Sin,
    Cos,
    Tanh,
    Cosh,
    Sinh,

    // What functions are made of.

    /// <summary>
    /// The lesser of a, which is no NaN, and b; NaN if b is NaN. One instruction of the processor, as <see cref="Min"/> is not.
    /// </summary>
    AtMost,

    /// <summary>The greater of a, which is no NaN, and b; NaN if b is NaN.</summary>
    AtLeast,

    /// <summary>The nearest integer, ties to even.</summary>
    Round,

    // On the bits as integers of the number's width.
    AddBits,
    SubtractBits,
    ShiftLeft,
    ShiftRight,

    /// <summary>a 2^b, rounded once: where the processor has it.</summary>
    Scale,
}

/// <summary>How many arguments operations take, and which kind they are of.</summary>
internal static class Ops
{
    public static int Arguments(this Op op) => op switch
    {
        Op.Number or Op.Load => 0,
        Op.MultiplyAdd or Op.Select => 3,
        Op.Negate or Op.Abs or Op.Sqrt or Op.Floor or Op.Not or Op.Round or Op.ShiftLeft or Op.ShiftRight => 1,
        >= Op.Exp and <= Op.Sinh when op != Op.Power => 1,
        _ => 2,
    };

    public static bool IsFunction(this Op op) => op is >= Op.Exp and <= Op.Sinh;

    public static bool IsCondition(this Op op) => op is >= Op.Less and <= Op.Not;
}
