using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>The same bits for any number of threads, in a batch or alone; noise included.</summary>
public class DeterminismTests
{
    private readonly HH _hh = new(37) { gL = 0.3 * mS };
    private readonly LIF _lif = new(19) { Name = "lif" };
    private readonly HH _more = new(6);
    private readonly Network _network;

    public DeterminismTests()
    {
        var within = new SymmetryGapJunction(_hh, "V", Connect.Ring, Init.Uniform(0.05 * mS, 0.1 * mS));
        var between = new SymmetryGapJunction((_hh, _lif), "V", Connect.Pairs((0, 0), (36, 18), (20, 7)), 0.02 * mS);
        _network = new Network(_hh, _lif, _more, within, between)
            .Drive(_hh, 8 * uA).Drive(_hh, Drive.WhiteNoise(2 * uA, 1 * ms)).Drive(_more, Drive.OrnsteinUhlenbeck(10 * uA, 3 * uA, 5 * ms))
            .Drive(_lif, Drive.OrnsteinUhlenbeck(1.2 * mA, 0.3 * mA, 2 * ms))
            .Record(_hh.V).Record(_lif.V).Record(_more.V).Record(between);
    }

    [Theory]
    [InlineData(nameof(Method.ExponentialEuler), 1)]
    [InlineData(nameof(Method.RungeKutta4), 1)]
    [InlineData(nameof(Method.ExponentialEuler), 3)]
    public void One_thread_or_two(string method, int batch)
    {
        Run one = Run(method, batch, threads: 1), two = Run(method, batch, threads: 2);

        Assert.Equal(Bits(one), Bits(two));
        Assert.Equal(Spikes(one, _lif), Spikes(two, _lif));
        Assert.NotEmpty(Spikes(one, _lif));
    }

    [Fact]
    public void A_member_of_the_batch_or_alone()
    {
        Run batch = Run(nameof(Method.ExponentialEuler), batch: 3, threads: 2);

        for (int b = 0; b < 3; b++)
        {
            Run alone = Run(nameof(Method.ExponentialEuler), batch: 3, threads: 1, member: b);
            Assert.Equal(1, alone.Members);
            Assert.Equal(Bits(alone), Bits(batch, b));
            for (int i = 0; i < _lif.Size; i++) Assert.Equal(alone.Spikes(_lif).Steps(i), batch.Spikes(_lif).Steps(i, b));
        }
        Assert.NotEqual(Bits(batch, 0), Bits(batch, 1));
    }

    [Fact]
    public void A_larger_batch_changes_no_member() =>
        Assert.Equal(Bits(Run(nameof(Method.ExponentialEuler), 1, 1)), Bits(Run(nameof(Method.ExponentialEuler), 5, 1)));

    [Fact]
    public void The_seed_changes_all_that_is_random() =>
        Assert.NotEqual(Bits(_network.Run(2 * ms, dt: 0.02 * ms, seed: 1)), Bits(_network.Run(2 * ms, dt: 0.02 * ms, seed: 2)));

    [Fact]
    public void The_loop_draws_what_the_run_draws()
    {
        Drive noise = Drive.OrnsteinUhlenbeck(10 * uA, 3 * uA, 5 * ms);
        Run run = new Network(_more).Drive(_more, noise).Run(5 * ms, dt: 0.02 * ms, Method.ExponentialEuler, seed: 11, batch: 2);

        _more.InitState(batchSize: 2, dt: 0.02 * ms, seed: 11);
        for (int k = 0; k < 250; k++) _more.Update(noise);

        for (int b = 0; b < 2; b++)
            for (int i = 0; i < 6; i++) Assert.Equal(run[_more.V].Number(250, i, b), _more.V[b, i] / mV);
    }

    private Run Run(string method, int batch, int threads, int? member = null) =>
        _network.Run(10 * ms, dt: 0.02 * ms, Method.Parse(method), seed: 5, threads: threads, batch: batch, member: member);

    private double[] Bits(Run run, int member = 0) =>
        [.. new Trace[] { run[_hh.V], run[_lif.V], run[_more.V] }.SelectMany(t =>
            Enumerable.Range(0, t.Columns).SelectMany(c => t.Numbers(c, member)))];

    private static long[] Spikes(Run run, Neuron n) =>
        [.. Enumerable.Range(0, run.Spikes(n).Count).SelectMany(k =>
            new[] { run.Spikes(n).Neuron(k), run.Spikes(n).Member(k), run.Spikes(n).Step(k) })];
}
