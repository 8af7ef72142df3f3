using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>When events act, and with what weight.</summary>
public class Events
{
    // may take many steps at once where no event acts
    private static readonly RunSettings Settings = new(60 * ms, 0.1 * ms, Method.Adaptive());

    /// <summary>The steps at whose ends events came to a counter, and their weights.</summary>
    private static IEnumerable<(int Step, double Weight)> Arrivals(Ramp cells, Func<Attachments, EventSource[]> sources)
    {
        var counter = new Counter(1);
        Attachments at = Circuit.Alone(counter);
        double[] n = Circuit.Recorded(new Network(cells).With(new Wiring([at], sources(at))), counter, 0, "n", Settings);
        return Enumerable.Range(1, n.Length - 1).Where(k => n[k] != n[k - 1]).Select(k => (k, n[k] - n[k - 1]));
    }

    [Theory]
    [InlineData(1.02, 0, 10)]
    [InlineData(1.04, 0, 10)]
    [InlineData(1.06, 0, 11)]
    [InlineData(1.04, 0.03, 11)]
    [InlineData(1.06, 2.5, 36)]
    [InlineData(3, 12.34, 153)]
    public void A_train_acts_at_the_nearest_end_of_a_step(double sent, double delay, int step) =>
        Assert.Equal([(step, 0.75)], Arrivals(new Ramp(1), at => [Circuit.Train([sent], new EventTarget(at, 0, 0.75, delay))]));

    /// <summary>V rises by 1 mV in 1 ms to 10 mV and begins there again: spikes at 10 ms - V(0), and each 10 ms later.</summary>
    [Theory]
    [InlineData(0.02, 0, 100)]   // at 9.98: the end of its step
    [InlineData(0.08, 0, 100)]   // at 9.92: nearer to the end of the step before, which has gone
    [InlineData(0.08, 0.05, 100)]
    [InlineData(0.08, 0.12, 100)]
    [InlineData(0.08, 0.14, 101)]
    [InlineData(0.02, 3, 130)]
    [InlineData(0.08, 3, 129)]
    [InlineData(0.08, 7.77, 177)]
    public void A_spike_acts_at_the_nearest_end_of_a_step_that_has_not_gone(double start, double delay, int first) =>
        Assert.Equal(Enumerable.Range(0, 6).Select(k => (first + 100 * k, 1.0)).Where(a => a.Item1 <= 600),
            Arrivals(start, delay));

    private static IEnumerable<(int Step, double Weight)> Arrivals(double start, double delay)
    {
        var cell = new Ramp(1) { V_initializer = start * mV };
        return Arrivals(cell, at => [Circuit.Spikes(cell, 0, new EventTarget(at, 0, 1, delay))]);
    }

    [Fact]
    public void An_event_knows_its_weight_and_the_time()
    {
        var (n, counter) = (new Ramp(3) { V_initializer = new[] { 0 * mV, 3 * mV, 3 * mV } }, new Counter(2));
        Attachments at = Circuit.Alone(counter);
        Network network = new Network(n).With(new Wiring([at],
        [
            Circuit.Spikes(n, 0, new EventTarget(at, 0, 2, 1), new EventTarget(at, 1, -1, 2)),
            Circuit.Spikes(n, 1, new EventTarget(at, 1, 0.5, 0.5)),
            Circuit.Spikes(n, 2, new EventTarget(at, 1, 0.25, 0.5)),
            Circuit.Train([20.5, 20.5], new EventTarget(at, 0, 8, 0)),
        ]));
        RunSettings settings = Settings with { Duration = 21 * ms };

        double[] first = Circuit.Recorded(network, counter, 0, "n", settings),
            second = Circuit.Recorded(network, counter, 1, "n", settings);
        double[] last = Circuit.Recorded(network, counter, 0, "last", settings);

        // Cells 1 and 2 spike at 7 and 17 ms, cell 0 at 10 and 20.
        Assert.Equal([0, 2, 18], new[] { 109, 110, 205 }.Select(k => first[k]));
        Assert.Equal([0, 0.75, -0.25, 0.5], new[] { 74, 75, 120, 175 }.Select(k => second[k]));
        Assert.Equal([-1, 11, 20.5, 21], new[] { 109, 110, 205, 210 }.Select(k => Math.Round(last[k], 9)));
    }

    [Fact]
    public void Sources_that_share_a_synapse_give_what_each_would_through_its_own()
    {
        double[] shared = Voltage(share: true), apart = Voltage(share: false);
        Assert.InRange(shared.Zip(apart, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-12);
        Assert.InRange(shared.Max(), -50, -5);
    }

    private static double[] Voltage(bool share)
    {
        (double[] Times, double Weight, double Delay)[] trains =
            [([1, 4.02, 9], 1, 0.5), ([1.5, 6, 6.01], 0.3, 0), ([2.2, 12], -0.1, 2.34)];
        Passive n = Circuit.Membrane(1);
        Attachments on = share ? Circuit.On(new ExpConductance(1), n, 0) : Circuit.On(new ExpConductance(3), n, 0, 0, 0);
        EventSource[] sources = [.. trains.Select((t, k) => Circuit.Train(t.Times, new EventTarget(on, share ? 0 : k, t.Weight, t.Delay)))];
        return new Network(n).With(new Wiring([on], sources)).Record(n.V).Run(15 * ms, 0.05 * ms)[n.V].Numbers(0);
    }
}
