using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Quadratic integrate-and-fire cells, v' = v^2 + eta_i + g (mean v - v), eta_i Lorentzian of half-width Delta around 1. Below
/// Delta_H = (g/2) sqrt(1 + g^2/16) the network oscillates together at omega = 2, above it does not (Pietras et al. 2019,
/// arXiv:1905.01917).
/// </summary>
public sealed class QuadraticNetwork(ITestOutputHelper output)
{
    private const int Cells = 400;

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.9, true)]
    [InlineData(1.3, false)]
    public void It_oscillates_where_the_mean_field_says(double part, bool oscillates)
    {
        const double g = 1;
        double width = part * g / 2 * Math.Sqrt(1 + g * g / 16);
        double[] eta =
            [.. Enumerable.Range(0, Cells).Select(i => 1 + width * Math.Tan(Math.PI / 2 * (2.0 * (i + 1) - Cells - 1) / (Cells + 1)))];
        var n = new Quadratic(Cells) { Start = Init.Uniform(-2.0, 2.0) };
        var gap = new SymmetryGapJunction(n, "v", Connect.AllToAll, new Quantity(g / Cells, Dimension.Rate));
        Run run = new Network(n, gap).Drive(n, Init.Each(i => new Quantity(eta[i], Dimension.Rate))).Record(n["v"], every: 1 << 20)
            .Run(60 * ms, 0.001 * ms, Method.Fast, seed: 4);

        // The rate in windows of 0.1, as mean and amplitude over the second half.
        double[] rate = new double[600];
        for (int k = 0; k < run.Spikes(n).Count; k++) rate[Math.Min(599, (int)(run.Spikes(n).Time(k) / (0.1 * ms)))] += 1 / (0.1 * Cells);
        double[] late = rate[300..];
        var (frequency, amplitude) = Oscillation(late);
        output.WriteLine($"Delta = {part} Delta_H: amplitude / mean {amplitude:F3}, omega {frequency:F3}");
        if (oscillates)
        {
            Assert.InRange(amplitude, 0.5, 2);
            Assert.Equal(2, frequency, 0.04);
        }
        else Assert.InRange(amplitude, 0, 0.1);
    }

    // The angular frequency of the strongest oscillation, and its amplitude in parts of the mean.
    private static (double Frequency, double Amplitude) Oscillation(double[] rate)
    {
        double mean = rate.Average(), best = 0, at = 0;
        for (double w = 1; w < 4; w += 0.005)
        {
            double c = 0, s = 0;
            for (int k = 0; k < rate.Length; k++)
            {
                c += (rate[k] - mean) * Math.Cos(w * 0.1 * k);
                s += (rate[k] - mean) * Math.Sin(w * 0.1 * k);
            }
            double amplitude = 2 * Math.Sqrt(c * c + s * s) / rate.Length / mean;
            if (amplitude > best) (best, at) = (amplitude, w);
        }
        return (at, best);
    }

    private sealed class Quadratic(int size) : Neuron(size)
    {
        public Init<double> Start { get; init; } = 0;

        protected override void Define(ModelBuilder m)
        {
            Expr v = m.State("v", Start);
            m.Derivative(v, v * v / ms + m.Input(Dimension.Rate));
            m.SpikeWhen(v, reaches: 500, (v, -500));
        }
    }
}
