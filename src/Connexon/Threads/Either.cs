using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Doubles to and from numbers of either precision. (Unlike CreateTruncating it allocates nothing in code that is not optimised yet.)
/// </summary>
internal static class Either
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(double x) where T : unmanaged
    {
        if (typeof(T) == typeof(double)) return Unsafe.As<double, T>(ref x);
        float single = (float)x;
        return Unsafe.As<float, T>(ref single);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double<T>(T x) where T : unmanaged =>
        typeof(T) == typeof(double) ? Unsafe.As<T, double>(ref x) : Unsafe.As<T, float>(ref x);
}
