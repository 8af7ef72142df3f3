namespace Connexon;

/// <summary>
/// Conjugate gradients for reciprocal junctions, scaled by the diagonal, in the inner product sum_i C_i D_i x_i y_i in which the equations
/// are self-adjoint (Hestenes and Stiefel 1952, doi:10.6028/jres.049.044).
/// </summary>
/// <remarks>
/// The residual's norm is reduced by 5e-13 / (1 + kappa), which bounds the error in sqrt(sum_i C_i e_i^2) by 1e-12 of z. Round-off in the
/// residual grows with kappa; so beyond 1000 the residual of the solution is computed anew from r + z, and the iteration goes on from
/// there once. There is no start from an earlier solution: it would save one or two of twelve digits, and could not keep a uniform r at
/// exactly 0.
/// </remarks>
internal sealed unsafe class ConjugateGradients : CouplingSolver
{
    private const double RefinedAbove = 1e3;

    private readonly JacobiScaling _equations;
    private readonly RowWindows _windows;
    private readonly MemberSums _sums;
    private readonly Convergence _convergence;
    private readonly MemberFactors _alpha, _beta;
    private readonly PinnedArray _weight, _z, _residual, _direction, _product, _x;
    private readonly double[] _square, _nextSquare, _curvature;
    private readonly int _refinements;

    /// <param name="system">The equations; reciprocal.</param>
    /// <param name="batch">The number of members.</param>
    /// <param name="limit">Iterations allowed; null for twice the number that suffices in exact arithmetic.</param>
    /// <param name="expected">How many are expected, for the description.</param>
    public ConjugateGradients(CouplingSystem system, int batch, int? limit = null, int? expected = null)
    {
        Description = "conjugate gradients" + (expected is null ? "" : $", about {expected} iterations");
        _equations = new(system, batch);
        _windows = _equations.Windows;
        _weight = _equations.OfRows([.. system.Capacitance().Zip(system.Kappa, (c, kappa) => c * (1 + kappa))]);
        (_z, _residual) = (_equations.NewVector(), _equations.NewVector());
        (_direction, _product) = (_equations.NewVector(), _equations.NewVector());
        (_sums, _alpha, _beta) = (new(_windows), new(_windows), new(_windows));
        (_square, _nextSquare, _curvature) = (new double[batch], new double[batch], new double[batch]);
        _refinements = system.LargestKappa > RefinedAbove ? 1 : 0;
        _x = _refinements > 0 ? _equations.NewVector() : _product;
        double tolerance = 0.5 * PolynomialSteps.Tolerance / (1 + system.LargestKappa);
        _convergence = new(batch, tolerance, limit ?? 20 + 2 * PolynomialSteps.ChebyshevCount(2 * system.LargestKappa, tolerance / 10));
    }

    public override string Description { get; }

    public override string? FailureMessage => _convergence.Message("The method of conjugate gradients");

    public override void Solve(nint r, nint z, int batch, Team team)
    {
        var (from, to) = team.Share(_windows.Count);
        double* own = (double*)_z.Address;
        _windows.Part(own, from, to).Clear();
        for (int cycle = 0; cycle <= _refinements; cycle++)
        {
            if (cycle > 0)
                SetPotentials((double*)r, from, to, team);
            Begin((double*)(cycle == 0 ? r : _x.Address), cycle == 0, from, to, team);
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
        _windows.Bring((double*)_x.Address, team);
    }

    private void Begin(double* x, bool first, int from, int to, Team team)
    {
        double* u = (double*)_residual.Address, p = (double*)_direction.Address;
        for (int w = from; w < to; w++)
        {
            _equations.Apply(w, x, (double*)_z.Address, u);
            _sums.Set(w, u, u, (double*)_weight.Address);
        }
        _windows.Part(u, from, to).CopyTo(_windows.Part(p, from, to));
        team.Wait();
        _windows.Bring(p, team);
        if (team.Leads)
        {
            _sums.Total(_square);
            if (first)
                _convergence.Start(_square);
            else
                _convergence.Restart(_square, all: true);
        }
        team.Wait();
    }

    private void Iterate(int from, int to, Team team)
    {
        double* u = (double*)_residual.Address, p = (double*)_direction.Address, q = (double*)_product.Address, z = (double*)_z.Address;
        for (int w = from; w < to; w++)
        {
            _equations.Apply(w, p, p, q);
            _sums.Set(w, p, q, (double*)_weight.Address);
        }
        team.Wait();
        if (team.Leads)
        {
            _sums.Total(_curvature);
            for (int m = 0; m < _square.Length; m++)
                _alpha[m] = _convergence.Needs(m) ? -_square[m] / _curvature[m] : 0;
        }
        team.Wait();
        for (int w = from; w < to; w++)
        {
            _alpha.Add(w, p, z);
            _alpha.Add(w, q, u);
            _sums.Set(w, u, u, (double*)_weight.Address);
        }
        team.Wait();
        if (team.Leads)
            Advance();
        team.Wait();
        for (int w = from; w < to; w++)
            _beta.Extend(w, u, p);
        team.Wait();
        _windows.Bring(p, team);
    }

    private void Advance()
    {
        _sums.Total(_nextSquare);
        for (int m = 0; m < _square.Length; m++)
        {
            _beta[m] = _convergence.Needs(m) ? _nextSquare[m] / _square[m] : 0;
            _square[m] = _nextSquare[m];
        }
        _convergence.Step(_square);
    }
}
