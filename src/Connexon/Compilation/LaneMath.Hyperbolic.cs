using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

internal static partial class LaneMath
{
    /// <summary>tanh x, from e²ˣ - 1: no cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Tanh<L>(L x) where L : struct, IArithmetic<L>
    {
        L a = L.AtMost(L.Broadcast(L.TanhHigh), L.Abs(x));
        L u = ScaledExpM1(L.Add(a, a));
        L y = L.Divide(u, L.Add(u, L.Broadcast(2 * Scale<L>())));
        return L.Select(IsTiny(x), x, WithSignOf(y, x));
    }

    /// <summary>sinh x, from e^|x| - 1: no cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Sinh<L>(L x) where L : struct, IArithmetic<L>
    {
        L a = L.AtMost(L.Broadcast(L.ExpRelHigh), L.Abs(x));
        L u = ScaledExpM1(a);
        L e = L.MultiplyAdd(u, L.Broadcast(1 / Scale<L>()), L.Broadcast(1));
        L y = L.Multiply(L.Add(u, L.Divide(u, e)), L.Broadcast(0.5 / Scale<L>()));
        return L.Select(IsTiny(x), x, WithSignOf(y, x));
    }

    /// <summary>cosh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Cosh<L>(L x) where L : struct, IArithmetic<L>
    {
        L scale = L.Broadcast(Scale<L>());
        L e = L.Add(ScaledExpM1(L.AtMost(L.Broadcast(L.ExpRelHigh), L.Abs(x))), scale);
        return L.MultiplyAdd(e, L.Broadcast(0.5 / Scale<L>()), L.Divide(L.Broadcast(0.5 * Scale<L>()), e));
    }

    /// <summary>A non-negative y with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L WithSignOf<L>(L y, L x) where L : struct, IArithmetic<L> => L.Or(y, L.And(x, L.Broadcast(-0.0)));
}
