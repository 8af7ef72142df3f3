using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>Runs in single precision: as far from double as 7 digits are, the same bits however they are run, in half the memory.</summary>
public class SinglePrecisionTests
{
    public static TheoryData<string> Methods => new("ExponentialEuler", "Euler", "RungeKutta2", "RungeKutta4", "Fast", "Lagged");

    [Theory, MemberData(nameof(Methods))]
    public void A_network_that_fires_spikes_as_in_double_precision(string method)
    {
        var (network, cells) = Firing();
        Run exact = network.Run(20 * ms, 0.02 * ms, Method.Parse(method)),
            single = network.Run(20 * ms, 0.02 * ms, Method.Parse(method), precision: Precision.Single);
        int spikes = 0;
        for (int i = 0; i < cells.Size; i++)
        {
            long[] due = [.. exact.Spikes(cells).Steps(i)], found = [.. single.Spikes(cells).Steps(i)];
            Assert.Equal(due.Length, found.Length);
            Assert.All(due.Zip(found), s => Assert.InRange(s.Second - s.First, -1, 1));
            spikes += due.Length;
        }
        Assert.InRange(spikes, 100, 400);
        Assert.InRange(Apart(exact[cells.V], single[cells.V]), 1e-7, 2e-2); // mV, within a spike too
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_network_at_rest_is_right_to_five_digits(string method)
    {
        var (network, cells) = Quiet();
        Run exact = network.Run(20 * ms, 0.02 * ms, Method.Parse(method)),
            single = network.Run(20 * ms, 0.02 * ms, Method.Parse(method), precision: Precision.Single);
        Assert.Equal(0, exact.Spikes(cells).Count);
        Assert.InRange(Apart(exact[cells.V], single[cells.V]), 1e-7, 1e-5 * 60);
    }

    [Theory, MemberData(nameof(Methods))]
    public void Threads_and_batches_give_the_same_bits(string method)
    {
        var (network, x, y) = Mixed();
        Run one = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), seed: 7, precision: Precision.Single);
        Run three = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), seed: 7, threads: 3, precision: Precision.Single);
        Run batch = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), seed: 7, batch: 6, precision: Precision.Single);
        Run fourth = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), seed: 7, batch: 6, member: 4, precision: Precision.Single);
        foreach (State<Voltage> v in (State<Voltage>[])[x.V, y.V])
        {
            Assert.Equal(Numbers(one[v], 0), Numbers(three[v], 0));
            Assert.Equal(Numbers(one[v], 0), Numbers(batch[v], 0));
            Assert.Equal(Numbers(fourth[v], 0), Numbers(batch[v], 4));
            Assert.NotEqual(Numbers(batch[v], 0), Numbers(batch[v], 4));
            Assert.All(Numbers(one[v], 0), number => Assert.Equal((float)number, number));
        }
        Assert.NotEqual(0, one.Spikes(x).Count);
        Assert.Equal(one.Spikes(x).Count, three.Spikes(x).Count);
    }

    [Fact]
    public void States_and_inputs_take_half_the_memory()
    {
        var (network, cells) = Firing();
        var state = NetworkState.Of(network, new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler, Precision: Precision.Single));
        PinnedArray[] all = [state.Nodes.Inputs, state.Nodes.Voltages, state.Nodes.Junction,
            .. cells.Model.States.Select(s => state.Groups[0].Memory(s.Symbol))];
        Assert.All(all, memory => Assert.Equal((Precision.Single, 112), (memory.Precision, memory.Length))); // 7 vectors of 16

        Assert.InRange(Bytes(Precision.Double), 8 * 100_000, 8 * 100_000 + 1000);
        Assert.InRange(Bytes(Precision.Single), 4 * 100_000, 4 * 100_000 + 1000);

        static long Bytes(Precision precision)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(100_000, new PinnedArray(100_000, precision).Length);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Junction_currents_of_one_precision_are_those_of_the_other_rounded_once()
    {
        int[] start = [.. Enumerable.Range(0, 65).Select(i => 7 * i)],
            neighbour = [.. Enumerable.Range(0, 448).Select(k => (k / 7 + 1 + 9 * (k % 7)) % 64)];
        double[] weight = [.. Enumerable.Range(0, 448).Select(k => (double)(float)(0.01 * (1 + k % 13)))];
        foreach (int batch in (int[])[1, 3, 4, 16])
        {
            var (v, y) = (new PinnedArray(64 * batch), new PinnedArray(64 * batch));
            var (vs, ys) = (new PinnedArray(64 * batch, Precision.Single), new PinnedArray(64 * batch, Precision.Single));
            for (int i = 0; i < v.Length; i++) vs[i] = v[i] = (float)(-65 + 20 * Math.Sin(i));
            new ConductanceMatrix(64, start, neighbour, weight).AddCurrents(v.Address, y.Address, batch, 0, 8);
            new ConductanceMatrix(64, start, neighbour, weight, precision: Precision.Single)
                .AddCurrents(vs.Address, ys.Address, batch, 0, 8);
            for (int i = 0; i < y.Length; i++) Assert.Equal((float)y[i], ys[i]);
        }
    }

    [Fact]
    public void A_state_that_diverges_is_named()
    {
        var cells = new FitzHughNagumo(20);
        var e = Assert.Throws<DivergenceException>(() => new Network(cells).Drive(cells, 1e30)
            .Run(50 * ms, 1 * ms, Method.Euler, precision: Precision.Single));
        Assert.StartsWith("V of FitzHughNagumo", e.Message);
    }

    private static (Network, HH) Firing()
    {
        var cells = new HH(100) { V_initializer = Init.Each(i => (-70 + 0.1 * i) * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.SmallWorld(4, 0.2), Init.Uniform(0.01 * mS, 0.05 * mS));
        return (new Network(cells, gap).Drive(cells, Init.Each(i => (9 + 0.03 * i) * uA)).Record(cells.V), cells);
    }

    private static (Network, HH) Quiet()
    {
        var cells = new HH(100);
        var gap = new SymmetryGapJunction(cells, "V", Connect.SmallWorld(4, 0.2), 0.05 * mS);
        return (new Network(cells, gap).Drive(cells, Init.Each(i => 0.01 * i * uA)).Record(cells.V), cells);
    }

    private static (Network Network, HH X, WangBuzsakiHH Y) Mixed()
    {
        var (x, y) = (new HH(53), new WangBuzsakiHH(30) { V_initializer = Init.Normal(-65 * mV, 5 * mV) });
        var within = new SymmetryGapJunction(x, "V", Connect.Random(0.1), Init.Uniform(0.001 * mS, 0.01 * mS));
        var between = new SymmetryGapJunction((x, y), "V", Connect.Random(0.1, between: true), 0.002 * mS);
        return (new Network(x, y, within, between).Drive(x, 10 * uA).Drive(x, Drive.Sine(2 * uA, 100 * Hz))
            .Drive(y, Drive.OrnsteinUhlenbeck(1 * uA, 0.5 * uA, 5 * ms))
            .Record(x.V).Record(y.V), x, y);
    }

    private static double Apart(Trace<Voltage> a, Trace<Voltage> b) =>
        Numbers(a, 0).Zip(Numbers(b, 0)).Max(p => Math.Abs(p.First - p.Second));

    private static double[] Numbers(Trace t, int member) => [.. Enumerable.Range(0, t.Columns).SelectMany(c => t.Numbers(c, member))];
}
