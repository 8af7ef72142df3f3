using static Connexon.Units;

namespace Connexon.Tests.Inputs;

/// <summary>Noise against theory. Seeds are fixed; bounds are five standard errors of the estimate.</summary>
public class NoiseTests
{
    private const int Neurons = 4000;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.025)]
    [InlineData(0.4)]
    public void The_integral_of_white_noise_does_not_depend_on_the_step(double dt)
    {
        double[] sum = new double[Neurons];
        int steps = (int)Math.Round(10 / dt);
        foreach (double[] now in DriveValues.Of(Drive.WhiteNoise(3 * uA, 2 * ms), steps, dt, Neurons))
            for (int i = 0; i < Neurons; i++) sum[i] += now[i] * dt;

        // Deviation 3 uA over 2 ms: the integral over T has variance 3^2 * 2 * T (uA ms)^2.
        const double due = 9 * 2 * 10;
        Assert.Equal(due, Variance(sum), 5 * due * Math.Sqrt(2.0 / Neurons));
        Assert.Equal(0, sum.Average(), 5 * Math.Sqrt(due / Neurons));
    }

    [Fact]
    public void White_noise_has_no_memory()
    {
        double[][] x = DriveValues.Of(Drive.WhiteNoise(1 * uA, 1 * ms), 2, 1, Neurons);

        Assert.Equal(0, Correlation(x[0], x[1]), 5 / Math.Sqrt(Neurons));
        Assert.Equal(0, Correlation(x[0][1..], x[0][..^1]), 5 / Math.Sqrt(Neurons)); // nor do neighbours share it
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(4)]
    public void Ornstein_Uhlenbeck_noise_is_stationary_from_the_start_and_forgets_with_its_time(double dt)
    {
        int lag = (int)Math.Round(4 / dt);
        double[][] x = DriveValues.Of(Drive.OrnsteinUhlenbeck(7 * uA, 3 * uA, 4 * ms), lag + 1, dt, Neurons);

        foreach (double[] now in new[] { x[0], x[lag / 2], x[lag] })
        {
            Assert.Equal(7, now.Average(), 5 * 3 / Math.Sqrt(Neurons));
            Assert.Equal(9, Variance(now), 5 * 9 * Math.Sqrt(2.0 / Neurons));
        }
        Assert.Equal(Math.Exp(-1), Correlation(x[0], x[lag]), 5 / Math.Sqrt(Neurons));
    }

    [Fact]
    public void Ornstein_Uhlenbeck_noise_of_a_stage_within_a_step_is_that_of_the_step()
    {
        var context = new DriveContext(1, 1, 0, 0.1, new CounterRandom(0, 0));
        DriveSource source = Drive.OrnsteinUhlenbeck(0 * uA, 1 * uA, 1 * ms).Prepare(context);

        double At(double t, long step)
        {
            double[] one = [0];
            source.Advance(t, step);
            source.Add(one, 0, 1);
            return one[0];
        }

        double first = At(0, 0);
        Assert.Equal(first, At(0.05, 0));
        Assert.NotEqual(first, At(0.1, 1));
    }

    [Fact]
    public void A_draw_depends_on_neuron_member_step_and_seed_alone()
    {
        foreach (Drive noise in new[] { Drive.WhiteNoise(1 * uA, 1 * ms), Drive.OrnsteinUhlenbeck(0 * uA, 1 * uA, 3 * ms) })
        {
            double[][] all = DriveValues.Of(noise, 3, 0.1, neurons: 5, members: 4);
            double[][] last = DriveValues.Of(noise, 3, 0.1, neurons: 5, members: 1, firstMember: 3),
                few = DriveValues.Of(noise, 3, 0.1, neurons: 2, members: 4);
            for (int step = 0; step < 3; step++)
            {
                for (int i = 0; i < 5; i++) Assert.Equal(all[step][i * 4 + 3], last[step][i]);
                Assert.Equal(all[step][..8], few[step]);
                Assert.Equal(20, all[step].Distinct().Count());
            }
            Assert.NotEqual(all[0][0], DriveValues.Of(noise, 1, 0.1, seed: 1)[0][0]);
        }
    }

    private static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / (x.Length - 1) / Math.Sqrt(Variance(x) * Variance(y));
    }
}
