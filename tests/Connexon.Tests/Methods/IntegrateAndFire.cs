using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Thresholds located within the step: spike times of integrate-and-fire cells against closed forms and converged solutions.
/// </summary>
public sealed class IntegrateAndFire(ITestOutputHelper output)
{
    [Fact]
    public void Spikes_of_a_leaky_cell_are_where_the_closed_form_says()
    {
        var n = new LIF(1) { tau = 10 * ms, V_th = 20 * mV };
        Run run = new Network(n).Drive(n, 25 * mV / (1 * ohm)).Run(200 * ms, 0.1 * ms, Method.Imex4);
        double interval = 10 * Math.Log(25 / 5.0);
        Time[] spikes = run.Spikes(n).Times(0);
        Assert.Equal(12, spikes.Length);
        for (int k = 0; k < 12; k++) Assert.Equal((k + 1) * interval, spikes[k] / ms, 1e-8);
    }

    [Fact]
    public void Refractory_time_ends_within_the_step()
    {
        var n = new LIFRef(1) { tau = 10 * ms, V_th = 20 * mV, tau_ref = 3.1416 * ms };
        Run run = new Network(n).Drive(n, 25 * mV / (1 * ohm)).Record(n.last_spike_time).Run(200 * ms, 0.1 * ms, Method.Imex4);
        double interval = 10 * Math.Log(25 / 5.0), held = 3.1416;
        Time[] spikes = run.Spikes(n).Times(0);
        Assert.Equal(10, spikes.Length);
        for (int k = 0; k < 10; k++) Assert.Equal((k + 1) * interval + k * held, spikes[k] / ms, 1e-8);
        Assert.Equal(spikes[9] / ms, run.Trace(n.last_spike_time).Number(2000, 0), 1e-12);
    }

    /// <summary>Two cells, joined weakly and strongly: kappa at the step is twice the rate times 0.1.</summary>
    [Theory]
    [InlineData("LIF", 0.1)]
    [InlineData("LIF", 5)]
    [InlineData("LIFRef", 0.1)]
    [InlineData("Izhikevich", 0.1)]
    public void Spike_times_of_joined_cells_are_right_to_four_microseconds(string cell, double rate)
    {
        double[] exact = SpikeTimes(cell, rate, 0.1 / 128), found = SpikeTimes(cell, rate, 0.1);
        Assert.Equal(exact.Length, found.Length);
        double worst = found.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{cell} g/C = {rate}: {worst:E2} ms, {exact.Length} spikes");
        Assert.InRange(worst, 0, 4e-3);
    }

    [Fact]
    public void Other_cells_of_the_network_step_as_they_would_without()
    {
        var leaky = new LIF(2) { tau = 10 * ms, V_th = 20 * mV };
        var spiking = new HH(2) { gL = 0.3 * mS, V_initializer = [-65 * mV, -60 * mV] };
        var one = new SymmetryGapJunction(leaky, "V", Connect.Pairs((0, 1)), 1 * mS);
        var other = new SymmetryGapJunction(spiking, "V", Connect.Pairs((0, 1)), 0.1 * mS);
        Run together = new Network(leaky, spiking, one, other).Drive(leaky, 25 * mV / (1 * ohm)).Drive(spiking, 15 * uA)
            .Run(50 * ms, 0.05 * ms, Method.Imex4);
        Run alone = new Network(spiking, other).Drive(spiking, 15 * uA).Run(50 * ms, 0.05 * ms, Method.Imex4);
        Assert.Equal(alone[spiking.V].Numbers(1), together[spiking.V].Numbers(1));
        Assert.Equal(4, alone.Spikes(spiking).Times(0).Length);
        Assert.Equal(alone.Spikes(spiking).Times(0), together.Spikes(spiking).Times(0));
        Assert.Equal(3, together.Spikes(leaky).Times(0).Length);
    }

    [Fact]
    public void A_spike_of_a_partner_can_push_a_cell_over_its_threshold()
    {
        // A charge of 10 mV ms at g/C = 1/ms lifts the second cell by 10 mV, from below its threshold to above.
        var n = new LIF(2) { tau = 10 * ms, V_th = 20 * mV, V_initializer = [0 * mV, 15 * mV], spikelet = 10 * (Quantity)mV * ms };
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), new Quantity(1e-3 * 10 * 1e3, Dimension.Conductance));
        Run run = new Network(n, gap).Drive(n, new Quantity[] { 1000 * (Quantity)mV / ohm, 0 * (Quantity)mV / ohm })
            .Run(1 * ms, 0.1 * ms, Method.Imex4);
        Assert.Empty(run.Spikes(n).Times(1)); // at g/C = 0.001/ms they lift it by 0.01 mV each
        var strong = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), new Quantity(10 * 1e3, Dimension.Conductance));
        run = new Network(n, strong).Drive(n, new Quantity[] { 1000 * (Quantity)mV / ohm, 0 * (Quantity)mV / ohm })
            .Run(1 * ms, 0.1 * ms, Method.Imex4);
        Assert.InRange(run.Spikes(n).Times(1)[0] / ms - run.Spikes(n).Times(0)[0] / ms, 0, 0.05);
    }

    private static double[] SpikeTimes(string cell, double rate, double dt)
    {
        Neuron n = cell switch
        {
            "LIF" => new LIF(2) { tau = 10 * ms, V_th = 20 * mV, V_initializer = [0 * mV, 7 * mV] },
            "LIFRef" => new LIFRef(2) { tau = 10 * ms, V_th = 20 * mV, V_initializer = [0 * mV, 7 * mV], tau_ref = 2.03 * ms },
            _ => new Izhikevich(2) { V_initializer = [-65 * mV, -60 * mV] },
        };
        bool leaky = cell != "Izhikevich";
        Dimension input = n.Model.Input!.Dimension;
        // R = 1 ohm and tau = 10 ms: a weight of g tau / R moves V at the rate g.
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)),
            new Quantity(leaky ? rate * 10 * 1e3 : rate, input / Dimension.Voltage));
        Run run = new Network(n, gap).Drive(n, Init.Each(i => new Quantity((leaky ? 1e3 : 1) * (i == 0 ? 25 : leaky ? 30 : 10), input)))
            .Record(n["V"], every: 1 << 20).Run(100 * ms, dt * ms, Method.Imex4);
        return [.. run.Spikes(n).Times(0).Concat(run.Spikes(n).Times(1)).Select(t => t / ms)];
    }
}
