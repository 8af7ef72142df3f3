using static Connexon.Units;

namespace Connexon.Tests.Runs;

public class DivergenceTests
{
    // V - EL grows by e^100 in each step of 0.1 ms: e^700 is a number, e^800 is not.
    private readonly Passive _cells = new(11) { gL = Init.Each(i => i == 4 ? -1000 * mS : 0 * mS), V_initializer = -64 * mV };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_stops_at_the_step_and_names_it(int threads)
    {
        var other = new HH(3);
        var e = Assert.Throws<DivergenceException>(() => new Network(other, _cells).Record(_cells.V)
            .Run(10 * ms, dt: 0.1 * ms, Method.ExponentialEuler, threads: threads));

        Assert.Equal("V of Passive, neuron 4, is no longer a finite number at t = 0.8 ms (step 8, dt = 0.1 ms). "
            + "Either the step is too long for ExponentialEuler (try dt = 0.05 ms), or its equations or its drive make it grow without "
            + "bound, by a sign or a unit: Imex4, which shortens its steps where it must, tells which.", e.Message);
        Assert.Equal(("V", "Passive", 4, 0, 8L), (e.State, e.Population, e.Neuron, e.Member, e.Step));
        Trace kept = e.Recorded![_cells.V];
        Assert.Equal(8, kept.Rows);
        for (int row = 0; row < 8; row++) Assert.Equal(100 * row, Math.Log(kept.Number(row, 4) + 65), 1e-9);
        Assert.Equal(-64, kept.Number(7, 3));
        Assert.False(e.Recorded.IsComplete);
    }

    [Fact]
    public void The_member_of_a_batch_is_named()
    {
        var cells = new Passive(2)
        {
            V_initializer = Init.Batch(new[,] { { -65 * mV, -65 * mV }, { -65 * mV, -64 * mV } }),
            gL = -1000 * mS,
        };

        Assert.Equal("V of Passive, neuron 1 (member 1), is no longer a finite number at t = 0.8 ms (step 8, dt = 0.1 ms). "
            + "Either the step is too long for ExponentialEuler (try dt = 0.05 ms), or its equations or its drive make it grow without "
            + "bound, by a sign or a unit: Imex4, which shortens its steps where it must, tells which.",
            Assert.Throws<DivergenceException>(() => new Network(cells)
                .Run(10 * ms, dt: 0.1 * ms, Method.ExponentialEuler, batch: 2)).Message);
    }

    [Theory]
    [InlineData("ExponentialEuler")]
    [InlineData("RungeKutta4")]
    public void A_state_that_no_other_reads_is_watched_too(string method)
    {
        var n = new Runaway(2);

        var e = Assert.Throws<DivergenceException>(() => new Network(n).Run(10 * ms, dt: 0.1 * ms, Method.Parse(method)));

        Assert.Equal(("y", "Runaway"), (e.State, e.Population));
    }

    [Fact]
    public void One_state_is_enough_for_all_that_it_depends_on()
    {
        Assert.Equal(["V"], Watched(new HH(1)));
        Assert.Equal(["V"], Watched(new LIFRef(1))); // the rest only counts
        Assert.Equal(["x", "y"], Watched(new Runaway(1)));

        static string[] Watched(Neuron n) => [.. DivergenceWatch.StatesOf(n.Model).Select(s => s.Name)];
    }

    /// <summary>dx/dt = -x / ms and, beside it, dy/dt = 1000 y / ms, dz/dt = (y - z) / ms, which y reads.</summary>
    private sealed class Runaway(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder model)
        {
            Init<double> start = 1;
            Expr x = model.State("x", start), y = model.State("y", start), z = model.State("z", start);
            model.Derivative(x, -x / (1 * ms));
            model.Derivative(y, (1000 * y + z) / (1 * ms));
            model.Derivative(z, (y - z) / (1 * ms));
        }
    }
}
