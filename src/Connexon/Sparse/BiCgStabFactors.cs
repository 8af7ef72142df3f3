namespace Connexon;

/// <summary>
/// The numbers of stabilised biconjugate gradients, one of each kind per member, from sums over the network. What divides by nothing leaves
/// the member where it is, until the method begins again.
/// </summary>
/// <param name="windows">The windows of rows.</param>
/// <param name="convergence">Which members are iterated.</param>
internal sealed class BiCgStabFactors(RowWindows windows, Convergence convergence)
{
    // Less than this part of what it could be is nothing but round-off.
    private const double Nothing = 1e-14;

    private readonly double[] _rho = new double[windows.Batch], _start = new double[windows.Batch], _square = new double[windows.Batch];
    private readonly double[] _sum = new double[windows.Batch], _other = new double[windows.Batch];

    public MemberSums Square { get; } = new(windows);

    public MemberSums ShadowV { get; } = new(windows);

    public MemberSums TResidual { get; } = new(windows);

    public MemberSums TSquare { get; } = new(windows);

    public MemberSums ShadowResidual { get; } = new(windows);

    public MemberFactors Alpha { get; } = new(windows);

    public MemberFactors Omega { get; } = new(windows);

    public MemberFactors Beta { get; } = new(windows);

    /// <summary>Residuals were computed anew, for the first, second ... time in a solve; the second time for all members.</summary>
    public void Begin(int cycle)
    {
        Square.Total(_square);
        _square.CopyTo(_rho, 0);
        _square.CopyTo(_start, 0);
        if (cycle == 0)
            convergence.Start(_square);
        else
            convergence.Restart(_square, all: cycle == 1);
    }

    public void SetAlpha()
    {
        ShadowV.Total(_sum);
        for (int m = 0; m < _sum.Length; m++)
            Set(Alpha, m, -_rho[m], _sum[m]);
    }

    public void SetOmega()
    {
        TResidual.Total(_sum);
        TSquare.Total(_other);
        for (int m = 0; m < _sum.Length; m++)
            Set(Omega, m, -_sum[m], _other[m]);
    }

    public void SetBeta()
    {
        ShadowResidual.Total(_sum);
        Square.Total(_square);
        for (int m = 0; m < _sum.Length; m++)
        {
            double rho = _sum[m];
            bool lost = Math.Abs(rho) <= Nothing * Math.Sqrt(_start[m] * _square[m]);
            Set(Beta, m, lost ? 0 : rho / _rho[m] * Alpha[m], Omega[m]);
            if (lost && convergence.Needs(m))
                convergence.Leave(m);
            _rho[m] = rho;
        }
        convergence.Step(_square);
    }

    private void Set(MemberFactors factors, int member, double numerator, double denominator)
    {
        bool possible = convergence.Needs(member) && denominator != 0;
        factors[member] = possible ? numerator / denominator : 0;
        if (convergence.Needs(member) && !possible)
            convergence.Leave(member);
    }
}
