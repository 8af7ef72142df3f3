using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

internal static partial class LaneMath
{
    /// <summary>
    /// x to the power y = e^(y ln x), the logarithm carried as a sum of two numbers so that a large exponent does not amplify its
    /// rounding. A negative x has a power only where y is an integer. Special cases as in <see cref="Math.Pow"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Pow<L>(L x, L y) where L : struct, IArithmetic<L>
    {
        L a = L.Abs(x);
        L logHigh = PreciseLog(a, out L logLow);
        L zero = L.Broadcast(0), one = L.Broadcast(1), infinity = L.Broadcast(double.PositiveInfinity);

        // the exponent, as a sum; where it overflows anyway its low part is no number
        L high = L.Multiply(y, logHigh);
        L low = L.MultiplyAdd(y, logLow, L.MultiplyAdd(y, logHigh, L.Negate(high)));
        low = L.And(low, L.LessThan(L.Abs(high), L.Broadcast(2 * L.ExpHigh)));
        L power = ExpOfSum(high, low);

        // 0 and infinity to any power, by the sign of y
        L grows = L.Xor(L.LessThan(zero, y), L.Equal(a, zero));
        power = L.Select(L.Or(L.Equal(a, zero), L.Equal(a, infinity)), L.And(grows, infinity), power);
        // NaN
        power = L.Select(L.And(L.Equal(x, x), L.Equal(y, y)), power, L.Add(x, y));

        // the sign of a negative base (-0 too): odd and even integers, or no number at all
        L integer = L.Equal(y, L.Floor(y));
        L halfY = L.Multiply(y, L.Broadcast(0.5));
        L odd = L.And(integer, L.Not(L.Equal(halfY, L.Floor(halfY))));
        power = L.Xor(power, L.And(odd, L.And(x, L.Broadcast(-0.0))));
        L undefined = L.And(L.And(L.LessThan(x, zero), L.LessThan(a, infinity)), L.Not(integer));
        power = L.Select(L.And(undefined, L.Equal(y, y)), L.Broadcast(double.NaN), power);

        L isOne = L.Or(L.Equal(y, zero), L.Equal(x, one));
        isOne = L.Or(isOne, L.And(L.Equal(a, one), L.Equal(L.Abs(y), infinity)));
        return L.Select(isOne, one, power);
    }

    /// <summary>e^(high + low), |low| small against 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L ExpOfSum<L>(L high, L low) where L : struct, IArithmetic<L>
    {
        high = L.AtMost(L.Broadcast(L.ExpHigh), L.AtLeast(L.Broadcast(L.ExpLow), high));
        L shifted = Log2OfExp(high, out L n);
        L exact = L.MultiplyAdd(n, L.Broadcast(-L.Ln2High), high);
        low = L.MultiplyAdd(n, L.Broadcast(-L.Ln2Low), low);
        L r = L.Add(exact, low);
        L rest = L.MultiplyAdd(L.Multiply(r, r), L.ExpTail(r), low);
        return ScaleOnePlus(L.Add(exact, rest), n, shifted);
    }

    /// <summary>ln x for x &gt; 0 as a sum of two numbers, to about ten bits more than one has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L PreciseLog<L>(L x, out L low) where L : struct, IArithmetic<L>
    {
        L one = L.Broadcast(1);
        L v = Normal(x, out L k);
        L m = Mantissa(v);
        k = L.Add(k, Exponent(v));

        // s + sLow = (m - 1)/(m + 1)
        L f = L.Subtract(m, one), d = L.Add(m, one), dLow = L.Subtract(m, L.Subtract(d, one));
        L reciprocal = L.Divide(one, d);
        L s = L.Multiply(f, reciprocal);
        L sLow = L.Multiply(L.Subtract(L.MultiplyAdd(L.Negate(s), d, f), L.Multiply(s, dLow)), reciprocal);

        // z + zLow = s², c + cLow = 2/3 + z·(2/5 + ...)
        L z = L.Multiply(s, s);
        L zLow = L.MultiplyAdd(L.Add(s, s), sLow, L.MultiplyAdd(s, s, L.Negate(z)));
        L t = L.MultiplyAdd(z, L.LogSecondTail(z), L.Broadcast(L.TwoThirdsLow));
        L twoThirds = L.Broadcast(2.0 / 3);
        L c = L.Add(twoThirds, t), cLow = L.Subtract(t, L.Subtract(c, twoThirds));

        // w + wLow = s²·c;  ln m = 2(s + sLow) + s·w
        L w = L.Multiply(z, c);
        L wLow = L.MultiplyAdd(z, cLow, L.MultiplyAdd(zLow, c, L.MultiplyAdd(z, c, L.Negate(w))));
        L p = L.Multiply(s, w);
        L pLow = L.MultiplyAdd(s, wLow, L.MultiplyAdd(sLow, w, L.MultiplyAdd(s, w, L.Negate(p))));

        L twoS = L.Add(s, s);
        L a = L.Multiply(k, L.Broadcast(L.Ln2High));                     // exact
        L b = L.Add(a, twoS), bLow = L.Subtract(twoS, L.Subtract(b, a)); // |a| > |2s| or a = 0
        L high = L.Add(b, p);
        L highLow = L.Subtract(p, L.Subtract(high, b));
        L rest = L.MultiplyAdd(k, L.Broadcast(L.Ln2Low), L.Add(L.Add(sLow, sLow), L.Add(pLow, L.Add(bLow, highLow))));
        L sum = L.Add(high, rest);
        low = L.Subtract(rest, L.Subtract(sum, high));
        return sum;
    }
}
