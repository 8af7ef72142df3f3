using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// A fixed number of steps z += d, d = keep d + step (-a K (r + z) - z), with factors that are known before the run. There are no sums over
/// the network, and one wait of the team per step. sum_i C_i z_i stays 0 to round-off for reciprocal junctions, because every d is a
/// current.
/// </summary>
internal sealed unsafe class PolynomialSolver : CouplingSolver
{
    private readonly RowWindows _windows; // of a gain_i g_ij
    private readonly (double Keep, double Step)[] _steps;
    private readonly PinnedArray _r, _z, _d;
    private readonly PinnedArray[] _x; // r + z, in turn read by all threads and written

    public PolynomialSolver(CouplingSystem system, int batch, (double Keep, double Step)[] steps, string description)
    {
        (_windows, _steps, Description) = (new(system.ScaledMatrix(_ => 1), batch), steps, $"{steps.Length} {description}");
        int length = _windows.Length;
        (_r, _z, _d, _x) = (new(length), new(length), new(length), [new(length), new(length)]);
        Iterations = steps.Length;
    }

    public override string Description { get; }

    public override void Solve(nint r, nint z, int batch, Team team)
    {
        double* own = (double*)_z.Address, d = (double*)_d.Address;
        var (from, to) = team.Share(_windows.Count);
        _windows.Part((double*)r, from, to).CopyTo(_windows.Part((double*)_r.Address, from, to));
        _windows.Part(own, from, to).Clear();
        _windows.Part(d, from, to).Clear();
        for (int s = 0; s < _steps.Length; s++)
        {
            double* source = (double*)(s == 0 ? r : _x[s % 2].Address), target = (double*)_x[(s + 1) % 2].Address;
            for (int w = from; w < to; w++)
            {
                var (start, end) = _windows.Elements(w);
                Prepare(_steps[s], own, d, start, end);
                _windows.AddCurrents(w, source, d);
                Finish(_steps[s].Step, own, d, target, start, end);
            }
            team.Wait();
            _windows.Bring(target, team);
        }
        _windows.Part(own, from, to).CopyTo(_windows.Part((double*)z, from, to));
        team.Wait();
        GC.KeepAlive(this); // addresses alone do not keep the memory
    }

    // The currents are added to this, and the whole multiplied by the step.
    private static void Prepare((double Keep, double Step) factors, double* z, double* d, int start, int end)
    {
        Vector256<double> kept = Vector256.Create(factors.Keep / factors.Step);
        for (int e = start; e < end; e += 4)
            Vector256.FusedMultiplyAdd(kept, Vector256.Load(d + e), -Vector256.Load(z + e)).Store(d + e);
    }

    private void Finish(double factor, double* z, double* d, double* x, int start, int end)
    {
        double* r = (double*)_r.Address;
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
