namespace Connexon.Compilation;

/// <summary>
/// What can be done with a number, so that a function is written once for all kinds of it: double or single, with or without an instruction
/// for powers of two.
/// </summary>
internal interface IArithmetic<TSelf> : INumberFormat<TSelf> where TSelf : struct, IArithmetic<TSelf>
{
    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(double x);

    static abstract TSelf Add(TSelf a, TSelf b);
    static abstract TSelf Subtract(TSelf a, TSelf b);
    static abstract TSelf Multiply(TSelf a, TSelf b);
    static abstract TSelf Divide(TSelf a, TSelf b);
    static abstract TSelf Negate(TSelf a);
    /// <summary>a·b + c rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);
    static abstract TSelf Abs(TSelf a);
    /// <summary>
    /// The smaller of x and a limit that is not NaN; NaN stays NaN. One instruction, cheaper than a minimum that minds NaN on both sides.
    /// </summary>
    static abstract TSelf AtMost(TSelf limit, TSelf x);
    /// <summary>The larger of x and a limit that is not NaN; NaN stays NaN.</summary>
    static abstract TSelf AtLeast(TSelf limit, TSelf x);
    /// <summary>The nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf a);
    static abstract TSelf Floor(TSelf a);

    /// <summary>Comparisons give masks: all bits set where true, none where false (and for NaN).</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);
    static abstract TSelf LessOrEqual(TSelf a, TSelf b);
    static abstract TSelf Equal(TSelf a, TSelf b);
    /// <summary>Bitwise, for masks and for signs.</summary>
    static abstract TSelf And(TSelf a, TSelf b);
    static abstract TSelf Or(TSelf a, TSelf b);
    static abstract TSelf Xor(TSelf a, TSelf b);
    static abstract TSelf Not(TSelf a);
    /// <summary>a where the mask is set, else b.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>The bits taken as integers.</summary>
    static abstract TSelf AddBits(TSelf a, TSelf b);
    static abstract TSelf SubtractBits(TSelf a, TSelf b);
    static abstract TSelf ShiftLeft(TSelf x, int count);
    /// <summary>Zeros move in.</summary>
    static abstract TSelf ShiftRight(TSelf x, int count);

    /// <summary>Whether the processor has <see cref="Scale"/>.</summary>
    static abstract bool HasScale { get; }
    /// <summary>x·2ⁿ rounded once for integers n, also where 2ⁿ is out of range. Only where <see cref="HasScale"/>.</summary>
    static abstract TSelf Scale(TSelf x, TSelf n);
}
