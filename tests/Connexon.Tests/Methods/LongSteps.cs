using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>The adaptive method: many steps at once where nothing happens, and rows, spikes and switches as at steps of dt.</summary>
public sealed class LongSteps
{
    private static Method Adaptive => Method.Adaptive();

    /// <summary>A membrane of 10 ms between two pulses that begin and end where no long step would: by the solution by hand.</summary>
    [Fact]
    public void Rows_lie_on_the_exact_solution_and_no_pulse_is_missed()
    {
        var n = new Passive(2) { gL = 0.1 * mS };
        Run run = new Network(n).Drive(n, Drive.Pulse(2 * uA, 7.05 * ms, 30 * ms)).Drive(n, Drive.Pulse(20 * uA, 61.35 * ms, 0.1 * ms))
            .Record(n.V).Run(100 * ms, 0.05 * ms, Adaptive);

        double Rise(double t, double from, double by) => t <= from ? 0 : by * -double.ExpM1(-(t - from) / 10);
        double Exact(double t) => -65 + Rise(t, 7.05, 20) - Rise(t, 37.05, 20) + Rise(t, 61.35, 200) - Rise(t, 61.45, 200);
        double worst = run[n.V].Numbers(1).Select((v, k) => Math.Abs(v - Exact(0.05 * k))).Max();
        Assert.InRange(worst, 0, 2e-4);
        Assert.Equal(2000, run.Steps);
        Assert.InRange(run.StepsTaken, 16, 500);
        Assert.Equal(run.Steps + 1, run[n.V].Rows);
    }

    [Fact]
    public void Spikes_and_voltages_of_coupled_cells_are_those_of_the_reference()
    {
        var n = new HH(3) { V_initializer = new[] { -65 * mV, -60 * mV, -70 * mV } };
        var gap = new SymmetryGapJunction(n, "V", Connect.Ring, 0.02 * mS);
        Network network = new Network(n, gap).Drive(n, new[] { 12 * uA, 0.5 * uA, 0.5 * uA }).Record(n.V).Record(gap).Record(n["n"]);

        Run run = network.Run(200 * ms, 0.05 * ms, Adaptive), exact = network.Run(200 * ms, 0.05 * ms, Method.Reference(1e-10));

        Assert.InRange(exact.Spikes(n).Count, 6, 100);
        Assert.Equal(exact.Spikes(n).Count, run.Spikes(n).Count);
        double late = Enumerable.Range(0, run.Spikes(n).Count)
            .Max(k => Math.Abs(run.Spikes(n).Time(k).Value - exact.Spikes(n).Time(k).Value));
        Assert.InRange(late, 0, 5e-4);
        // In an upstroke of 200 mV/ms; elsewhere a thousandth of it.
        Assert.InRange(Worst(run[n.V], exact[n.V]), 0, 200 * 5e-4);
        Assert.InRange(Worst(run[gap], exact[gap]), 0, 0.02 * 200 * 5e-4);
        Assert.InRange(Worst(run[n["n"]], exact[n["n"]]), 0, 5e-4);
        Assert.InRange(run.StepsTaken, 200, run.Steps * 4 / 5);
    }

    private static double Worst(Trace a, Trace b) =>
        Enumerable.Range(0, a.Columns).SelectMany(c => a.Numbers(c).Zip(b.Numbers(c), (x, y) => Math.Abs(x - y))).Max();

    [Fact]
    public void Cells_that_are_reset_spike_when_they_do_by_hand()
    {
        var n = new LIFRef(1)
        {
            R = 1 * kOhm,
            tau = 20 * ms,
            tau_ref = 5 * ms,
            V_rest = 0 * mV,
            V_reset = 0 * mV,
            V_th = 20 * mV,
            V_initializer = 0 * mV,
        };
        Run run = new Network(n).Drive(n, 21 * uA).Run(1000 * ms, 0.1 * ms, Adaptive);

        double between = 5 + 20 * Math.Log(21), first = between - 5; // 65.89 ms
        double[] found = [.. run.Spikes(n).Times(0).Select(t => t.Value)];
        Assert.Equal(15, found.Length);
        // V comes to its threshold at 0.05 mV/ms: an error of 2e-5 mV, which a step may have, is one of 4e-4 ms.
        Assert.Equal(first, found[0], 4e-4);
        Assert.All(found.Zip(found.Skip(1), (a, b) => b - a), t => Assert.Equal(between, t, 4e-4));
        Assert.InRange(run.StepsTaken, 300, 3000);
    }

    /// <summary>
    /// A gate that is 40 times faster than what is slow: explicit, it would hold steps to 0.1 ms, which makes 2000 of them.
    /// </summary>
    [Fact]
    public void A_fast_gate_does_not_hold_the_step()
    {
        var n = new FastGate(1);
        Run run = new Network(n).Record(n.V).Run(200 * ms, 0.05 * ms, Adaptive),
            fine = new Network(n).Record(n.V).Run(200 * ms, 0.05 * ms, Method.Reference());
        Assert.InRange(Worst(run[n.V], fine[n.V]), 0, 1e-3);
        Assert.InRange(run.StepsTaken, 32, 1000);
    }

    private sealed class FastGate(int size) : Neuron(size)
    {
        public State<Voltage> V => State<Voltage>();

        protected override void Define(ModelBuilder m)
        {
            Expr I = m.Input(Dimension.Current), V = m.State("V", (Init<Voltage>)(-40 * mV)), q = m.State("q", (Init<double>)0.5);
            m.Derivative(V, (I - 0.1 * mS * q * (V + 70 * mV)) / (1 * uF));
            m.Derivative(q, (1.0 / (1.0 + Functions.Exp((-60 * mV - V) / (5 * mV))) - q) * (20 / ms));
        }
    }

    [Fact]
    public void Threads_do_not_change_a_bit_and_a_batch_goes_step_by_step_as_by_the_default()
    {
        var n = new HH(20) { V_initializer = Init.Uniform(-75 * mV, -55 * mV) };
        Network network = new Network(n, new SymmetryGapJunction(n, "V", Connect.Ring, 0.05 * mS)).Drive(n, 1 * uA).Record(n.V);
        Run one = network.Run(50 * ms, 0.05 * ms, Adaptive, seed: 3), two = network.Run(50 * ms, 0.05 * ms, Adaptive, seed: 3, threads: 2);
        for (int i = 0; i < 20; i++) Assert.Equal(one[n.V].Numbers(i), two[n.V].Numbers(i));
        Assert.Equal(one.StepsTaken, two.StepsTaken);
        Assert.InRange(one.StepsTaken, 32, 999);
        Assert.Equal(1000, network.Run(50 * ms, 0.05 * ms, Adaptive, batch: 2).StepsTaken);
        Assert.Equal(1000, network.Drive(n, Drive.WhiteNoise(0.1 * uA, 1 * ms)).Run(50 * ms, 0.05 * ms, Adaptive).StepsTaken);
    }

    [Fact]
    public void Stopped_it_keeps_every_row_until_there()
    {
        var n = new Passive(1) { gL = 0.1 * mS, V_initializer = -60 * mV };
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(100);
        Run run = new Network(n).Record(n.V, every: 10).Run(1e6 * ms, 0.01 * ms, Adaptive, cancel: stop.Token);
        Assert.False(run.IsComplete);
        Assert.Equal(run.Steps / 10 + 1, run[n.V].Rows);
        Assert.Equal(-65 + 5 * Math.Exp(-0.1 * 50 / 10), run[n.V].Number(50, 0), 1e-5);
    }

    [Fact]
    public void The_name_says_the_tolerance_and_is_read_back()
    {
        Assert.Equal(("Adaptive", "Adaptive(1E-05)"), (Adaptive.Name, Method.Adaptive(1e-5).Name));
        Assert.Equal("Adaptive(0.0001)", Method.Parse("adaptive(1e-4)").Name);
        Assert.Equal("Adaptive", Method.Parse("adaptive").Name);
    }
}
