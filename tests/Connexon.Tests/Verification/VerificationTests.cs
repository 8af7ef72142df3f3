using static Connexon.Units;

namespace Connexon.Tests.Verifications;

/// <summary>
/// What a run at half the step says of a run: figures by hand, the verdict on good and bad steps, what cannot be compared.
/// </summary>
public sealed class VerificationTests
{
    private static readonly Time Dt = 0.05 * ms;

    [Fact]
    public void The_change_of_a_decay_is_that_of_its_closed_form()
    {
        // Explicit second order: V' = -V gives (1 - h + h^2/2)^n for exp(-n h).
        var n = new Passive(2) { gL = 1 * mS, EL = 0 * mV, V_initializer = [100 * mV, 0 * mV] };
        Verification v = new Network(n).Verify(10 * ms, 0.5 * ms, Method.RungeKutta2);

        double[] change =
            [.. Enumerable.Range(0, 21).Select(k => 100 * (Math.Pow(1 - 0.5 + 0.125, k) - Math.Pow(1 - 0.25 + 0.03125, 2 * k)))];
        StateChange s = Assert.Single(v.States);
        Assert.Equal("V", s.State.Name);
        Assert.Equal(change.Max(), s.Largest.Value, 1e-12);
        Assert.Equal((0, 0, 0.5 * Array.IndexOf(change, change.Max())), (s.Neuron, s.Member, s.Time.Value));
        Assert.Equal(Math.Sqrt(change.Average(x => x * x)), s.WorstRms.Value, 1e-12);
        Assert.Equal(Math.Sqrt(change.Average(x => x * x) / 2), s.Rms.Value, 1e-12);
        Assert.Equal(100, s.Range.Value, 1e-12);
        Assert.Empty(v.Spikes);
    }

    [Fact]
    public void A_step_that_is_too_long_for_a_first_order_method_is_not_good_enough()
    {
        Verification v = SpikingPair(out HH n).Verify(100 * ms, Dt, Method.ExponentialEuler);

        Assert.InRange(v.States[0].Largest.Value, 50, 120);
        Assert.InRange(v.States[0].Rms.Value, 10, 40);
        Assert.Same(n, v.Spikes[0].Population);
        Assert.InRange(v.Spikes[0].LargestShift / ms, 0.5, 5);
        Assert.False(v.IsGoodEnough);
        Assert.StartsWith("dt = 0.05 ms with ExponentialEuler is not good enough: ", v.Verdict);
        Assert.EndsWith(" Take a shorter step, or Imex4.", v.Verdict);
    }

    [Fact]
    public void The_default_is_good_enough_at_the_same_step()
    {
        Verification v = SpikingPair(out HH n).Verify(100 * ms, Dt);

        Assert.InRange(v.States[0].Rms.Value, 1e-6, 0.02);
        Assert.Equal((v.AsAsked.Spikes(n).Count, 0, 0), (v.Spikes[0].Kept, v.Spikes[0].Gained, v.Spikes[0].Lost));
        Assert.InRange(v.Spikes[0].LargestShift / ms, 1e-9, 1e-3);
        Assert.InRange(v.Spikes[0].RmsShift / ms, 1e-9, v.Spikes[0].LargestShift / ms);
        Assert.Equal("dt = 0.05 ms with Imex4 is good enough: at half the step the spikes are the same, none shifts by more than 0.1 ms, "
            + "and no neuron changes by more than 1 % of the range.", v.Verdict);
    }

    [Fact]
    public void The_second_run_is_at_half_the_step_with_the_same_seed_and_the_same_times()
    {
        var n = new HH(3);
        Verification v = new Network(n).Drive(n, Init.Uniform(5 * uA, 12 * uA)).Record(n.V, every: 3).Verify(3 * ms, Dt, seed: 5, batch: 2);

        Assert.Equal((0.025, 120L, 5ul), (v.Halved.Settings.Dt.Value, v.Halved.Steps, v.Halved.Settings.Seed));
        Assert.Equal(v.AsAsked[n.V].Times.ToArray(), v.Halved[n.V].Times.ToArray());
        for (int b = 0; b < 2; b++) Assert.Equal(v.AsAsked[n.V].Number(0, 2, b), v.Halved[n.V].Number(0, 2, b));
    }

    [Fact]
    public void Files_are_written_once_and_populations_without_a_recording_are_compared_too()
    {
        using var folder = new TemporaryFolder();
        var (a, b) = (new HH(1), new HH(1));
        Verification v = new Network(a, b).Record(a.V, to: folder / "V.csv").Record(b.m).Verify(1 * ms, Dt);

        Assert.Equal(["m", "V"], v.States.Select(s => s.State.Name));
        Assert.Same(a, v.States[1].State.Neurons);
        Assert.Equal(22, File.ReadAllLines(folder / "V.csv").Length);
    }

    [Fact]
    public void A_spike_belongs_to_the_nearest_of_the_other_run_and_what_is_left_is_gained_or_lost()
    {
        var n = new HH(2);
        SpikeRecord asked = Record((0, 10), (0, 20.4), (0, 30), (1, 5)), halved = Record((0, 10.3), (0, 20), (1, 5), (1, 8), (1, 50));

        SpikeChange c = SpikeChange.Of(asked, halved);

        Assert.Equal((3, 2, 1), (c.Kept, c.Gained, c.Lost));
        Assert.Equal(0.4, c.LargestShift / ms, 1e-12);
        Assert.Equal(Math.Sqrt((0.09 + 0.16) / 3), c.RmsShift / ms, 1e-12);

        SpikeRecord Record(params (int Neuron, double Time)[] spikes)
        {
            var record = new SpikeRecord(n, SpikeRule.Unnamed, members: 1, dt: 0.1, located: true);
            foreach (var (neuron, time) in spikes) record.Add(1, neuron, time);
            return record;
        }
    }

    [Fact]
    public void Noise_is_refused_because_its_path_depends_on_the_step()
    {
        var n = new HH(1);
        Network noisy = new Network(n).Drive(n, Drive.WhiteNoise(1 * uA, 1 * ms));

        Assert.Equal("HH is driven by noise, which takes other numbers at another step: two steps cannot be compared path by path. "
            + "Verify the network without the noise, or compare statistics over seeds.",
            Assert.Throws<NetworkException>(() => noisy.Verify(1 * ms, Dt)).Message);
        Assert.Throws<NetworkException>(() => noisy.Run(1 * ms, Dt).Verify());
    }

    [Fact]
    public void An_action_between_steps_is_refused_because_it_would_act_on_what_it_left_behind()
    {
        string message = Assert.Throws<NetworkException>(() => SpikingPair(out _).BetweenSteps(_ => { }).Verify(1 * ms, Dt)).Message;

        Assert.Equal("The network has an action between its steps, which would act on what it left behind, and twice as often: "
            + "verify the network without it, or compare two runs that you set up yourself.", message);
    }

    [Fact]
    public void Weights_that_vary_in_time_vary_in_both_runs()
    {
        Network pair = SpikingPair(out HH n);
        Verification still = pair.Verify(10 * ms, Dt), varied = pair.Vary(pair.Junctions[0], t => t.Value < 3 ? 0 : 1).Verify(10 * ms, Dt);

        Assert.NotEqual(still.AsAsked[n.V].Number(200, 1), varied.AsAsked[n.V].Number(200, 1), 1e-3);
        Assert.InRange(varied.States[0].Largest.Value, 1e-9, 0.05);
    }

    private static Network SpikingPair(out HH n)
    {
        n = new HH(2) { gL = 0.3 * mS, V_initializer = -65 * mV };
        return new Network(n, new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), 0.5 * mS)).Drive(n, new[] { 20 * uA, 0 * uA });
    }
}
