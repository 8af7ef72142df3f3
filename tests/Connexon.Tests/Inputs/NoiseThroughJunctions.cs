using static Connexon.Units;

namespace Connexon.Tests.Inputs;

/// <summary>
/// White noise into leaky cells that are joined: each mode is an Ornstein-Uhlenbeck process, of variance 1 / (2 lambda) for noise of 1 uA
/// over 1 ms and 1 uF. Computed from responses to single draws, without sampling.
/// </summary>
public class NoiseThroughJunctions
{
    private const double Leak = 0.01; // of a mode, per step

    private static readonly double[] Difference = [Math.Sqrt(0.5), -Math.Sqrt(0.5)], Sum = [Math.Sqrt(0.5), Math.Sqrt(0.5)];

    [Theory]
    [InlineData("Imex4", 0.01, 1)]
    [InlineData("Imex4", 0.01, 0.1)]
    [InlineData("Imex4", 0.1, 1)]
    [InlineData("Imex4", 1, 1)]
    [InlineData("Imex4", 1, 0.1)]
    [InlineData("Imex4", 10, 1)]
    [InlineData("Imex4", 10, 0.025)]
    [InlineData("Imex4", 100, 1)]
    [InlineData("Imex4", 1000, 1)]
    [InlineData("Reference", 10, 1)]
    [InlineData("Adaptive", 10, 1)]
    [InlineData("RungeKutta4", 0.01, 1)]
    [InlineData("RungeKutta4", 1, 1)]
    [InlineData("RungeKutta4", 2.7, 1)]
    [InlineData("RungeKutta2", 1, 1)]
    [InlineData("RungeKutta2", 1.9, 1)]
    [InlineData("Euler", 0.1, 1)]
    [InlineData("Euler", 1.9, 1)]
    [InlineData("ExponentialEuler", 0.01, 1)]
    [InlineData("ExponentialEuler", 0.1, 1)]
    [InlineData("ExponentialEuler", 1.9, 1)]
    [InlineData("Fast", 0.015, 1)]
    public void A_pair_has_the_variance_of_the_Ornstein_Uhlenbeck_process(string method, double lambdaDt, double dt)
    {
        double leak = Math.Min(Leak, 0.5 * lambdaDt);
        var cells = Cells(2, leak / dt);
        ImpulseResponse noise = new(cells, Pair(cells, lambdaDt / dt, leak / dt), dt, (int)(6 / leak), Method.Parse(method));

        Assert.Equal(1, noise.OfModes(Difference, Difference) * 2 * lambdaDt / dt, 0.01);
        Assert.Equal(1, noise.OfModes(Sum, Sum) * 2 * leak / dt, 0.01);
        Assert.Equal(0, noise.OfModes(Sum, Difference), 1e-9 / leak);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void From_one_row_to_the_next_a_mode_forgets_as_it_must(double lambdaDt)
    {
        var cells = Cells(2, Leak);
        ImpulseResponse noise = new(cells, Pair(cells, lambdaDt, Leak), 1, 1000);

        double correlation = noise.OfModes(Difference, Difference, lag: 1) / noise.OfModes(Difference, Difference);
        Assert.Equal(Math.Exp(-lambdaDt), correlation, 0.02);
        // As documented, for modes that are stiffer too.
        Assert.Equal(Math.Pow((1 - lambdaDt / 6) / (1 + lambdaDt / 6), 3), correlation, 0.005);
    }

    [Fact]
    public void Every_mode_of_a_ring_has_its_variance()
    {
        const double g = 2.5; // the fastest of ten modes has lambda dt = 4 g
        var cells = Cells(10, Leak);
        ImpulseResponse noise = new(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, g * mS), 1, 600);

        for (int k = 0; k <= 5; k++)
        {
            double[] mode =
                [.. Enumerable.Range(0, 10).Select(i => Math.Cos(2 * Math.PI * k * i / 10) * Math.Sqrt(k % 5 == 0 ? 0.1 : 0.2))];
            double lambda = Leak + 2 * g * (1 - Math.Cos(2 * Math.PI * k / 10));
            Assert.Equal(1, noise.OfModes(mode, mode) * 2 * lambda, 0.005);
        }
    }

    [Fact]
    public void Unequal_cells_one_way_junctions_and_noise_in_some_cells_alone_have_their_covariance()
    {
        double[] c = [1, 2, 5];
        var cells = new Passive(3)
        {
            gL = (Conductance[])[0.01 * mS, 0.02 * mS, 0.05 * mS],
            EL = 0 * mV,
            V_initializer = 0 * mV,
            C = (Capacitance[])[1 * uF, 2 * uF, 5 * uF],
        };
        var gap = new AsymmetryGapJunction(cells, "V", (_, _) => ([0, 1], [1, 2]), [(4 * mS, 2 * mS), (1 * mS, 3 * mS)]);
        ImpulseResponse noise = new(cells, gap, 1, 1500, loud: [0, 1]);

        double[,] rates = // -A of dV = A V dt + noise: the weights that drive each cell, over its capacitance
        {
            { 0.01 + 2 / c[0], -2 / c[0], 0 },
            { -4 / c[1], 0.01 + (4 + 3) / c[1], -3 / c[1] },
            { 0, -1 / c[2], 0.01 + 1 / c[2] },
        };
        double[,] due = Lyapunov(rates, [1 / (c[0] * c[0]), 1 / (c[1] * c[1]), 0]);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                Assert.Equal(due[i, j], noise.Covariance(i, j), 0.002 * Math.Sqrt(due[i, i] * due[j, j]));
        // The modes too that cells hide, which differ little: of the first two cells' difference.
        double difference = due[0, 0] + due[1, 1] - 2 * due[0, 1];
        Assert.Equal(difference, noise.OfModes([1, -1, 0], [1, -1, 0]), 0.005 * difference);
    }

    private static Passive Cells(int size, double leak) => new(size) { gL = leak * mS, EL = 0 * mV, V_initializer = 0 * mV };

    private static SymmetryGapJunction Pair(Neuron cells, double lambda, double leak) =>
        new(cells, "V", (_, _) => ([0], [1]), 0.5 * (lambda - leak) * mS);

    // K S + S K' = N, as one system of n^2 equations by Gauss's elimination.
    private static double[,] Lyapunov(double[,] k, double[] noise)
    {
        int n = noise.Length, all = n * n;
        var m = new double[all, all + 1];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                for (int l = 0; l < n; l++)
                {
                    m[i * n + j, l * n + j] += k[i, l];
                    m[i * n + j, i * n + l] += k[j, l];
                }
                m[i * n + j, all] = i == j ? noise[i] : 0;
            }
        for (int p = 0; p < all; p++)
            for (int row = 0; row < all; row++)
            {
                if (row == p) continue;
                double factor = m[row, p] / m[p, p];
                for (int col = p; col <= all; col++) m[row, col] -= factor * m[p, col];
            }
        var s = new double[n, n];
        for (int p = 0; p < all; p++) s[p / n, p % n] = m[p, all] / m[p, p];
        return s;
    }
}
