using static Connexon.Units;

namespace Connexon.Tests;

/// <summary>Long steps where junctions are extreme, and where the tolerance is tight.</summary>
public class AdaptiveRows
{
    /// <summary>Between two ends of a long step too, cells that are one stay one.</summary>
    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e8)]
    [InlineData(1e12)]
    public void Rows_within_long_steps_are_right_at_any_strength(double g)
    {
        double[][] adaptive = Rows(Method.Adaptive(), g, out Run run), truth = Rows(Method.Reference(1e-10), g, out _);
        Assert.InRange(run.StepsTaken, 20, 300);
        for (int k = 1; k < truth[0].Length; k++) Assert.Equal(truth[0][k], adaptive[0][k], 1e-4);
        // Imex4 steps of dt have their own error where the 2 mV vanish: nothing of the kind is added.
        Assert.InRange(Worst(adaptive), 0, 1.1 * Worst(Rows(Method.Imex4, g, out _)) + 4e-6);

        double Worst(double[][] rows) =>
            Enumerable.Range(1, truth[0].Length - 1).Max(k => Math.Abs(rows[0][k] - rows[1][k] - truth[0][k] + truth[1][k]));

        static double[][] Rows(Method method, double g, out Run run)
        {
            var cells = new HH(2) { V_initializer = new[] { -66 * mV, -64 * mV } };
            run = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), g * mS)).Record(cells.V)
                .Run(20 * ms, 0.05 * ms, method);
            return [run[cells.V].Numbers(0), run[cells.V].Numbers(1)];
        }
    }

    [Fact]
    public void The_error_falls_with_the_tolerance()
    {
        double[][] truth = Rows(Method.RungeKutta4, 0.001, 50);
        double[] errors = [.. new[] { 2e-7, 1e-8, 1e-9, 1e-10, 1e-12 }.Select(t => Error(Rows(Method.Adaptive(t), 0.05, 1)))];
        Assert.Equal(2.41e-3, errors[0], 1e-5);
        Assert.Equal(7.7e-4, errors[1], 1e-5);
        Assert.Equal(2.1e-4, errors[2], 1e-5);
        Assert.Equal(5.2e-5, errors[3], 1e-6);
        Assert.InRange(errors[4], 0, 1e-6);

        double Error(double[][] rows) =>
            Math.Sqrt(rows.Zip(truth).SelectMany(r => r.First.Zip(r.Second, (a, b) => (a - b) * (a - b))).Average());

        static double[][] Rows(Method method, double dt, int every)
        {
            var cells = new HH(10) { V_initializer = Init.Each(i => (-65 + 2 * i) * mV) };
            var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 0.1 * mS);
            Run run = new Network(cells, gap).Drive(cells, Init.Each(i => (8 + 0.5 * i) * uA)).Record(cells.V, every: every)
                .Run(50 * ms, dt * ms, method);
            return [.. Enumerable.Range(0, 10).Select(i => run[cells.V].Numbers(i))];
        }
    }
}
