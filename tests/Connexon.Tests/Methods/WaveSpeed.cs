namespace Connexon.Tests.Methods;

/// <summary>
/// Fronts on the Nagumo lattice with d = 16 (fronts of about 6 cells). Half-gaps slow them by 1/(1 + kappa); the default does not.
/// </summary>
public sealed class WaveSpeed(ITestOutputHelper output)
{
    private const double A = 0.1, D = 16;

    // Of the continuum: sqrt(d/2) (1 - 2a).
    private static readonly double Continuum = Math.Sqrt(D / 2) * (1 - 2 * A);

    // Of the lattice: by another method, at a step at which halving changes nothing.
    private static readonly Lazy<double> Exact = new(() => Speed(1 / 16.0, Method.RungeKutta4));

    [Fact]
    public void The_converged_speed_depends_neither_on_the_step_nor_on_where_it_is_measured()
    {
        Assert.Equal(0.9995, Exact.Value / Continuum, 2e-4);
        Assert.Equal(Exact.Value, Speed(1 / 8.0, Method.RungeKutta4), 1e-5 * Continuum);
        Assert.Equal(Exact.Value, Lattice.Speed(true, A, D, 1 / 8.0 / (2 * D), Method.RungeKutta4, 200, 400, Continuum), 1e-5 * Continuum);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(4)]
    public void The_default_is_right_to_2_parts_in_10_000(double kappa)
    {
        double error = Speed(kappa, Method.Imex4) / Exact.Value - 1;
        output.WriteLine($"kappa {kappa}: {100 * error:F5} %");
        Assert.InRange(Math.Abs(error), 0, 2e-4);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(4)]
    public void Half_gaps_slow_by_kappa_over_1_plus_kappa(double kappa)
    {
        double error = Speed(kappa, Method.Lagged, Continuum / (1 + kappa)) / Exact.Value - 1;
        output.WriteLine($"kappa {kappa}: {100 * error:F3} %, predicted {-100 * kappa / (1 + kappa):F3} %");
        Assert.Equal(-kappa / (1 + kappa), error, 0.002);
    }

    private static double Speed(double kappa, Method method, double? expected = null) =>
        Lattice.Speed(true, A, D, kappa / (2 * D), method, 100, 200, expected ?? Continuum);
}
