using static Connexon.Units;

namespace Connexon.Tests.Inputs;

/// <summary>Networks with noise as users run them. Seeds are fixed.</summary>
public class NoisyNetworks
{
    [Theory]
    [InlineData(5000, 0.1)] // lambda dt = 10
    [InlineData(500, 0.1)]  // 1
    public void Strong_junctions_leave_the_difference_its_variance(double nanosiemens, double dt)
    {
        const int Pairs = 20_000, Every = 5, Rows = 10;
        var cells = new Passive(2 * Pairs) { gL = 10e-6 * mS, EL = 0 * mV, V_initializer = 0 * mV, C = 100e-6 * uF };
        int steps = Math.Max(Every, (int)Math.Ceiling(3 / (2 * nanosiemens / 100 * dt)));
        Network network = new Network(cells, Pairwise(cells, nanosiemens * nS)).Drive(cells, Drive.WhiteNoise(50 * pA, 1 * ms))
            .Record(cells.V, every: steps);
        Trace<Voltage> v = network.Run(Rows * steps * dt * ms, dt * ms, seed: 3)[cells.V];

        double sum = 0;
        for (int row = 1; row <= Rows; row++)
            for (int i = 0; i < 2 * Pairs; i += 2) sum += Math.Pow(v.Number(row, i) - v.Number(row, i + 1), 2) / 2;
        double lambda = 0.1 + 2 * nanosiemens / 100, due = 50.0 * 50 / (100 * 100) / (2 * lambda), all = Rows * Pairs;
        due *= 1 - Enumerable.Range(1, Rows).Average(row => Math.Exp(-2 * lambda * row * steps * dt)); // it starts from nothing
        Assert.Equal(due, sum / all, 0.01 * due); // more than 3 standard errors, of 0.32 %
    }

    [Fact]
    public void Coloured_noise_goes_through_strong_junctions_too()
    {
        const int Pairs = 20_000, Rows = 10;
        const double Dt = 0.1, Correlation = 2, Lambda = 100.1; // per ms
        var cells = new Passive(2 * Pairs) { gL = 0.1 * mS, EL = 0 * mV, V_initializer = 0 * mV };
        Network network = new Network(cells, Pairwise(cells, 50 * mS))
            .Drive(cells, Drive.OrnsteinUhlenbeck(0 * uA, 1 * uA, Correlation * ms))
            .Record(cells.V, every: 40);
        Trace<Voltage> v = network.Run(Rows * 40 * Dt * ms, Dt * ms, seed: 5)[cells.V];

        double sum = 0;
        for (int row = 1; row <= Rows; row++)
            for (int i = 0; i < 2 * Pairs; i += 2) sum += Math.Pow(v.Number(row, i) - v.Number(row, i + 1), 2) / 2;
        double due = Correlation / (Lambda * (1 + Lambda * Correlation));
        Assert.Equal(due, sum / (Rows * Pairs), 0.01 * due);
    }

    [Fact]
    public void Halved_steps_go_along_the_same_path()
    {
        double[] Path(Method method)
        {
            var cells = new Passive(6) { gL = 0.3 * mS };
            Network network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, 20 * mS))
                .Drive(cells, Drive.WhiteNoise(5 * uA, 1 * ms)).Record(cells.V);
            Run run = network.Run(10 * ms, 0.1 * ms, method, seed: 2);
            Assert.Equal(method != Method.Imex4, run.StepsHalved > 100);
            return run[cells.V].Numbers(1);
        }

        double[] plain = Path(Method.Imex4), parts = Path(Method.Reference(1e-12));
        Assert.True(plain.Max() - plain.Min() > 3);
        for (int row = 0; row < plain.Length; row++) Assert.Equal(parts[row], plain[row], 3e-4); // the error of Imex4; U swings by 1 mV
    }

    [Fact]
    public void Threads_batches_and_weights_that_vary_do_not_change_a_bit()
    {
        var cells = new HH(40);
        SymmetryGapJunction Ring(double g) => new(cells, "V", Connect.Ring, g * mS);
        double[] Of(SymmetryGapJunction gap, Func<Network, Network> how, int threads = 1, int batch = 1, int? member = null,
            int read = 0) =>
            how(new Network(cells, gap).Drive(cells, 8 * uA).Drive(cells, Drive.WhiteNoise(2 * uA, 1 * ms))).Record(cells.V)
                .Run(3 * ms, 0.05 * ms, seed: 7, threads: threads, batch: batch, member: member)[cells.V].Numbers(17, read);

        double[] alone = Of(Ring(10), n => n);
        Assert.Equal(alone, Of(Ring(10), n => n, threads: 3));
        Assert.Equal(alone, Of(Ring(10), n => n, batch: 3));
        Assert.Equal(Of(Ring(10), n => n, batch: 3, read: 2), Of(Ring(10), n => n, batch: 3, member: 2));
        SymmetryGapJunction half = Ring(5), full = Ring(10);
        double[] varied = Of(full, n => n.Vary(full, _ => 1));
        Assert.Equal(varied, Of(half, n => n.Vary(half, _ => 2)));
        // Each weight then has a place of its own, and multiplies by itself.
        for (int k = 0; k < alone.Length; k++) Assert.Equal(alone[k], varied[k], 1e-9);
    }

    [Fact]
    public void Methods_that_cannot_say_so_by_name_before_the_first_step()
    {
        var cells = new Passive(2) { Name = "cells" };
        Network network = new Network(cells, new SymmetryGapJunction(cells, "V", (_, _) => ([0], [1]), 1 * mS))
            .Drive(cells, Drive.WhiteNoise(1 * uA, 1 * ms));
        Assert.Equal("cells has white noise and junctions of dt * lambda up to 0.2, lambda being their largest rate. "
            + "Above 0.015 Fast gives such cells another "
            + "variance than they must have, by more than 1 %. Use Imex4, or dt: 0.005 * ms or less.",
            Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.1 * ms, Method.Fast)).Message);
        Assert.Contains("Above 0.011 Lagged gives",
            Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.1 * ms, Method.Lagged)).Message, StringComparison.Ordinal);
        Assert.Equal(1000, network.Run(7 * ms, 0.007 * ms, Method.Fast).Steps);

        // Noise into a cell that has no junction is none of this.
        var other = new Passive(1);
        var quiet = new Passive(2);
        new Network(quiet, other, new SymmetryGapJunction(quiet, "V", (_, _) => ([0], [1]), 1 * mS))
            .Drive(other, Drive.WhiteNoise(1 * uA, 1 * ms))
            .Run(1 * ms, 0.1 * ms, Method.Fast);
    }

    [Fact]
    public void Junctions_that_noise_cannot_be_carried_through_say_so()
    {
        var cells = new Facilitated(2) { Name = "cells" };
        Network network = new Network(cells, new SymmetryGapJunction(cells, "V", (_, _) => ([0], [1]), 1 * mS))
            .Drive(cells, Drive.WhiteNoise(1 * uA, 1 * ms));
        Assert.Equal("cells has white noise and junctions of dt * lambda up to 0.8, lambda being their largest rate. "
            + "Above 0.1 the noise must be carried through "
            + "the junctions within the step, which needs weights of 0 or more whose currents move the state that they read and "
            + "no other, by a positive "
            + "constant gain. Use dt: 0.025 * ms or less, or Ornstein-Uhlenbeck noise.",
            Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.2 * ms)).Message);
        Assert.Equal(50, network.Run(1 * ms, 0.02 * ms).Steps);
    }

    private static SymmetryGapJunction Pairwise(Neuron cells, Conductance g) => new(cells, "V", (n, _) =>
        ([.. Enumerable.Range(0, n / 2).Select(i => 2 * i)], [.. Enumerable.Range(0, n / 2).Select(i => 2 * i + 1)]), g);

    // A cell whose answer to a current changes with a state of its own, at first twice 1 / C.
    private sealed class Facilitated(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder model)
        {
            Init<Voltage> rest = 0 * mV;
            Init<double> one = 1;
            Expr V = model.State("V", rest), x = model.State("x", one);
            model.Derivative(V, (1 + x) * model.Input(Dimension.Current) / (1 * uF));
            model.Derivative(x, -x / (10 * ms));
        }
    }
}
