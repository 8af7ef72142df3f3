using static Connexon.Units;

namespace Connexon.Tests.Recordings;

public class RecordingTests
{
    private readonly HH _n = new(6) { V_initializer = [-65 * mV, -40 * mV, -70 * mV, -55 * mV, -62 * mV, -30 * mV] };

    [Fact]
    public void Every_so_many_steps_from_the_start_on()
    {
        Network network = new Network(_n).Drive(_n, 10 * uA);
        Trace all = network.Record(_n.V).Run(1 * ms, dt: 0.01 * ms)[_n.V];

        Trace some = network.Record(_n.V, every: 30).Run(1 * ms, dt: 0.01 * ms)[_n.V];

        Assert.Equal(101, all.Rows);
        Assert.Equal(4, some.Rows);
        for (int row = 0; row < 4; row++)
        {
            Assert.Equal(30 * row * 0.01, some.Times[row]);
            for (int i = 0; i < 6; i++) Assert.Equal(all.Number(30 * row, i), some.Number(row, i));
        }
        Assert.Equal([-65, -40, -70, -55, -62, -30], [.. Enumerable.Range(0, 6).Select(i => all.Number(0, i))]);
    }

    [Fact]
    public void Chosen_neurons_in_the_order_chosen()
    {
        Run run = new Network(_n).Record(_n.V, neurons: [4, 1]).Record(_n.m).Run(0.1 * ms, dt: 0.01 * ms, batch: 2);

        Assert.Equal([4, 1], run[_n.V].Ids);
        Assert.Equal((-62, -40), (run[_n.V].Number(0, 0, 1), run[_n.V].Number(0, 1, 1)));
        Assert.Equal(-62 * mV, run[_n.V][0, 0]);
        Assert.Equal([0, 1, 2, 3, 4, 5], run[_n.m].Ids);
        Assert.Equal("Column 2, member 0: V of HH has columns 0..1 and members 0..1. (Parameter 'column')",
            Assert.Throws<ArgumentOutOfRangeException>(() => run[_n.V].Number(0, 2)).Message);
    }

    [Fact]
    public void Gates_start_at_their_steady_state_and_are_recorded()
    {
        Run run = new Network(_n).Record(_n.h).Run(0 * ms, dt: 0.01 * ms);

        double v = -40, alpha = 0.07 * Math.Exp(-(v + 65) / 20), beta = 1 / (1 + Math.Exp(-(v + 35) / 10));
        Assert.Equal(1, run[_n.h].Rows); // no step, but the start is there
        Assert.Equal(alpha / (alpha + beta), run[_n.h].Number(0, 1), 1e-15);
    }

    [Fact]
    public void Junction_currents_are_weights_times_differences()
    {
        var cells = new Passive(5) { V_initializer = [1 * mV, 2 * mV, 4 * mV, 8 * mV, 16 * mV] };
        (int Pre, int Post)[] pairs = [(0, 1), (4, 2), (3, 1)];
        double[] weight = [0.1, 0.2, 0.4];
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs(pairs), weight.Select(w => w * mS).ToArray());
        var oneWay = new AsymmetryGapJunction(cells, "V", Connect.Pairs((2, 3)), (0.3 * mS, 0.7 * mS));

        Run run = new Network(cells, gap, oneWay).Record(cells.V).Record(gap, every: 2).Record(oneWay).Run(1 * ms, dt: 0.1 * ms, batch: 2);

        Trace current = run[gap], V = run[cells.V];
        Assert.Equal((6, 3, 2), (current.Rows, current.Columns, current.Members));
        Assert.Equal(Dimension.Current, current.Dimension);
        for (int row = 0; row < 6; row++)
            for (int k = 0; k < 3; k++)
                Assert.Equal(weight[k] * (V.Number(2 * row, pairs[k].Pre, 1) - V.Number(2 * row, pairs[k].Post, 1)),
                    current.Number(row, k, 1));
        Assert.Equal(0.3 * (4 - 8), run[oneWay].Number(0, 0)); // what drives the post side
    }

    [Fact]
    public void Where_nothing_is_asked_for_the_first_state_of_each_population_is_recorded()
    {
        var other = new FitzHughNagumo(2);
        Run run = new Network(_n, other).Run(0.1 * ms, dt: 0.01 * ms);

        Assert.Equal(11, run[_n.V].Rows);
        Assert.Equal(11, run[other.V].Rows);
        Assert.Equal("m of HH was not recorded in memory: add .Record(m) to the network. Recorded: V of HH, V of FitzHughNagumo.",
            Assert.Throws<ArgumentException>(() => run[_n.m]).Message);
    }

    [Fact]
    public void Junction_currents_that_were_not_recorded()
    {
        var gap = new SymmetryGapJunction(_n, "V", Connect.Ring, 0.1 * mS);

        Assert.Equal("These junction currents were not recorded in memory: add .Record(junction) to the network.",
            Assert.Throws<ArgumentException>(() => new Network(_n, gap).Run(0.1 * ms, dt: 0.01 * ms)[gap]).Message);
    }

    [Fact]
    public void A_trace_leaves_its_quantity_by_dividing()
    {
        Run run = new Network(_n).Run(0.02 * ms, dt: 0.01 * ms);

        Series<Voltage> first = run[_n.V][0];

        Assert.Equal(3, first.Count);
        Assert.Equal(-65 * mV, first[0]);
        Assert.Equal(-0.065, (first / volt)[0]);
    }
}
