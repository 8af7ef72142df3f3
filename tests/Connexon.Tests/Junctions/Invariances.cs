using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>How a network is written down does not change what it does.</summary>
public class Invariances
{
    private static readonly (int, int)[] Edges = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (1, 4), (2, 5)];
    private static readonly double[] Weight = [0.1, 0.2, 0.05, 0.3, 0.15, 0.07, 0.11, 0.4];
    private static readonly double[] Start = [-65, -40, -70, -55, -62, -30];

    private readonly HH _n = Cells(0, 6);

    [Fact]
    public void The_order_of_junctions()
    {
        int[] order = [5, 2, 7, 0, 6, 1, 4, 3];

        double[] listed = Last(Edges, Weight);
        double[] shuffled = Last([.. order.Select(k => Edges[k])], [.. order.Select(k => Weight[k])]);

        Assert.Equal(listed, shuffled);
    }

    [Fact]
    public void Which_end_of_a_junction_is_named_first() =>
        Assert.Equal(Last(Edges, Weight), Last([.. Edges.Select(e => (e.Item2, e.Item1))], Weight));

    [Fact]
    public void A_swapped_asymmetric_junction_swaps_its_weights()
    {
        double[] Last(GapJunction gap) => Final(new Network(_n, gap), _n);

        Assert.Equal(
            Last(new AsymmetryGapJunction(_n, "V", Of((0, 1)), (0.3 * mS, 0.1 * mS))),
            Last(new AsymmetryGapJunction(_n, "V", Of((1, 0)), (0.1 * mS, 0.3 * mS))));
    }

    [Fact]
    public void An_asymmetric_junction_with_equal_weights_is_a_symmetric_one() =>
        Assert.Equal(Last(Edges, Weight), Final(new Network(_n, new AsymmetryGapJunction(_n, "V", Of(Edges),
            [.. Weight.Select(w => (AsymmetricWeight.Pair)(w * mS, w * mS))])), _n));

    [Fact]
    public void One_population_or_two_that_are_coupled()
    {
        var (left, right) = (Cells(0, 2), Cells(2, 6));
        GapJunction Part(Couples couples, Func<(int Pre, int Post), bool> which, int pre, int post)
        {
            int[] mine = [.. Enumerable.Range(0, Edges.Length).Where(k => which(Edges[k]))];
            return new SymmetryGapJunction(couples, "V",
                Of([.. mine.Select(k =>
                    (Math.Min(Edges[k].Item1, Edges[k].Item2) - pre, Math.Max(Edges[k].Item1, Edges[k].Item2) - post))]),
                mine.Select(k => Weight[k] * mS).ToArray());
        }

        var network = new Network(left, right,
            Part(left, e => e.Pre < 2 && e.Post < 2, 0, 0), Part(right, e => e.Pre >= 2 && e.Post >= 2, 2, 2),
            Part((left, right), e => e.Pre < 2 != e.Post < 2, 0, 2));
        Run run = network.Drive(left, 10 * uA).Drive(right, 10 * uA).Run(20 * ms, dt: 0.01 * ms);

        double[] parts = [.. Row(run[left.V], 2), .. Row(run[right.V], 4)];
        Assert.Equal(Last(Edges, Weight), parts);
    }

    [Fact]
    public void A_junction_object_or_several() =>
        Assert.Equal(Last(Edges, Weight), Final(new Network(_n,
            new SymmetryGapJunction(_n, "V", Of(Edges[..3]), Weight[..3].Select(w => w * mS).ToArray()),
            new SymmetryGapJunction(_n, "V", Of(Edges[3..]), Weight[3..].Select(w => w * mS).ToArray())), _n));

    [Fact]
    public void Any_number_of_threads()
    {
        var n = new HH(203);
        var gap = new SymmetryGapJunction(n, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS));

        double[] V(int threads) =>
            Row(new Network(n, gap).Drive(n, 10 * uA)
                .Run(5 * ms, dt: 0.01 * ms, Method.RungeKutta4, seed: 7, threads: threads)[n.V], 203, 500);

        double[] alone = V(1);
        Assert.NotEqual(alone[0], alone[1]);
        Assert.Equal(alone, V(2));
        Assert.Equal(alone, V(3));
    }

    [Fact]
    public void A_batch_or_a_loop_over_its_members()
    {
        var n = new HH(5); // starts drawn for each member
        var gap = new SymmetryGapJunction(n, "V", Connect.Ring, 0.1 * mS);
        Network network = new Network(n, gap).Drive(n, 10 * uA);

        Run batch = network.Run(10 * ms, dt: 0.01 * ms, seed: 3, batch: 3);

        for (int b = 0; b < 3; b++)
        {
            Run alone = network.Run(10 * ms, dt: 0.01 * ms, seed: 3, batch: 3, member: b);
            for (int i = 0; i < 5; i++) Assert.Equal(alone[n.V].Numbers(i), batch[n.V].Numbers(i, b));
        }
        Assert.NotEqual(batch[n.V].Number(1000, 0, 0), batch[n.V].Number(1000, 0, 1));
    }

    [Fact]
    public void Identical_cells_coupled_or_alone()
    {
        var n = new HH(20) { V_initializer = -60 * mV };
        var alone = new HH(1) { V_initializer = -60 * mV };
        var gap = new SymmetryGapJunction(n, "V", Connect.AllToAll, 0.3 * mS);

        double[] coupled = new Network(n, gap).Drive(n, 10 * uA).Run(20 * ms, dt: 0.01 * ms)[n.V].Numbers(13);

        Assert.Equal(new Network(alone).Drive(alone, 10 * uA).Run(20 * ms, dt: 0.01 * ms)[alone.V].Numbers(0), coupled);
    }

    private static HH Cells(int from, int to) => new(to - from) { V_initializer = Start[from..to].Select(v => v * mV).ToArray() };

    private double[] Last((int, int)[] edges, double[] weight) =>
        Final(new Network(_n, new SymmetryGapJunction(_n, "V", Of(edges), weight.Select(w => w * mS).ToArray())), _n);

    private static double[] Final(Network network, HH n) => Row(network.Drive(n, 10 * uA).Run(20 * ms, dt: 0.01 * ms)[n.V], n.Size);

    private static double[] Row(Trace trace, int columns, int row = 2000) =>
        [.. Enumerable.Range(0, columns).Select(i => trace.Number(row, i))];
}
