using static Connexon.Units;

namespace Connexon.Tests.Neurons;

/// <summary>The proven defects of the original's neurons, each impossible here.</summary>
public class OriginalDefects
{
    [Theory]
    [InlineData(0.01, 36)]
    [InlineData(0.05, 35)]
    [InlineData(0.1, 34)]
    [InlineData(0.2, 33)]
    [InlineData(0.5, 25)]
    public void The_membrane_is_exponential_not_forward_Euler(double dt, int spikes)
    {
        var n = new HH(1) { V_initializer = -65 * mV }; // forward Euler diverges from dt = 0.1 ms on
        Run run = new Network(n).Drive(n, 10 * uA).Record(n.V).Run(500 * ms, dt * ms, Method.ExponentialEuler);
        Assert.Equal(spikes, run.Spikes(n).Count);
    }

    [Theory]
    [InlineData(false, -70.68, 27)]
    [InlineData(true, -65.00, 1)]
    public void The_default_leak_is_the_originals_and_Squid_has_the_classical_one(bool squid, double rest, int spikesAt5uA)
    {
        var n = new HH(1) { gL = (squid ? 0.3 : 0.03) * mS, V_initializer = -65 * mV };
        Assert.Equal(0.3 * mS, HH.Squid(1).gL.Single());
        Assert.Equal(0.03 * mS, new HH(1).gL.Single());
        Run silent = new Network(n).Run(500 * ms, 0.05 * ms, Method.ExponentialEuler);
        Run driven = new Network(n).Drive(n, 5 * uA).Run(500 * ms, 0.01 * ms, Method.ExponentialEuler);
        Assert.Equal(rest, silent[n.V].Number(silent[n.V].Rows - 1, 0), 0.005);
        Assert.Equal(spikesAt5uA, driven.Spikes(n).Count);
    }

    [Fact]
    public void The_overshoot_is_not_kept_by_default()
    {
        Drive kick = Drive.Pulse(1e6 * mA, 0 * ms, 0.1 * ms);
        var (hard, soft) = (new LIF(1), new LIF(1) { spk_reset = SpikeReset.Soft });
        Run run = new Network(hard, soft).Drive(hard, kick).Drive(soft, kick).Run(20 * ms, 0.1 * ms, Method.ExponentialEuler);
        Assert.Equal([1L], run.Spikes(hard).Steps(0));
        Assert.Equal(200, run.Spikes(soft).Count); // 2e4 mV wear off at 1 mV per spike and 2 % per step
    }

    [Fact]
    public void A_hard_reset_is_a_selection_however_far_V_was()
    {
        var n = new LIF(1) { V_rest = -70.1 * mV, V_reset = -70.1 * mV, V_th = -50 * mV, V_initializer = -70.1 * mV };
        Run run = new Network(n).Drive(n, Drive.Pulse(1e25 * mA, 0 * ms, 0.1 * ms)).Run(1 * ms, 0.1 * ms, Method.ExponentialEuler);
        Assert.InRange(run[n.V].Number(1, 0), 1e20, 1e30);
        Assert.Equal(-70.1, run[n.V].Number(2, 0)); // V - (V - V_reset) would be 0
    }

    [Theory]
    [InlineData(nameof(Method.ExponentialEuler))]
    [InlineData(nameof(Method.RungeKutta4))]
    public void A_held_cell_above_its_threshold_neither_spikes_nor_starts_its_refractory_time_again(string method)
    {
        var n = new LIFRef(1) { spk_reset = SpikeReset.Soft };
        Run run = new Network(n).Drive(n, 150 * mA).Run(20 * ms, 0.1 * ms, Method.Parse(method));
        long held = method == nameof(Method.ExponentialEuler) ? 50 : 51; // the step that spikes counts as the first, or comes before
        Assert.Equal([1, 1 + held, 1 + 2 * held, 1 + 3 * held], run.Spikes(n).Steps(0));
        Assert.InRange(run[n.V].Number(10, 0), 1, 10);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    [InlineData(-20)]
    public void A_threshold_of_any_sign_is_crossed_once_per_spike(double threshold)
    {
        var n = new HH(1) { V_th = threshold * mV, V_initializer = -65 * mV };
        Assert.Equal(7, new Network(n).Drive(n, 10 * uA).Run(100 * ms, 0.01 * ms, Method.ExponentialEuler).Spikes(n).Count);
        Assert.Equal(0, new Network(n).Run(100 * ms, 0.01 * ms, Method.ExponentialEuler).Spikes(n).Count);
    }

    [Fact]
    public void A_cell_at_rest_below_a_negative_threshold_is_silent_and_fires_when_driven()
    {
        LIF n = LIF.Cortical(1);
        Assert.Equal(0, new Network(n).Run(100 * ms, 0.1 * ms, Method.ExponentialEuler).Spikes(n).Count);
        Assert.Equal(0, new Network(n).Drive(n, 0.199 * nA).Run(500 * ms, 0.1 * ms, Method.ExponentialEuler).Spikes(n).Count);
        // T = tau ln(R I / (R I - 20 mV)) = 20 ln 2 = 13.86 ms: 7 spikes in 100 ms.
        Assert.Equal(7, new Network(n).Drive(n, 0.4 * nA).Run(100 * ms, 0.01 * ms, Method.ExponentialEuler).Spikes(n).Count);
    }

    [Fact]
    public void A_reset_above_the_threshold_is_refused()
    {
        var n = new LIF(2) { V_rest = -65 * mV, V_th = new[] { 10 * mV, -50 * mV } };
        var e = Assert.Throws<NetworkException>(() => new Network(n).Run(1 * ms, 0.1 * ms, Method.ExponentialEuler));
        Assert.Equal(["LIF(2): V_reset < V_th is needed, but neuron 1 has V_th = -50 mV and V_reset = 0 mV."], e.Problems);
    }

    [Theory]
    [InlineData(1.7, 0.1, 17)]
    [InlineData(5.0, 0.1, 50)]
    [InlineData(1.7, 0.125, 14)]
    [InlineData(0.3, 0.01, 30)]
    [InlineData(0.1, 0.1, 1)]
    [InlineData(0.0, 0.1, 1)]
    public void Every_refractory_time_is_the_same_number_of_steps(double tau_ref, double dt, int steps)
    {
        var n = new LIFRef(1) { tau_ref = tau_ref * ms };
        // So strong that one free step is enough.
        Run run = new Network(n).Drive(n, 1e6 * mA).Run(2000 * dt * ms, dt * ms, Method.ExponentialEuler);
        long[] at = run.Spikes(n).Steps(0);
        Assert.Equal(Enumerable.Range(0, (2000 - 1) / steps + 1).Select(k => 1L + k * steps), at);
    }

    [Fact]
    public void The_time_of_the_last_spike_is_the_start_of_the_step_that_reported_it()
    {
        var n = new LIFRef(1) { tau_ref = 1.7 * ms };
        Run run = new Network(n).Drive(n, 1e6 * mA).Record(n.last_spike_time).Run(5 * ms, 0.1 * ms, Method.ExponentialEuler);
        Assert.Equal(-1e7, run.Trace(n.last_spike_time).Number(0, 0));
        Assert.Equal(0, run.Trace(n.last_spike_time).Number(17, 0));
        Assert.Equal(17 * 0.1, run.Trace(n.last_spike_time).Number(18, 0));
    }

    [Theory]
    [InlineData(0.01, 22)]
    [InlineData(0.1, 22)]
    [InlineData(0.25, 22)]
    [InlineData(0.5, 22)]
    [InlineData(1.0, 21)] // each spike waits for the end of its step
    public void The_overshoot_of_Izhikevich_is_not_read_by_its_recovery(double dt, int due)
    {
        var n = new Izhikevich(1);
        int spikes = new Network(n).Drive(n, 10 * mV / ms).Run(1000 * ms, dt * ms, Method.RungeKutta4).Spikes(n).Count;
        Assert.Equal(due, spikes); // the original: 22 to dt = 0.25, 20 at 0.5, 14 at 1 ms
    }

    [Fact]
    public void What_comes_in_during_the_refractory_time_has_no_effect_and_afterwards_all_of_it()
    {
        Drive Pulses(double from, double until) =>
            Drive.Step((0 * ms, 10 * mA), (1 * ms, 0 * mA), (from * ms, 1 * mA), (until * ms, 0 * mA));
        Run With(Drive drive, out LIFRef n)
        {
            n = new LIFRef(1);
            return new Network(n).Drive(n, drive).Run(10 * ms, 0.1 * ms, Method.ExponentialEuler);
        }
        Run before = With(Pulses(2, 5), out LIFRef a), across = With(Pulses(2, 7), out LIFRef b),
            nothing = With(Pulses(8, 8.1), out LIFRef c);
        Assert.Equal([6L], before.Spikes(a).Steps(0)); // held until step 55, t = 5.5 ms
        Assert.Equal(nothing[c.V].Numbers(0)[..80], before[a.V].Numbers(0)[..80]);
        // 1.5 ms of 1 mA through 1 ohm from 0 mV: 1 - exp(-1.5 / 5).
        Assert.Equal(1 - Math.Exp(-0.3), across[b.V].Number(70, 0), 1e-12);
    }

    [Fact]
    public void There_is_a_method_of_higher_order_and_it_takes_every_model()
    {
        foreach (CatalogueEntry entry in Catalogue.Neurons)
        {
            Neuron n = entry.Create(2);
            Run run = new Network(n).Run(1 * ms, 0.01 * ms, Method.RungeKutta4);
            Assert.True(double.IsFinite(run[n[n.Model.States[0].Symbol.Name]].Number(100, 1)), entry.Name);
        }
    }
}
