using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

internal static partial class LaneMath
{
    /// <summary>sin x for |x| up to 1e9 (1e5 as a float), NaN beyond: there a number's own rounding is already a part of a turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Sin<L>(L x) where L : struct, IArithmetic<L>
    {
        L y = SinOfQuarterTurns(x, 0);
        return L.Select(L.Equal(x, L.Broadcast(0)), x, y);
    }

    /// <summary>cos x on the same range, NaN beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Cos<L>(L x) where L : struct, IArithmetic<L> => SinOfQuarterTurns(x, 1);

    /// <summary>sin(x + quarters·π/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L SinOfQuarterTurns<L>(L x, double quarters) where L : struct, IArithmetic<L>
    {
        L n = L.Round(L.Multiply(x, L.Broadcast(2 / Math.PI)));
        L r = L.MultiplyAdd(n, L.Broadcast(-L.HalfPi1), x);
        r = L.MultiplyAdd(n, L.Broadcast(-L.HalfPi3), L.MultiplyAdd(n, L.Broadcast(-L.HalfPi2), r));
        L z = L.Multiply(r, r), one = L.Broadcast(1), half = L.Broadcast(0.5);
        L sin = L.MultiplyAdd(L.Multiply(z, r), L.SinTail(z), r);
        L cos = L.MultiplyAdd(L.Multiply(z, z), L.CosTail(z), L.MultiplyAdd(z, L.Negate(half), one));

        // quarter turns: the last bit chooses the function, the one before it the sign
        L q = L.Multiply(L.Add(n, L.Broadcast(quarters)), half);
        L odd = L.Not(L.Equal(q, L.Floor(q)));
        L turns = L.Multiply(L.Floor(q), half);
        L negative = L.Not(L.Equal(turns, L.Floor(turns)));
        L y = L.Xor(L.Select(odd, cos, sin), L.And(negative, L.Broadcast(-0.0)));
        return L.Select(L.LessOrEqual(L.Abs(x), L.Broadcast(L.TrigonometricHigh)), y, L.Broadcast(double.NaN));
    }
}
