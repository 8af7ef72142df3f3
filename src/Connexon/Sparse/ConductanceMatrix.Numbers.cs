using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Connexon;

internal sealed unsafe partial class ConductanceMatrix
{
    // Numbers lie in memory as doubles or floats; what is summed are doubles.
    private readonly partial struct Product<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double One(T x) => double.CreateTruncating(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static T Rounded(double x) => T.CreateTruncating(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Load(T* from)
        {
            if (typeof(T) == typeof(double)) return Vector256.Load((double*)from);
            Vector128<float> four = Vector128.Load((float*)from);
            return Vector256.Create(Vector128.WidenLower(four), Vector128.WidenUpper(four));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store(T* to, Vector256<double> x)
        {
            if (typeof(T) == typeof(double)) x.Store((double*)to);
            else Vector128.Narrow(x.GetLower(), x.GetUpper()).Store((float*)to);
        }
    }
}
