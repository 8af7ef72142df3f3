using System.Runtime.CompilerServices;

using static Connexon.Compilation.LaneMath;

namespace Connexon.Compilation;

/// <summary>
/// The format of floats: 1 sign, 8 exponent, 23 mantissa bits. The polynomials are near-minimax fits like those of
/// <see cref="IDoubleFormat{TSelf}"/>, their coefficients rounded to float; the relative error that they then leave in the function is
/// given with each.
/// </summary>
internal interface ISingleFormat<TSelf> : IArithmetic<TSelf> where TSelf : struct, ISingleFormat<TSelf>
{
    static int INumberFormat<TSelf>.MantissaBits => 23;
    static double INumberFormat<TSelf>.SqrtHalf => 0.70710678f;
    static double INumberFormat<TSelf>.OneOverSqrtHalf =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(1) - BitConverter.SingleToInt32Bits((float)TSelf.SqrtHalf));
    static double INumberFormat<TSelf>.ExponentBias => 127;
    static double INumberFormat<TSelf>.SmallestNormal => 1.17549435e-38f;
    static double INumberFormat<TSelf>.Ln2High => 0.693145751953125; // 15 bits: times an exponent of 8 it has no more than 24
    static double INumberFormat<TSelf>.Ln2Low => 1.4286068203094172e-6;
    static double INumberFormat<TSelf>.ExpLow => -104;
    static double INumberFormat<TSelf>.ExpHigh => 89;
    static double INumberFormat<TSelf>.ExpM1Low => -20;
    static double INumberFormat<TSelf>.ExpRelHigh => 110;
    static int INumberFormat<TSelf>.ExpM1ScaleBits => 40;
    static double INumberFormat<TSelf>.Tiny => 1e-20;
    static double INumberFormat<TSelf>.TanhHigh => 10;
    static double INumberFormat<TSelf>.TwoThirdsLow => -1.9868214925130208e-8;
    static double INumberFormat<TSelf>.HalfPi1 => 1.5707963705062866;
    static double INumberFormat<TSelf>.HalfPi2 => -4.371138828673793e-8;
    static double INumberFormat<TSelf>.HalfPi3 => -1.7151245100058819e-15;
    static double INumberFormat<TSelf>.TrigonometricHigh => 1e5;

    // 2^-29
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.ExpTail(TSelf r)
    {
        TSelf r2 = TSelf.Multiply(r, r), r4 = TSelf.Multiply(r2, r2);
        TSelf low = Line(r2, Line(r, 0.5, 0.166666656733), Line(r, 0.0416662916541, 0.00833349861205));
        return Line(r4, low, Line(r, 0.0013944869861, 0.000197901463252));
    }

    // 2^-30
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.LogTail(TSelf z) => Line(z, TSelf.Broadcast(0.666667759418), Line(z, 0.399774938822, 0.298730820417));

    // 2^-36
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.LogSecondTail(TSelf z) =>
        Line(z, TSelf.Broadcast(0.400001525879), Line(z, 0.285470843315, 0.234198287129));

    // 2^-26
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.SinTail(TSelf z) =>
        Line(z, TSelf.Broadcast(-0.166666552424), Line(z, 0.00833215471357, -0.000195140819415));

    // 2^-31
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.CosTail(TSelf z) =>
        Line(z, TSelf.Broadcast(0.0416666455567), Line(z, -0.00138872838579, 2.44294333243e-5));
}
