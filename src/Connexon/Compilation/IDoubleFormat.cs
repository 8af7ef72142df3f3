using System.Runtime.CompilerServices;

using static Connexon.Compilation.LaneMath;

namespace Connexon.Compilation;

/// <summary>
/// The format of doubles: 1 sign, 11 exponent, 52 mantissa bits. The polynomials are near-minimax fits (weighted least squares, iterated,
/// in 160-bit arithmetic); the relative error they leave in the function is given with each.
/// </summary>
internal interface IDoubleFormat<TSelf> : IArithmetic<TSelf> where TSelf : struct, IDoubleFormat<TSelf>
{
    static int INumberFormat<TSelf>.MantissaBits => 52;
    static double INumberFormat<TSelf>.SqrtHalf => 0.70710678118654757;
    static double INumberFormat<TSelf>.OneOverSqrtHalf =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(1) - BitConverter.DoubleToInt64Bits(TSelf.SqrtHalf));
    static double INumberFormat<TSelf>.ExponentBias => 1023;
    static double INumberFormat<TSelf>.SmallestNormal => 2.2250738585072014e-308;
    static double INumberFormat<TSelf>.Ln2High => 0.6931471805598903;
    static double INumberFormat<TSelf>.Ln2Low => 5.497923018708371e-14;
    static double INumberFormat<TSelf>.ExpLow => -746;
    static double INumberFormat<TSelf>.ExpHigh => 710;
    static double INumberFormat<TSelf>.ExpM1Low => -50;
    static double INumberFormat<TSelf>.ExpRelHigh => 755;
    static int INumberFormat<TSelf>.ExpM1ScaleBits => 80;
    static double INumberFormat<TSelf>.Tiny => 1e-200;
    static double INumberFormat<TSelf>.TanhHigh => 22;
    static double INumberFormat<TSelf>.TwoThirdsLow => 3.700743415417188e-17;
    static double INumberFormat<TSelf>.HalfPi1 => 1.5707963267948966;
    static double INumberFormat<TSelf>.HalfPi2 => 6.123233995736766e-17;
    static double INumberFormat<TSelf>.HalfPi3 => -1.4973849048591691e-33;
    static double INumberFormat<TSelf>.TrigonometricHigh => 1e9;

    // 2^-55
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.ExpTail(TSelf r)
    {
        TSelf r2 = TSelf.Multiply(r, r), r4 = TSelf.Multiply(r2, r2);
        TSelf low = Line(r2, Line(r, 0.5, 0.1666666666666668), Line(r, 0.041666666666619646, 0.008333333333319112));
        TSelf high =
            Line(r2, Line(r, 0.0013888888920661163, 0.00019841269893923534), Line(r, 2.4801516142589608e-05, 2.7557235541526114e-06));
        TSelf top = Line(r, 2.762231230955484e-07, 2.511222433712537e-08);
        return Line(r4, low, Line(r4, high, top));
    }

    // 2^-58
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.LogTail(TSelf z)
    {
        TSelf z2 = TSelf.Multiply(z, z), z4 = TSelf.Multiply(z2, z2);
        TSelf low = Line(z2, Line(z, 0.6666666666666735, 0.39999999999410935), Line(z, 0.28571428743294935, 0.22222198473047539));
        TSelf high = Line(z2, Line(z, 0.18183569870982236, 0.1531390044899141), TSelf.Broadcast(0.14797530342295517));
        return Line(z4, low, high);
    }

    // 2^-65
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.LogSecondTail(TSelf z)
    {
        TSelf z2 = TSelf.Multiply(z, z), z4 = TSelf.Multiply(z2, z2);
        TSelf low = Line(z2, Line(z, 0.4000000000000227, 0.28571428570091495), Line(z, 0.22222222521433224, 0.18181784229997028));
        TSelf high = Line(z2, Line(z, 0.15386763849272123, 0.13256661713042092), TSelf.Broadcast(0.13197813403895645));
        return Line(z4, low, high);
    }

    // 2^-57
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.SinTail(TSelf z)
    {
        TSelf z2 = TSelf.Multiply(z, z), z4 = TSelf.Multiply(z2, z2);
        TSelf low = Line(z2, Line(z, -0.16666666666666632, 0.008333333333322411), Line(z, -0.00019841269829805788, 2.7557313691309203e-06));
        return Line(z4, low, Line(z, -2.5050758034257023e-08, 1.589679172779514e-10));
    }

    // 2^-59
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf INumberFormat<TSelf>.CosTail(TSelf z)
    {
        TSelf z2 = TSelf.Multiply(z, z), z4 = TSelf.Multiply(z2, z2);
        TSelf low = Line(z2, Line(z, 0.0416666666666666, -0.001388888888887412), Line(z, 2.480158728948022e-05, -2.755731435187661e-07));
        return Line(z4, low, Line(z, 2.0875723222063203e-09, -1.1359645578278403e-11));
    }
}
