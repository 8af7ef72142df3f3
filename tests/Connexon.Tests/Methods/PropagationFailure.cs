namespace Connexon.Tests.Methods;

/// <summary>
/// T7: below a critical coupling fronts on a chain stand still, above it they travel, slower than in the continuum. For McKean's cells the
/// threshold is known, d_c = a (1 - a) / (1 - 2a)^2; the other figures are converged simulations by an independent program.
/// </summary>
public sealed class PropagationFailure(ITestOutputHelper output)
{
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
        Assert.Equal(40, Taken(cubic: true, a, 1.005 * critical));
    }

    [Theory]
    [InlineData(false, 1, 0.714)]
    [InlineData(false, 4, 0.852)]
    [InlineData(false, 16, 0.938)]
    [InlineData(false, 64, 0.977)]
    [InlineData(true, 0.05, 0.879)]
    [InlineData(true, 0.1, 0.931)]
    [InlineData(true, 0.25, 0.971)]
    [InlineData(true, 1, 0.993)]
    [InlineData(true, 4, 0.998)]
    [InlineData(true, 16, 0.9995)]
    public void Fronts_have_the_converged_part_of_the_continuums_speed(bool cubic, double d, double ratio)
    {
        const double a = 0.1;
        double continuum = (1 - 2 * a) * (cubic ? Math.Sqrt(d / 2) : Math.Sqrt(d / (a * (1 - a))));
        double found = Lattice.Speed(cubic, a, d, cubic ? 0.05 : 0.01, Method.Imex4, 60, 160, 0.9 * ratio * continuum) / continuum;
        output.WriteLine($"{(cubic ? "Nagumo" : "McKean")} d = {d}: {found:F5}");
        Assert.Equal(ratio, found, 0.0006);
    }

    private static int Taken(bool cubic, double a, double d) => Lattice.Taken(cubic, a, d, cubic ? 20000 : 1000, cubic ? 0.5 : 0.05, Method.Imex4);
}
