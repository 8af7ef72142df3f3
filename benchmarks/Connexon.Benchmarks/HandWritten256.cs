using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Connexon.Benchmarks;

/// <summary>The same step over raw 256-bit vectors of a processor without AVX-512.</summary>
internal sealed unsafe class HandWritten256 : HandWrittenHH
{
    private static Vector256<double> Of(double x) => Vector256.Create(x);

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
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> x = Vector256.Load(v + i), y = Vector256.Load(m + i), w = Vector256.Load(n + i);
            Vector256<double> na = Of(GNa) * (y * y * y) * Vector256.Load(h + i), k = Of(GK) * (w * w * (w * w));
            Vector256<double> current = Vector256.Load(input + i) - na * (x - Of(ENa)) - k * (x - Of(EK)) - Of(GL) * (x - Of(EL));
            (current * Of(Dt / C)).Store(d + i);
            ((na + k + Of(GL)) * Of(-Dt / C)).Store(z + i);
        }
    }

    private static void RatesOfM(double* v, double* m, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> x = Vector256.Load(v + i);
            Gate(Of(1) * InverseExpRel((x + Of(40)) * Of(-0.1)), Of(4) * Exp((x + Of(65)) * Of(-1 / 18.0)), m + i, d + i, z + i);
        }
    }

    private static void RatesOfH(double* v, double* h, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> x = Vector256.Load(v + i);
            Gate(Of(0.07) * Exp((x + Of(65)) * Of(-0.05)), Of(1) / (Of(1) + Exp((x + Of(35)) * Of(-0.1))), h + i, d + i, z + i);
        }
    }

    private static void RatesOfN(double* v, double* n, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> x = Vector256.Load(v + i);
            Gate(Of(0.1) * InverseExpRel((x + Of(55)) * Of(-0.1)), Of(0.125) * Exp((x + Of(65)) * Of(-0.0125)), n + i, d + i, z + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gate(Vector256<double> alpha, Vector256<double> beta, double* x, double* d, double* z)
    {
        Vector256<double> rate = alpha + beta;
        (Of(Dt) * Vector256.FusedMultiplyAdd(-rate, Vector256.Load(x), alpha)).Store(d);
        (rate * Of(-Dt)).Store(z);
    }

    private static void RelaxV(double* v, double* d, double* z, byte* spikes, int count)
    {
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> before = Vector256.Load(v + i);
            Vector256<double> after = Vector256.FusedMultiplyAdd(Vector256.Load(d + i), ExpRel(Vector256.Load(z + i)), before);
            after.Store(v + i);
            Vector256<double> rising = Vector256.LessThanOrEqual(Of(Threshold), after) & Vector256.LessThan(before, Of(Threshold));
            spikes[i / 4] = (byte)rising.ExtractMostSignificantBits();
        }
    }

    private static void Relax(double* x, double* d, double* z, int count)
    {
        for (int i = 0; i < count; i += 4)
            Vector256.FusedMultiplyAdd(Vector256.Load(d + i), ExpRel(Vector256.Load(z + i)), Vector256.Load(x + i)).Store(x + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.MinNative(Of(710), Vector256.MaxNative(Of(-746), x));
        Vector256<double> shifted = Vector256.FusedMultiplyAdd(x, Of(Log2E), Of(Shift + 1022)), n = shifted - Of(Shift + 1022);
        Vector256<double> r = Vector256.FusedMultiplyAdd(n, Of(-Ln2Low), Vector256.FusedMultiplyAdd(n, Of(-Ln2High), x));
        Vector256<double> p = Vector256.FusedMultiplyAdd(r * r, Tail(r), r);
        Vector256<double> normal = Vector256.MaxNative(Of(Shift + 22), shifted), remains = shifted - normal + Of(Shift + 1024);
        Vector256<double> s = Power(normal);
        return Vector256.FusedMultiplyAdd(p, s, s) * Power(remains);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpRel(Vector256<double> x)
    {
        Vector256<double> z = NotTiny(x);
        return ScaledExpM1(z) / (z * Of(Scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> InverseExpRel(Vector256<double> x)
    {
        Vector256<double> z = NotTiny(x);
        return z * Of(Scale) / ScaledExpM1(z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NotTiny(Vector256<double> x) => Vector256.MinNative(
        Of(755), Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Of(Tiny)), Of(Tiny), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ScaledExpM1(Vector256<double> x)
    {
        x = Vector256.MaxNative(Of(-50), x);
        Vector256<double> shifted = Vector256.FusedMultiplyAdd(x, Of(Log2E), Of(Shift + 943)), n = shifted - Of(Shift + 943);
        Vector256<double> high = Vector256.FusedMultiplyAdd(n, Of(-Ln2High), x), low = n * Of(-Ln2Low), r = high + low, s = Power(shifted);
        Vector256<double> rest = Vector256.FusedMultiplyAdd(r * r, Tail(r), low);
        return Vector256.FusedMultiplyAdd(s, rest, Vector256.FusedMultiplyAdd(s, high, s - Of(Scale)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Power(Vector256<double> lowBits) => (lowBits.AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tail(Vector256<double> r)
    {
        Vector256<double> r2 = r * r, r4 = r2 * r2;
        Vector256<double> low = Line(r2, Line(r, Of(T0), Of(T1)), Line(r, Of(T2), Of(T3)));
        Vector256<double> high = Line(r2, Line(r, Of(T4), Of(T5)), Line(r, Of(T6), Of(T7)));
        return Line(r4, low, Line(r4, high, Line(r, Of(T8), Of(T9))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Line(Vector256<double> x, Vector256<double> c0, Vector256<double> c1) =>
        Vector256.FusedMultiplyAdd(x, c1, c0);
}
