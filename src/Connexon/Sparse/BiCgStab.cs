namespace Connexon;

/// <summary>
/// Stabilised biconjugate gradients, scaled by the diagonal, for junctions that are not all reciprocal (van der Vorst 1992,
/// doi:10.1137/0913035).
/// </summary>
/// <remarks>
/// The residual's norm is reduced by 5e-13 / (1 + kappa). The method may break down, and its residual drifts from the true one; so the
/// residual is computed anew from r + z at least once, and the iteration goes on from there until all members have converged or the limit
/// is reached. Nothing bounds the number of iterations beforehand: a solve that fails is counted.
/// </remarks>
internal sealed unsafe class BiCgStab : CouplingSolver
{
    private const int MostRestarts = 50;

    private readonly JacobiScaling _equations;
    private readonly RowWindows _windows;
    private readonly Convergence _convergence;
    private readonly BiCgStabFactors _factors;
    private readonly PinnedArray _z, _residual, _shadow, _direction, _v, _t, _x; // _v and _t hold minus the products
    private volatile bool _again;

    /// <param name="system">The equations.</param>
    /// <param name="batch">The number of members.</param>
    /// <param name="limit">Iterations allowed in one solve.</param>
    /// <param name="expected">How many are expected, for the description.</param>
    public BiCgStab(CouplingSystem system, int batch, int limit = 10_000, int? expected = null)
    {
        Description = "stabilised biconjugate gradients" + (expected is null ? "" : $", about {expected} iterations");
        _equations = new(system, batch);
        _windows = _equations.Windows;
        (_z, _x) = (_equations.NewVector(), _equations.NewVector());
        (_residual, _shadow, _direction) = (_equations.NewVector(), _equations.NewVector(), _equations.NewVector());
        (_v, _t) = (_equations.NewVector(), _equations.NewVector());
        _convergence = new(batch, 0.5 * PolynomialSteps.Tolerance / (1 + system.LargestKappa), limit);
        _factors = new(_windows, _convergence);
    }

    public override string Description { get; }

    public override string? FailureMessage => _convergence.Message("The method of stabilised biconjugate gradients");

    public override void Solve(nint r, nint z, int batch, Team team)
    {
        var (from, to) = team.Share(_windows.Count);
        double* own = (double*)_z.Address;
        _windows.Part(own, from, to).Clear();
        for (int cycle = 0; cycle == 0 || _again; cycle++)
        {
            SetPotentials((double*)r, from, to, team);
            Begin(cycle, from, to, team);
            while (_convergence.Running)
                Iterate(from, to, team);
        }
        _windows.Part(own, from, to).CopyTo(_windows.Part((double*)z, from, to));
        if (team.Leads)
        {
            _convergence.End();
            (Iterations, Failures) = (_convergence.Iterations, _convergence.Failures);
        }
        team.Wait();
    }

    private void SetPotentials(double* r, int from, int to, Team team)
    {
        Span<double> x = _windows.Part((double*)_x.Address, from, to), z = _windows.Part((double*)_z.Address, from, to);
        Span<double> start = _windows.Part(r, from, to);
        for (int e = 0; e < x.Length; e++)
            x[e] = start[e] + z[e];
        team.Wait();
    }

    private void Begin(int cycle, int from, int to, Team team)
    {
        double* u = (double*)_residual.Address;
        for (int w = from; w < to; w++)
        {
            _equations.Apply(w, (double*)_x.Address, (double*)_z.Address, u);
            _factors.Square.Set(w, u, u);
        }
        _windows.Part(u, from, to).CopyTo(_windows.Part((double*)_direction.Address, from, to));
        _windows.Part(u, from, to).CopyTo(_windows.Part((double*)_shadow.Address, from, to));
        team.Wait();
        if (team.Leads)
        {
            _factors.Begin(cycle);
            _again = cycle == 0 || (cycle < MostRestarts && _convergence.Unfinished);
        }
        team.Wait();
    }

    private void Iterate(int from, int to, Team team)
    {
        double* u = (double*)_residual.Address, p = (double*)_direction.Address, z = (double*)_z.Address, shadow = (double*)_shadow.Address;
        double* v = (double*)_v.Address, t = (double*)_t.Address;
        for (int w = from; w < to; w++)
        {
            _equations.Apply(w, p, p, v);
            _factors.ShadowV.Set(w, shadow, v);
        }
        team.Wait();
        if (team.Leads)
            _factors.SetAlpha();
        team.Wait();
        for (int w = from; w < to; w++)
        {
            _factors.Alpha.Add(w, v, u);
            _factors.Alpha.Add(w, p, z);
        }
        team.Wait();
        for (int w = from; w < to; w++)
        {
            _equations.Apply(w, u, u, t);
            _factors.TResidual.Set(w, t, u);
            _factors.TSquare.Set(w, t, t);
        }
        team.Wait();
        if (team.Leads)
            _factors.SetOmega();
        team.Wait();
        for (int w = from; w < to; w++)
        {
            _factors.Omega.Add(w, u, z);
            _factors.Omega.Add(w, t, u);
            _factors.ShadowResidual.Set(w, shadow, u);
            _factors.Square.Set(w, u, u);
        }
        team.Wait();
        if (team.Leads)
            _factors.SetBeta();
        team.Wait();
        for (int w = from; w < to; w++)
        {
            _factors.Omega.Add(w, v, p);
            _factors.Beta.Extend(w, u, p);
        }
        team.Wait();
    }
}
