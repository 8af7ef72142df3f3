using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Cells whose equation runs away to its threshold: exponential and quadratic upswings, alone and joined, under the default.
/// </summary>
public sealed class Runaway(ITestOutputHelper output)
{
    // NEST and Brian2 users put the peak anywhere above the exponential's onset: the spike is where the upswing is, whatever the peak.
    // 263.6066: an independent Runge-Kutta integration with located events.
    [Theory]
    [InlineData(-20, 0.1)]
    [InlineData(0, 0.1)]
    [InlineData(20, 0.1)]
    [InlineData(0, 0.02)]
    public void An_adaptive_exponential_cell_spikes_where_it_must(double peak, double dt)
    {
        var cell = new AdEx(1) { V_peak = peak * mV };
        double[] spikes = Spikes(cell, 900 * pA, 300, dt);
        Assert.Equal(9, spikes.Length);
        Assert.Equal(263.6066, spikes[^1], 1.5e-4);
    }

    [Theory]
    [InlineData("Imex4", 0.1, 5e-4)]
    [InlineData("Imex4", 0.02, 1e-4)]
    [InlineData("Adaptive", 0.1, 1e-3)]
    public void Two_that_are_joined_spike_where_an_independent_integration_says(string method, double dt, double within)
    {
        var cells = new AdEx(2);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 5 * nS);
        Run run = new Network(cells, gap).Drive(cells, new[] { 900 * pA, 0 * pA }).Record(cells.V)
            .Run(300 * ms, dt * ms, Method.Parse(method));
        Time[] spikes = run.Spikes(cells).Times(0);
        Assert.Equal(7, spikes.Length);
        Assert.Empty(run.Spikes(cells).Times(1));
        Assert.Equal(272.0816, spikes[^1] / ms, within);
        Assert.Equal(-51.94249, (run[cells.V][0] / mV)[^1], 1e-4);
        Assert.Equal(-68.30044, (run[cells.V][1] / mV)[^1], 1e-4);
    }

    // 294.358923: by quadrature of dV / V'.
    [Theory]
    [InlineData(0.2, 5e-4)]
    [InlineData(0.1, 2e-4)]
    [InlineData(0.05, 1e-4)]
    public void A_bounded_exponential_spikes_where_the_quadrature_says(double dt, double within)
    {
        var cell = new ExpIF(1);
        Run run = new Network(cell).Drive(cell, 10 * mA).Record(cell.V).Run(300 * ms, dt * ms);
        Time[] spikes = run.Spikes(cell).Times(0);
        Assert.Equal(19, spikes.Length);
        Assert.Equal(294.358923, spikes[^1] / ms, within);
        Assert.InRange((run[cell.V][0] / mV).Min(), -68, -67.9);
    }

    [Fact]
    public void Refractory_time_begins_at_the_located_spike()
    {
        double[] free = Spikes(new ExpIF(1), 10 * mA, 300, 0.1), held = Spikes(new ExpIF(1) { tau_ref = 3.1416 * ms }, 10 * mA, 300, 0.1);
        for (int k = 0; k < held.Length; k++) Assert.Equal(free[k] + 3.1416 * k, held[k], 1e-4);
        Assert.Equal(16, held.Length);
    }

    [Fact]
    public void A_quadratic_cell_spikes_where_the_closed_form_says()
    {
        double first = Math.Atan(1e4) + Math.Atan(1), interval = 2 * Math.Atan(1e4);
        double[] worst = [.. new[] { 0.2, 0.1, 0.05 }.Select(dt =>
        {
            double[] spikes = Spikes(new Quadratic(1), new Quantity(1, Dimension.None), 20, dt);
            Assert.Equal(6, spikes.Length);
            return spikes.Select((t, k) => Math.Abs(t - first - k * interval)).Max();
        })];
        output.WriteLine(string.Join(' ', worst.Select(e => $"{e:E2} ms")));
        Assert.InRange(worst[0], 0, 2.5e-3);
        Assert.InRange(worst[1], 0, 0.55 * worst[0]);
        Assert.InRange(worst[2], 0, 0.55 * worst[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(500)]
    [InlineData(5000)]
    public void Spike_times_converge_at_any_strength(double nanosiemens)
    {
        double[] exact = Pair(nanosiemens, 0.1 / 64, Method.Reference(1e-9));
        double Error(double dt, Method method)
        {
            double[] found = Pair(nanosiemens, dt, method);
            Assert.Equal(exact.Length, found.Length);
            return found.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        }
        double usual = Error(0.1, Method.Imex4), closer = Error(0.1 / 16, Method.Reference(1e-7));
        output.WriteLine($"{nanosiemens} nS, {exact.Length} spikes: {usual:E2}, {closer:E2} ms");
        Assert.InRange(usual, 0, 4e-3);
        Assert.InRange(closer, 0, 0.1 * usual);
    }

    [Fact]
    public void The_error_of_the_last_spike_falls_with_the_step()
    {
        double exact = Pair(0, 0.1 / 64, Method.Reference(1e-9))[^1];
        double[] errors = [.. new[] { 0.1, 0.05, 0.025 }.Select(dt => Math.Abs(Pair(0, dt, Method.Imex4)[^1] - exact))];
        output.WriteLine(string.Join(' ', errors.Select(e => $"{e:E2} ms")));
        Assert.InRange(errors[1], 0, 0.6 * errors[0]);
        Assert.InRange(errors[2], 0, 0.6 * errors[1]);
    }

    [Fact]
    public void Cells_that_spike_as_one_leave_each_other_alone()
    {
        var cells = new AdEx(3);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1), (1, 2), (0, 2)), 500 * nS);
        Run joined = new Network(cells, gap).Drive(cells, 900 * pA).Run(100 * ms, 0.1 * ms);
        Run free = new Network(cells).Drive(cells, 900 * pA).Run(100 * ms, 0.1 * ms);
        Assert.Equal(free.Spikes(cells).Times(0), joined.Spikes(cells).Times(0));
        Assert.Equal(joined.Spikes(cells).Times(0), joined.Spikes(cells).Times(2));
        Assert.Equal(5, joined.Spikes(cells).Times(0).Length);
    }

    [Fact]
    public void Neither_threads_nor_members_nor_neighbours_in_the_arrays_change_a_bit()
    {
        var cells = new AdEx(40) { V_initializer = Init.Uniform(-71 * mV, -55 * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs([.. Enumerable.Range(0, 40).Select(i => (i, (i + 1) % 40))]), 20 * nS);
        Network network = new Network(cells, gap).Drive(cells, 900 * pA);
        Time[] one = network.Run(60 * ms, 0.1 * ms, threads: 1).Spikes(cells).Times(17);
        Time[] two = network.Run(60 * ms, 0.1 * ms, threads: 2).Spikes(cells).Times(17);
        Assert.Equal(one, two);
        Assert.Equal(one, network.Run(60 * ms, 0.1 * ms, batch: 2).Spikes(cells).Times(17, 0));
        Assert.InRange(one.Length, 2, 6);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(100)]
    public void Quadratic_cells_converge_at_any_strength(double rate)
    {
        double[] Pair(double dt, Method method)
        {
            var cells = new Quadratic(2);
            var gap = new SymmetryGapJunction(cells, "x", Connect.Pairs((0, 1)), new Quantity(rate, Dimension.None));
            Run run = new Network(cells, gap).Drive(cells, Init.Each(i => new Quantity(2 - i, Dimension.None)))
                .Run(20 * ms, dt * ms, method);
            return [.. run.Spikes(cells).Times(0).Concat(run.Spikes(cells).Times(1)).Select(t => t / ms)];
        }
        double[] exact = Pair(0.1 / 64, Method.Reference(1e-9)), usual = Pair(0.1, Method.Imex4),
            closer = Pair(0.1 / 16, Method.Reference(1e-7));
        Assert.Equal((exact.Length, exact.Length), (usual.Length, closer.Length));
        double coarse = usual.Zip(exact, (a, b) => Math.Abs(a - b)).Max(), fine = closer.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{rate}: {exact.Length} spikes, {coarse:E2}, {fine:E2} ms");
        Assert.InRange(coarse, 0, 5e-3);
        Assert.InRange(fine, 0, 0.2 * coarse);
    }

    /// <summary>
    /// What a spike's shape carries to a partner at rest: g/C q at once, or g/C 10 mV (exp(-k t) - exp(-2 t)) / (2 - k) of a shape of 10 mV
    /// that decays in 0.5 ms, where the partner decays at the rate k = (30 + 5) nS / 281 pF.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_spike_carries_its_shape_to_its_partner(bool lasting)
    {
        (double Spike, double[] Partner) Run(double size)
        {
            var cells = new AdEx(2) { Charge = lasting ? 0 : size, Lasting = lasting ? size : 0 };
            var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 5 * nS);
            Run run = new Network(cells, gap).Drive(cells, new[] { 900 * pA, 0 * pA }).Record(cells.V).Run(25 * ms, 0.1 * ms);
            return (run.Spikes(cells).Times(0)[0] / ms, run[cells.V].Numbers(1));
        }
        var (spike, partner) = Run(10);
        var (without, alone) = Run(1e-9);
        Assert.Equal(without, spike, 1e-9);
        double t = 20 - spike, k = 35 / 281.0,
            due = 5 / 281.0 * 10 * (lasting ? (Math.Exp(-k * t) - Math.Exp(-2 * t)) / (2 - k) : Math.Exp(-k * t));
        Assert.Equal(due, partner[200] - alone[200], 0.02 * due);
    }

    [Fact]
    public void Exponential_Euler_stops_and_says_what_to_use()
    {
        var cells = new AdEx(2);
        Network network = new Network(cells).Drive(cells, 900 * pA).Record(cells.V);
        var e = Assert.Throws<DivergenceException>(() => network.Run(300 * ms, 0.1 * ms, Method.ExponentialEuler));
        Assert.Equal(("V", "AdEx", 0), (e.State, e.Population, e.Neuron));
        Assert.True(e.Recorded![cells.V].Numbers(0).Max() < 1e6);
        Assert.Matches(@"^V of AdEx, neuron 0, is (no longer a finite number|[0-9.E+]+ \w?V) at t = ", e.Message);
        Assert.EndsWith("Its equation runs away to its threshold faster than ExponentialEuler can follow at any dt: "
            + "use Method.Imex4, which locates the spike.", e.Message);
    }

    [Theory]
    [InlineData("RungeKutta4")]
    [InlineData("RungeKutta2")]
    [InlineData("Fast")]
    public void Methods_that_know_spikes_only_to_the_step_are_right_to_the_step(string method)
    {
        var cell = new AdEx(1);
        Time[] spikes = new Network(cell).Drive(cell, 900 * pA).Run(60 * ms, 0.02 * ms, Method.Parse(method)).Spikes(cell).Times(0);
        double[] exact = Spikes(new AdEx(1), 900 * pA, 60, 0.02);
        Assert.Equal(exact.Length, spikes.Length);
        for (int k = 0; k < exact.Length; k++) Assert.Equal(exact[k], spikes[k] / ms, 0.04 * (k + 1));
    }

    private static double[] Pair(double nanosiemens, double dt, Method method)
    {
        var cells = new AdEx(2);
        Network network = nanosiemens == 0 ? new Network(cells)
            : new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), nanosiemens * nS));
        Run run = network.Drive(cells, new[] { 2000 * pA, 100 * pA }).Run(100 * ms, dt * ms, method);
        return [.. run.Spikes(cells).Times(0).Concat(run.Spikes(cells).Times(1)).Select(t => t / ms)];
    }

    private static double[] Spikes(Neuron cell, Drive drive, double duration, double dt) =>
        [.. new Network(cell).Drive(cell, drive).Run(duration * ms, dt * ms).Spikes(cell).Times(0).Select(t => t / ms)];
}
