using static Connexon.Units;

namespace Connexon.Tests;

/// <summary>Drives that jump within a step, whose effect is known in closed form.</summary>
public class EdgesWithinSteps
{
    private static readonly string[] Methods =
        ["Imex4", "Adaptive", "Reference(1e-9)", "RungeKutta4", "RungeKutta2", "ExponentialEuler", "Euler", "Lagged", "Fast"];

    /// <summary>A cell without a leak holds the charge that it was given: all of it, whatever the step.</summary>
    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void A_pulse_brings_its_charge(string method)
    {
        foreach (double start in new[] { 5.0, 5.01, 5.03, 5.04, 5.07, 5.1 - 1e-7, 5.0999 })
            foreach (double length in new[] { 1e-4, 0.02, 0.07, 0.1, 1.234 })
            {
                var cell = new Passive(1);
                Run run = new Network(cell).Drive(cell, Drive.Pulse(3 * uA, start * ms, length * ms)).Record(cell.V)
                    .Run(10 * ms, 0.1 * ms, Method.Parse(method));
                Assert.Equal(3 * length, run[cell.V][0][^1] / mV + 65, 1e-9);
            }
    }

    /// <summary>Methods of an order end a step there.</summary>
    [Theory]
    [InlineData("Imex4", 0.1, 2e-8)]
    [InlineData("Imex4", 1000, 1e-6)]
    [InlineData("Adaptive", 0.1, 1e-5)]
    [InlineData("Adaptive", 1000, 1e-5)]
    [InlineData("Reference(1e-9)", 1000, 1e-7)]
    [InlineData("RungeKutta4", 0.1, 2e-8)]
    public void A_step_in_one_cell_of_a_pair(string method, double g, double error)
    {
        const double at = 3.217, gL = 0.1, amplitude = 2;
        var cells = new Passive(2) { gL = gL * mS, C = 1 * uF, EL = 0 * mV, V_initializer = 0 * mV };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), g * mS);
        Drive step = Drive.Function((t, i) => i == 0 && t >= at * ms ? amplitude * uA : 0 * uA, [at * ms]);
        Run run = new Network(cells, gap).Drive(cells, step)
            .Record(cells.V).Run(10 * ms, 0.1 * ms, Method.Parse(method));
        double mean = Rise(gL), difference = Rise(gL + 2 * g);
        Assert.Equal((mean + difference) / 2, run[cells.V][0][^1] / mV, error);
        Assert.Equal((mean - difference) / 2, run[cells.V][1][^1] / mV, error);

        static double Rise(double rate) => amplitude / rate * (1 - Math.Exp(-rate * (10 - at)));
    }

    [Fact]
    public void Threads_and_batches_take_the_same_steps()
    {
        foreach (string method in new[] { "Imex4", "Adaptive", "RungeKutta4", "Fast" })
        {
            double[] one = Last(method, 1, 1);
            Assert.Equal(one, Last(method, 3, 1));
            if (method != "Adaptive") Assert.Equal(one, Last(method, 1, 2)); // which takes long steps alone
        }

        static double[] Last(string method, int threads, int batch)
        {
            var cells = new HH(20) { V_initializer = Init.Each(i => (-65 + i / 4.0) * mV) };
            var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 0.3 * mS);
            Run run = new Network(cells, gap).Drive(cells, Drive.Step((0.033 * ms, 6 * uA), (2.2221 * ms, 15 * uA))).Record(cells.V)
                .Run(5 * ms, 0.05 * ms, Method.Parse(method), threads: threads, batch: batch);
            return [.. Enumerable.Range(0, 20).Select(i => run[cells.V].Numbers(i, batch - 1)[^1])];
        }
    }

    /// <summary>A ramp that bends within a step, and a function of one's own, with its edges.</summary>
    [Fact]
    public void A_ramp_and_a_function_with_edges()
    {
        double[] ends = [.. new[]
        {
            Drive.Ramp(0 * uA, 4 * uA, 2.013 * ms, 3.5111 * ms),
            Drive.Function(t => t >= 2.013 * ms && t < 5.5241 * ms ? (t - 2.013 * ms) / (3.5111 * ms) * (4 * uA) : 0 * uA,
                [2.013 * ms, 5.5241 * ms]),
        }.Select(drive =>
        {
            var cell = new Passive(1);
            return new Network(cell).Drive(cell, drive).Record(cell.V).Run(10 * ms, 0.1 * ms)[cell.V][0][^1] / mV + 65;
        })];
        Assert.Equal(2 * 3.5111, ends[0], 1e-9);
        Assert.Equal(2 * 3.5111, ends[1], 1e-9);
    }

    public static TheoryData<string> EveryMethod => [.. Methods];
}
