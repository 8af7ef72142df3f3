using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// A passive pair, a sine into the first cell. The second follows with |CC(f)| = g / sqrt((g + g2)^2 + (2 pi f C2)^2), the low-pass of an
/// electrical synapse.
/// </summary>
public sealed class FrequencyResponse(ITestOutputHelper output)
{
    private const double G1 = 0.3, G2 = 0.7, Frequency = 0.1; // per ms: 100 Hz

    /// <summary>
    /// Weak junctions are explicit. Strong ones are implicit, the drive is not: such methods lose order where the pair relaxes faster than
    /// the step (kappa 2.5 to 0.625 here), as additive Runge-Kutta methods do.
    /// </summary>
    [Theory]
    [InlineData(0.2, 0.5, 3.8, 2e-7)]
    [InlineData(20, 0.125, 3, 1e-6)]
    public void The_default_has_the_circuits_low_pass_to_its_order(double g, double longest, double order, double error)
    {
        double due = g / Math.Sqrt(Math.Pow(g + G2, 2) + Math.Pow(2 * Math.PI * Frequency, 2));
        double[] errors = [.. new[] { 1, 0.5, 0.25 }.Select(part => Math.Abs(Coefficient(g, part * longest, Fixed) / due - 1))];
        double found = Math.Log2(errors[1] / errors[2]);
        output.WriteLine($"g {g}: relative errors {string.Join(' ', errors.Select(e => $"{e:E2}"))}, "
            + $"orders {Math.Log2(errors[0] / errors[1]):F2} {found:F2}");
        Assert.InRange(errors[2], 0, error);
        Assert.InRange(found, order, 4.5);
    }

    [Theory]
    [InlineData(0.2, 0.03125, 2e-4)]
    [InlineData(20, 0.0625, 5e-5)]
    public void Fast_has_it_to_second_order(double g, double longest, double error)
    {
        double due = g / Math.Sqrt(Math.Pow(g + G2, 2) + Math.Pow(2 * Math.PI * Frequency, 2));
        double coarse = Math.Abs(Coefficient(g, longest, Method.Fast) / due - 1),
            fine = Math.Abs(Coefficient(g, longest / 2, Method.Fast) / due - 1);
        Assert.InRange(coarse, 0, error);
        Assert.InRange(Math.Log2(coarse / fine), 1.9, 2.2);
    }

    // Steps as they are, never halved: what is measured is the scheme.
    private static readonly Method Fixed = new Imex4("fixed", tolerance: 1, halvings: 0);

    /// <summary>The ratio of the amplitudes over whole periods, after the transient.</summary>
    private static double Coefficient(double g, double dt, Method method)
    {
        var (first, second) = (new Physics.Passive(1) { gL = G1 * mS }, new Physics.Passive(1) { gL = G2 * mS });
        Run run = new Network(first, second, new SymmetryGapJunction((first, second), "V", Connect.OneToOne, g * mS))
            .Drive(first, Drive.Sine(1 * uA, Frequency / ms)).Record(first.V).Record(second.V).Run(160 * ms, dt * ms, method);
        return Amplitude(run[second.V], dt) / Amplitude(run[first.V], dt);
    }

    private static double Amplitude(Trace v, double dt)
    {
        double sine = 0, cosine = 0;
        for (int row = v.Rows - 1, last = row - (int)Math.Round(20 / dt); row > last; row--)
        {
            double phase = 2 * Math.PI * Frequency * v.Times[row];
            sine += v.Number(row, 0) * Math.Sin(phase);
            cosine += v.Number(row, 0) * Math.Cos(phase);
        }
        return Math.Sqrt(sine * sine + cosine * cosine);
    }
}
