using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// A fixed number of steps z += d, d = keep d + step (-a K (r + z) - z), with factors that are known before the run. There are no sums over
/// the network, and one wait of the team per step. sum_i C_i z_i stays 0 to round-off for reciprocal junctions, because every d is a current.
/// </summary>
internal sealed unsafe class PolynomialSolver : CouplingSolver
{
    private readonly ConductanceMatrix _matrix; // a gain_i g_ij
    private readonly (double Keep, double Step)[] _steps;
    private readonly PinnedArray _r, _z, _d;
    private readonly PinnedArray[] _x; // r + z, in turn read by all threads and written

    public PolynomialSolver(CouplingSystem system, int batch, (double Keep, double Step)[] steps, string description)
    {
        (_matrix, _steps, Description) = (system.ScaledMatrix(_ => 1), steps, $"{steps.Length} {description}");
        int length = checked((_matrix.Rows * batch + 3) / 4 * 4);
        (_r, _z, _d, _x) = (new(length), new(length), new(length), [new(length), new(length)]);
        Iterations = steps.Length;
    }

    public override string Description { get; }

    public override void Solve(nint r, nint z, int batch, Team team)
    {
        int perWindow = _matrix.Window / ConductanceMatrix.Lanes;
        var (from, to) = team.Share((_matrix.Slices + perWindow - 1) / perWindow);
        Begin((double*)r, from, to, batch);
        for (int s = 0; s < _steps.Length; s++)
        {
            nint source = s == 0 ? r : _x[s % 2].Address;
            double* target = (double*)_x[(s + 1) % 2].Address;
            for (int w = from; w < to; w++)
            {
                var (start, end) = Elements(w, batch);
                Prepare(_steps[s], start, end);
                _matrix.AddCurrents(source, _d.Address, batch, w * perWindow, Math.Min((w + 1) * perWindow, _matrix.Slices));
                Finish(_steps[s].Step, target, start, end);
            }
            team.Wait();
        }
        Copy(_z, (double*)z, from, to, batch);
        team.Wait();
    }

    private (int Start, int End) Elements(int window, int batch) =>
        (window * _matrix.Window * batch, Math.Min((window + 1) * _matrix.Window, _matrix.Rows) * batch);

    private void Begin(double* r, int from, int to, int batch)
    {
        if (from == to)
            return;
        int start = Elements(from, batch).Start, end = Elements(to - 1, batch).End;
        new Span<double>(r + start, end - start).CopyTo(_r.Span[start..end]);
        _z.Span[start..end].Clear();
        _d.Span[start..end].Clear();
    }

    private void Copy(PinnedArray from, double* z, int firstWindow, int endWindow, int batch)
    {
        if (firstWindow == endWindow)
            return;
        int start = Elements(firstWindow, batch).Start, end = Elements(endWindow - 1, batch).End;
        from.Span[start..end].CopyTo(new Span<double>(z + start, end - start));
    }

    // The currents are added to this, and the whole multiplied by the step.
    private void Prepare((double Keep, double Step) factors, int start, int end)
    {
        double* d = (double*)_d.Address, z = (double*)_z.Address;
        Vector256<double> kept = Vector256.Create(factors.Keep / factors.Step);
        for (int e = start; e < end; e += 4)
            Vector256.FusedMultiplyAdd(kept, Vector256.Load(d + e), -Vector256.Load(z + e)).Store(d + e);
    }

    private void Finish(double factor, double* x, int start, int end)
    {
        double* d = (double*)_d.Address, z = (double*)_z.Address, r = (double*)_r.Address;
        Vector256<double> step = Vector256.Create(factor);
        for (int e = start; e < end; e += 4)
        {
            Vector256<double> change = step * Vector256.Load(d + e), sum = Vector256.Load(z + e) + change;
            change.Store(d + e);
            sum.Store(z + e);
            (Vector256.Load(r + e) + sum).Store(x + e);
        }
    }
}
