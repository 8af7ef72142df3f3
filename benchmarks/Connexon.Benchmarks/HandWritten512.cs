using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Benchmarks;

/// <summary>The same step over raw 512-bit vectors, with the scaling instruction of AVX-512.</summary>
internal sealed unsafe class HandWritten512 : HandWrittenHH
{
    private static Vector512<double> Of(double x) => Vector512.Create(x);

    protected override void Step(double* v, double* m, double* h, double* n, double* input, byte* spikes, double* scratch, int count)
    {
        double* dv = scratch, zv = dv + Block, dm = zv + Block, zm = dm + Block, dh = zm + Block, zh = dh + Block, dn = zh + Block,
            zn = dn + Block;
        RatesOfV(v, m, h, n, input, dv, zv, count);
        RatesOfM(v, m, dm, zm, count);
        RatesOfH(v, h, dh, zh, count);
        RatesOfN(v, n, dn, zn, count);
        RelaxV(v, dv, zv, spikes, count);
        Relax(m, dm, zm, count);
        Relax(h, dh, zh, count);
        Relax(n, dn, zn, count);
    }

    private static void RatesOfV(double* v, double* m, double* h, double* n, double* input, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector512<double> x = Vector512.Load(v + i), y = Vector512.Load(m + i), w = Vector512.Load(n + i);
            Vector512<double> na = Of(GNa) * (y * y * y) * Vector512.Load(h + i), k = Of(GK) * (w * w * (w * w));
            Vector512<double> current = Vector512.Load(input + i) - na * (x - Of(ENa)) - k * (x - Of(EK)) - Of(GL) * (x - Of(EL));
            (current * Of(Dt / C)).Store(d + i);
            ((na + k + Of(GL)) * Of(-Dt / C)).Store(z + i);
        }
    }

    private static void RatesOfM(double* v, double* m, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector512<double> x = Vector512.Load(v + i);
            Gate(Of(1) * InverseExpRel((x + Of(40)) * Of(-0.1)), Of(4) * Exp((x + Of(65)) * Of(-1 / 18.0)), m + i, d + i, z + i);
        }
    }

    private static void RatesOfH(double* v, double* h, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector512<double> x = Vector512.Load(v + i);
            Gate(Of(0.07) * Exp((x + Of(65)) * Of(-0.05)), Of(1) / (Of(1) + Exp((x + Of(35)) * Of(-0.1))), h + i, d + i, z + i);
        }
    }

    private static void RatesOfN(double* v, double* n, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector512<double> x = Vector512.Load(v + i);
            Gate(Of(0.1) * InverseExpRel((x + Of(55)) * Of(-0.1)), Of(0.125) * Exp((x + Of(65)) * Of(-0.0125)), n + i, d + i, z + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gate(Vector512<double> alpha, Vector512<double> beta, double* x, double* d, double* z)
    {
        Vector512<double> rate = alpha + beta;
        (Of(Dt) * Vector512.FusedMultiplyAdd(-rate, Vector512.Load(x), alpha)).Store(d);
        (rate * Of(-Dt)).Store(z);
    }

    private static void RelaxV(double* v, double* d, double* z, byte* spikes, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector512<double> before = Vector512.Load(v + i);
            Vector512<double> after = Vector512.FusedMultiplyAdd(Vector512.Load(d + i), ExpRel(Vector512.Load(z + i)), before);
            after.Store(v + i);
            Vector512<double> rising = Vector512.LessThanOrEqual(Of(Threshold), after) & Vector512.LessThan(before, Of(Threshold));
            spikes[i / 8] = (byte)rising.ExtractMostSignificantBits();
        }
    }

    private static void Relax(double* x, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 8)
            Vector512.FusedMultiplyAdd(Vector512.Load(d + i), ExpRel(Vector512.Load(z + i)), Vector512.Load(x + i)).Store(x + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exp(Vector512<double> x)
    {
        x = Vector512.MinNative(Of(710), Vector512.MaxNative(Of(-746), x));
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Of(Log2E), Of(Shift + 1022)), n = shifted - Of(Shift + 1022);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Of(-Ln2Low), Vector512.FusedMultiplyAdd(n, Of(-Ln2High), x));
        Vector512<double> p = Vector512.FusedMultiplyAdd(r * r, Tail(r), r);
        return Avx512F.Scale(Of(1) + p, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpRel(Vector512<double> x)
    {
        Vector512<double> z = NotTiny(x);
        return ScaledExpM1(z) / (z * Of(Scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> InverseExpRel(Vector512<double> x)
    {
        Vector512<double> z = NotTiny(x);
        return z * Of(Scale) / ScaledExpM1(z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NotTiny(Vector512<double> x) => Vector512.MinNative(
        Of(755), Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Of(Tiny)), Of(Tiny), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ScaledExpM1(Vector512<double> x)
    {
        x = Vector512.MaxNative(Of(-50), x);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Of(Log2E), Of(Shift + 943)), n = shifted - Of(Shift + 943);
        Vector512<double> high = Vector512.FusedMultiplyAdd(n, Of(-Ln2High), x), low = n * Of(-Ln2Low), r = high + low, s = Power(shifted);
        Vector512<double> rest = Vector512.FusedMultiplyAdd(r * r, Tail(r), low);
        return Vector512.FusedMultiplyAdd(s, rest, Vector512.FusedMultiplyAdd(s, high, s - Of(Scale)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Power(Vector512<double> lowBits) => (lowBits.AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Tail(Vector512<double> r)
    {
        Vector512<double> r2 = r * r, r4 = r2 * r2;
        Vector512<double> low = Line(r2, Line(r, Of(T0), Of(T1)), Line(r, Of(T2), Of(T3)));
        Vector512<double> high = Line(r2, Line(r, Of(T4), Of(T5)), Line(r, Of(T6), Of(T7)));
        return Line(r4, low, Line(r4, high, Line(r, Of(T8), Of(T9))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Line(Vector512<double> x, Vector512<double> c0, Vector512<double> c1) =>
        Vector512.FusedMultiplyAdd(x, c1, c0);
}
