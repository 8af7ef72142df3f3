namespace Connexon.Tests.Methods;

/// <summary>
/// Below a critical coupling fronts on a chain stand still, above it they travel, slower than in the continuum. For McKean's cells the
/// threshold is known, d_c = a (1 - a) / (1 - 2a)^2; the other figures are converged simulations by an independent program.
/// </summary>
public sealed class PropagationFailure(ITestOutputHelper output)
{
    private const double A = 0.1;

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.3)]
    public void McKeans_fronts_fail_below_the_closed_form_of_the_threshold(double a)
    {
        double critical = a * (1 - a) / Math.Pow(1 - 2 * a, 2);
        Assert.Equal(0, Taken(cubic: false, a, 0.999 * critical));
        Assert.Equal(40, Taken(cubic: false, a, 1.001 * critical));
    }

    [Theory]
    [InlineData(0.1, 0.00265)]
    [InlineData(0.2, 0.01141)]
    [InlineData(0.3, 0.02865)]
    public void Nagumos_fronts_fail_below_the_converged_threshold(double a, double critical)
    {
        Assert.Equal(0, Taken(cubic: true, a, 0.995 * critical));
        Assert.InRange(Taken(cubic: true, a, 1.005 * critical), 10, 40);
    }

    /// <summary>
    /// McKean's front of speed c meets a where 1/2 - 1/pi int_0^pi sinh(B/c) / (2 B (cosh(B/c) - cos s)) ds = a, B = 1 + 2d (1 - cos s)
    /// (the lattice wave by Fourier's integral; the parts of the speed of the continuum are 0.7145, 0.8566, 0.9390, 0.9769). H(u - a)
    /// jumps: at a fixed step speeds lock to whole cells per whole steps, as they do for every method that does not locate the jump; finer
    /// steps there find it.
    /// </summary>
    [Theory]
    [InlineData(1, 0.714)]
    [InlineData(4, 0.857)]
    [InlineData(16, 0.939)]
    [InlineData(64, 0.977)]
    public void McKeans_fronts_have_the_speed_of_Fouriers_integral(double d, double ratio)
    {
        double exact = McKeansSpeed(d), continuum = (1 - 2 * A) * Math.Sqrt(d / (A * (1 - A)));
        Assert.Equal(ratio, exact / continuum, 0.0006);
        double found = Lattice.Speed(false, A, d, 0.01, Method.Imex4, 150, 250, 0.9 * exact);
        double located = Lattice.Speed(false, A, d, 0.01, Method.Reference(1e-8), 150, 200, 0.9 * exact);
        output.WriteLine($"d = {d}: {exact / continuum:F5}, found {found / continuum:F5}, located {located / continuum:F5}");
        Assert.Equal(exact, found, 0.003 * exact);
        Assert.Equal(exact, located, 0.0002 * exact);
    }

    [Theory]
    [InlineData(0.05, 0.879)]
    [InlineData(0.1, 0.931)]
    [InlineData(0.25, 0.971)]
    [InlineData(1, 0.993)]
    [InlineData(4, 0.998)]
    [InlineData(16, 0.9995)]
    public void Nagumos_fronts_have_the_converged_part_of_the_continuums_speed(double d, double ratio)
    {
        double continuum = (1 - 2 * A) * Math.Sqrt(d / 2),
            found = Lattice.Speed(true, A, d, 0.05, Method.Imex4, 60, 160, 0.9 * ratio * continuum) / continuum;
        output.WriteLine($"d = {d}: {found:F5}");
        Assert.Equal(ratio, found, 0.0006);
    }

    // The integrand has the period 2 pi: the midpoint rule converges at once.
    private static double McKeansSpeed(double d)
    {
        double Start(double c) => 0.5 - Enumerable.Range(0, 4000).Average(k =>
        {
            double cos = Math.Cos(Math.PI * (k + 0.5) / 4000), b = 1 + 2 * d * (1 - cos), e = Math.Exp(-b / c);
            return (1 - e * e) / (1 + e * e - 2 * e * cos) / (2 * b);
        });
        double low = 1e-3 * Math.Sqrt(d), high = 12 * Math.Sqrt(d);
        for (int k = 0; k < 50; k++) (low, high) = Start((low + high) / 2) > A ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return low;
    }

    private static int Taken(bool cubic, double a, double d) =>
        Lattice.Taken(cubic, a, d, cubic ? 20000 : 1000, cubic ? 0.5 : 0.05, Method.Imex4);
}
