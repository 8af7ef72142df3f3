using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>The reference method against solutions in extended precision: it meets its tolerance, and says what it cannot.</summary>
public sealed class ReferenceMethod
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void The_error_is_within_ten_times_the_tolerance_whatever_the_step(double tolerance)
    {
        double[][] exact = SharedData.Numbers("traces", "strong", "pair_g50.csv");
        foreach (double dt in new[] { 0.1, 0.025 })
        {
            var n = new HH(2) { gL = 0.3 * mS, V_initializer = [-65 * mV, -45 * mV] };
            var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), 50 * mS);
            Run run = new Network(n, gap).Drive(n, new[] { 20 * uA, 0 * uA }).Record(n.V, (int)Math.Round(0.1 / dt))
                .Run(60 * ms, dt * ms, Method.Reference(tolerance));
            double worst = exact
                .Select((row, k) => Math.Max(Math.Abs(run[n.V].Number(k, 0) - row[1]), Math.Abs(run[n.V].Number(k, 1) - row[2])))
                .Max();
            Assert.InRange(worst, 0, 10 * tolerance * 100); // 100 mV is the scale
            Assert.Empty(run.Warnings);
        }
    }

    [Fact]
    public void Spikes_are_located_between_steps()
    {
        var n = new HhPscAlphaGap(1);
        Time[] Spikes(double dt, double tolerance) =>
            new Network(n).Drive(n, 100 * pA).Run(100 * ms, dt * ms, Method.Reference(tolerance)).Spikes(n).Times(0);
        Time[] coarse = Spikes(1, 1e-9), fine = Spikes(0.01, 1e-12);
        Assert.Equal(2, fine.Length);
        Assert.All(coarse.Zip(fine), p => Assert.Equal(p.Second / ms, p.First / ms, 1e-6));
    }

    [Fact]
    public void A_tolerance_below_round_off_is_refused() => Assert.StartsWith(
        "A tolerance must be from 1e-13, above round-off, to 1e-3.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Method.Reference(1e-15)).Message);

    [Fact]
    public void What_cannot_be_met_is_said()
    {
        var n = new Fast(1);
        Run run = new Network(n).Run(1 * ms, 1 * ms, new Imex4("short of steps", tolerance: 1e-9, halvings: 2));
        Assert.Equal(
            "short of steps could not meet its tolerance in 4 parts of steps, even at dt / 4: a cell is faster than that, "
                + "or a drive jumps. Take a shorter dt.",
            Assert.Single(run.Warnings));
    }

    private sealed class Fast(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Init<Voltage> start = 1 * mV;
            Expr v = m.State("V", start);
            m.Derivative(v, -v * (20 / ms));
        }
    }
}
