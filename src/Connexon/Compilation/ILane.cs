namespace Connexon.Compilation;

/// <summary>
/// A number as a kernel sees it: one value, or a SIMD vector of them. A kernel is written once against these operations and compiled for
/// every width. All widths do the same operations on each element, so that they give the same bits.
/// </summary>
/// <remarks>Addresses are byte addresses, indices count elements; neither needs alignment.</remarks>
internal interface ILane<TSelf> : INumberFormat<TSelf> where TSelf : struct, ILane<TSelf>
{
    /// <summary>How many elements one value holds.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(nint address, nint index);
    static abstract void Store(nint address, nint index, TSelf x);
    /// <summary>The one element at <c>index</c>, in every lane.</summary>
    static abstract TSelf LoadScalar(nint address, nint index);
    static abstract TSelf Broadcast(double x);

    static abstract TSelf Add(TSelf a, TSelf b);
    static abstract TSelf Subtract(TSelf a, TSelf b);
    static abstract TSelf Multiply(TSelf a, TSelf b);
    static abstract TSelf Divide(TSelf a, TSelf b);
    static abstract TSelf Negate(TSelf a);
    /// <summary>a·b + c rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);
    static abstract TSelf Abs(TSelf a);
    static abstract TSelf Sqrt(TSelf a);
    /// <summary>The smaller; NaN if either is NaN; -0 is below +0 (IEEE 754-2019 minimum).</summary>
    static abstract TSelf Min(TSelf a, TSelf b);
    /// <summary>The larger; NaN if either is NaN; +0 is above -0 (IEEE 754-2019 maximum).</summary>
    static abstract TSelf Max(TSelf a, TSelf b);
    /// <summary>The smaller of x and a limit that is not NaN; NaN stays NaN. One instruction: cheaper than <see cref="Min"/>.</summary>
    static abstract TSelf AtMost(TSelf x, TSelf limit);
    /// <summary>The larger of x and a limit that is not NaN; NaN stays NaN.</summary>
    static abstract TSelf AtLeast(TSelf x, TSelf limit);
    /// <summary>The nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf a);
    static abstract TSelf Floor(TSelf a);
    /// <summary>
    /// x·2ⁿ rounded once, also where the result is denormal or overflows, for integers |n| ≤ 2040 and |x| in [1/2, 4].
    /// </summary>
    static abstract TSelf ScaleByPowerOf2(TSelf x, TSelf n);

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
    /// <summary>Bit k is lane k of the mask.</summary>
    static abstract ulong MaskBits(TSelf mask);

    /// <summary>The bits of x moved up until the lowest stand in the exponent field: 2ᵏ if they held k + bias.</summary>
    static abstract TSelf LowBitsToExponent(TSelf x);
    /// <summary>For a positive normal x: the integer k with x·2⁻ᵏ in [√½, √2).</summary>
    static abstract TSelf Exponent(TSelf x);
    /// <summary>For a positive normal x: x·2⁻ᵏ in [√½, √2), k its <see cref="Exponent"/>.</summary>
    static abstract TSelf Mantissa(TSelf x);
}
