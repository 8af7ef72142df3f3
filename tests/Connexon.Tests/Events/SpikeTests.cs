using static Connexon.Units;

namespace Connexon.Tests.Events;

public class SpikeTests
{
    [Fact]
    public void A_spike_belongs_to_the_step_that_ends_at_or_above_the_threshold()
    {
        var n = new LIF(3);
        Run run = new Network(n).Drive(n, new[] { 0 * mA, 2 * mA, 4 * mA }).Run(10 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        // V = R I (1 - e^(-k dt / tau)) reaches 1 mV; the reset takes no step of its own.
        long Interval(double ri) => (long)Math.Ceiling(-5 * Math.Log(1 - 1 / ri) / 0.1);
        SpikeRecord spikes = run.Spikes(n);
        Assert.Empty(spikes.Steps(0));
        Assert.Equal([.. Enumerable.Range(1, 2).Select(k => k * Interval(2))], spikes.Steps(1));
        Assert.Equal([.. Enumerable.Range(1, 6).Select(k => k * Interval(4))], spikes.Steps(2));
        Assert.Equal(8, spikes.Count);
        Assert.Equal((2, 0, 15L, 1.5 * ms), (spikes.Neuron(0), spikes.Member(0), spikes.Step(0), spikes.Time(0)));
        Assert.Equal(spikes.Steps(1).Select(s => new Time(s * 0.1)), spikes.Times(1));
    }

    [Fact]
    public void A_rising_crossing_spikes_once()
    {
        var n = new HH(1) { V_initializer = -65 * mV };
        Run run = new Network(n).Drive(n, Drive.Pulse(20 * uA, 1 * ms, 1 * ms)).Run(20 * ms, dt: 0.01 * ms, Method.ExponentialEuler);

        long step = Assert.Single(run.Spikes(n).Steps(0));
        Assert.True(run[n.V].Number((int)step - 1, 0) < 20);
        Assert.True(run[n.V].Number((int)step, 0) >= 20);
    }

    [Fact]
    public void Each_population_of_a_group_has_its_own_spikes()
    {
        LIF[] parts = [new(3), new(11), new(1), new(9)]; // one group of kernels, parts at no boundary of vectors
        var network = new Network(parts);
        int start = 0;
        foreach (LIF p in parts)
        {
            int first = start;
            network = network.Drive(p, Init.Each(i => (2 + 0.3 * (first + i)) * mA));
            start += p.Size;
        }

        Run run = network.Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler, batch: 3);

        var all = new LIF(24);
        SpikeRecord due = new Network(all).Drive(all, Init.Each(i => (2 + 0.3 * i) * mA))
            .Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler).Spikes(all);
        int at = 0;
        foreach (LIF p in parts)
            for (int i = 0; i < p.Size; i++, at++)
                for (int b = 0; b < 3; b++) Assert.Equal(due.Steps(at), run.Spikes(p).Steps(i, b));
        Assert.Equal(3 * due.Count, parts.Sum(p => run.Spikes(p).Count));
    }

    [Fact]
    public void Spikes_of_a_loop_stand_until_the_next_step()
    {
        var n = new LIF(3);
        n.InitState(batchSize: 2, dt: 0.1 * ms);
        n.V[1, 2] = 0.99 * mV;

        Spikes spikes = n.Update(2 * mA);

        Assert.Equal(1, spikes.Count);
        Assert.Equal((true, false, false), (spikes[1, 2], spikes[0, 2], spikes[2]));
        Assert.Equal("Neuron 3, member 0: there are neurons 0..2 and members 0..1. (Parameter 'neuron')",
            Assert.Throws<ArgumentOutOfRangeException>(() => spikes[3]).Message);
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var n = new LIF(2);
        SpikeRecord spikes = new Network(n).Drive(n, 2 * mA).Run(5 * ms, dt: 0.1 * ms, Method.ExponentialEuler).Spikes(n);

        Assert.Equal("There are 2 spikes, 0 to 1. (Parameter 'k')\nActual value was 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => spikes.Step(2)).Message.ReplaceLineEndings("\n"));
        Assert.Equal("Neuron 0, member 1: there are neurons 0..1 and members 0..0. (Parameter 'neuron')",
            Assert.Throws<ArgumentOutOfRangeException>(() => spikes.Steps(0, 1)).Message);
        Assert.Equal("LIF(1) is not part of this network.",
            Assert.Throws<ArgumentException>(() => new Network(n).Run(0 * ms, dt: 0.1 * ms, Method.ExponentialEuler)
                .Spikes(new LIF(1))).Message);
    }
}
