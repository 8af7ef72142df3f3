using static Connexon.Units;

namespace Connexon.Tests.Compilation;

/// <summary>What must not change a single bit of a result: threads, batches, how a model's neurons are split into populations.</summary>
public class SameBits
{
    public static TheoryData<string> Methods => new(Method.All.Select(m => m.Name));

    [Theory, MemberData(nameof(Methods))]
    public void One_thread_and_two_give_the_same_bits(string method)
    {
        var (network, x, y) = Mixed();
        Run one = network.Run(5 * ms, 0.01 * ms, Method.Parse(method), seed: 7);
        Run two = network.Run(5 * ms, 0.01 * ms, Method.Parse(method), seed: 7, threads: 2);
        Assert.Equal(Bits(one[x.V]), Bits(two[x.V]));
        Assert.Equal(Bits(one[y.V]), Bits(two[y.V]));
        Assert.Equal(Spikes(one, x, 0), Spikes(two, x, 0));
        Assert.NotEmpty(Spikes(one, x, 0));
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_batch_of_four_gives_the_bits_of_its_members_run_alone(string method)
    {
        var (network, x, y) = Mixed();
        Run batch = network.Run(5 * ms, 0.01 * ms, Method.Parse(method), seed: 7, batch: 4);
        for (int member = 0; member < 4; member++)
        {
            Run alone = network.Run(5 * ms, 0.01 * ms, Method.Parse(method), seed: 7, batch: 4, member: member);
            Assert.Equal(Bits(alone[x.V]), Bits(batch[x.V], member));
            Assert.Equal(Bits(alone[y.V]), Bits(batch[y.V], member));
            Assert.Equal(Spikes(alone, x, 0), Spikes(batch, x, member));
        }
        Assert.NotEqual(Bits(batch[x.V], 0), Bits(batch[x.V], 1));
    }

    [Theory, MemberData(nameof(Methods))]
    public void One_population_gives_the_bits_of_the_same_cells_in_two(string method)
    {
        var all = new HH(11) { V_initializer = Starts(0, 11) };
        var (first, second) = (new HH(4) { V_initializer = Starts(0, 4) }, new HH(7) { V_initializer = Starts(4, 7) });
        var whole = new Network(all, new SymmetryGapJunction(all, "V", (_, _) => ([0, 1, 2, 3], [4, 6, 8, 10]), 0.1 * mS))
            .Drive(all, 10 * uA);
        var split =
            new Network(first, second, new SymmetryGapJunction((first, second), "V", (_, _) => ([0, 1, 2, 3], [0, 2, 4, 6]), 0.1 * mS))
            .Drive(first, 10 * uA).Drive(second, 10 * uA);

        Run one = whole.Run(5 * ms, 0.01 * ms, Method.Parse(method)), two = split.Run(5 * ms, 0.01 * ms, Method.Parse(method));

        for (int i = 0; i < 11; i++)
            Assert.Equal(one[all.V].Numbers(i), i < 4 ? two[first.V].Numbers(i) : two[second.V].Numbers(i - 4));

        static Voltage[] Starts(int from, int count) => [.. Enumerable.Range(from, count).Select(i => (-70 + 2.5 * i) * mV)];
    }

    /// <summary>Cells of two models with random starts, random junctions within and between them, and noise.</summary>
    private static (Network Network, HH X, WangBuzsakiHH Y) Mixed()
    {
        var (x, y) = (new HH(53), new WangBuzsakiHH(30) { V_initializer = Init.Normal(-65 * mV, 5 * mV) });
        var within = new SymmetryGapJunction(x, "V", Connect.Random(0.2), Init.Uniform(0.01 * mS, 0.08 * mS));
        var between = new SymmetryGapJunction((x, y), "V", Connect.Random(0.1, between: true), 0.02 * mS);
        var network = new Network(x, y, within, between)
            .Drive(x, 10 * uA).Drive(x, Drive.WhiteNoise(2 * uA, over: 1 * ms)).Drive(y, Drive.OrnsteinUhlenbeck(1 * uA, 0.5 * uA, 5 * ms));
        return (network, x, y);
    }

    private static long[] Bits(Trace t, int member = 0) =>
        [.. Enumerable.Range(0, t.Columns).SelectMany(c => t.Numbers(c, member)).Select(BitConverter.DoubleToInt64Bits)];

    private static IEnumerable<(int, long)> Spikes(Run run, Neuron population, int member) =>
        Enumerable.Range(0, population.Size).SelectMany(i => run.Spikes(population).Steps(i, member).Select(s => (i, s)));
}
