namespace Connexon.Compilation;

/// <summary>
/// What <see cref="LaneMath"/> must know of a number's format: how it stores exponents, where its range ends, and polynomials fitted to
/// its precision. Another format (single precision) is another set of these.
/// </summary>
internal interface INumberFormat<TSelf> where TSelf : struct, INumberFormat<TSelf>
{
    /// <summary>The bits of the mantissa that are stored.</summary>
    static abstract int MantissaBits { get; }
    /// <summary>√½, as a number of the format.</summary>
    static abstract double SqrtHalf { get; }
    /// <summary>
    /// The number whose bits are those of 1 less those of √½. (It is a denormal; its negative, as bits, would be no number that can be
    /// written down.)
    /// </summary>
    static abstract double OneOverSqrtHalf { get; }
    static abstract double ExponentBias { get; }
    static abstract double SmallestNormal { get; }

    /// <summary>ln 2 as a sum whose first part times any exponent is exact.</summary>
    static abstract double Ln2High { get; }
    static abstract double Ln2Low { get; }

    /// <summary>eˣ is 0 at and below ExpLow and infinite at and above ExpHigh.</summary>
    static abstract double ExpLow { get; }
    static abstract double ExpHigh { get; }

    /// <summary>eˣ - 1 rounds to -1 below it.</summary>
    static abstract double ExpM1Low { get; }
    /// <summary>x/(eˣ-1) rounds to 0, and (eˣ-1)/x to infinity, above it.</summary>
    static abstract double ExpRelHigh { get; }
    /// <summary>A power of two by which eˣ - 1 is scaled down so that it stays finite up to <see cref="ExpRelHigh"/>.</summary>
    static abstract int ExpM1ScaleBits { get; }
    /// <summary>For |x| below it 1 + x rounds to 1, and x keeps all its bits when scaled down by 2^<see cref="ExpM1ScaleBits"/>.</summary>
    static abstract double Tiny { get; }
    /// <summary>tanh rounds to 1 above it.</summary>
    static abstract double TanhHigh { get; }

    /// <summary>(eʳ - 1 - r)/r² for |r| ≤ ln(2)/2.</summary>
    static abstract TSelf ExpTail(TSelf r);
    /// <summary>(2 artanh(s) - 2s)/s³ as a function of z = s², for |s| ≤ (√2-1)/(√2+1).</summary>
    static abstract TSelf LogTail(TSelf z);
    /// <summary>(2 artanh(s) - 2s - 2s³/3)/s⁵ as a function of z = s², on the same range.</summary>
    static abstract TSelf LogSecondTail(TSelf z);
    /// <summary>What 2/3 loses when rounded.</summary>
    static abstract double TwoThirdsLow { get; }

    /// <summary>π/2 as a sum of three parts.</summary>
    static abstract double HalfPi1 { get; }
    static abstract double HalfPi2 { get; }
    static abstract double HalfPi3 { get; }
    /// <summary>Beyond this |x| the three parts do not suffice to take multiples of π/2 off.</summary>
    static abstract double TrigonometricHigh { get; }
    /// <summary>(sin(r) - r)/r³ as a function of z = r², for |r| ≤ π/4.</summary>
    static abstract TSelf SinTail(TSelf z);
    /// <summary>(cos(r) - 1 + r²/2)/r⁴ as a function of z = r², for |r| ≤ π/4.</summary>
    static abstract TSelf CosTail(TSelf z);
}
