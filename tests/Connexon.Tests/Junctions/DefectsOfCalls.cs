using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>What went wrong in the original when junctions were called does not go wrong here.</summary>
public class DefectsOfCalls
{
    private readonly Passive _cells = new(3) { V_initializer = [-65 * mV, -45 * mV, -60 * mV] };

    [Fact]
    public void The_originals_own_example_runs_with_a_batch_of_one()
    {
        var neurons = new HH(100);
        var gap = new SymmetryGapJunction(neurons, "V", (_, _) => ([0, 1, 2], [1, 2, 0]), 0.1 * mS);

        neurons.InitState(batchSize: 1);
        neurons.V[0] = -50 * mV;
        neurons.V[1] = -60 * mV;
        neurons.V[2] = -62 * mV;
        JunctionCurrents d = gap.Update();
        neurons.Update(10 * uA);

        // Junctions 0 -> 1, 1 -> 2 and 2 -> 0 carry 1, 0.2 and -1.2 uA.
        Assert.Equal([-1.0, -0.2, 1.2, 0.0], [.. Enumerable.Range(0, 4).Select(i => Math.Round(d.Pre[i].Value, 12))]);
        Assert.Equal([-1.2, 1.0, 0.2, 0.0], [.. Enumerable.Range(0, 4).Select(i => Math.Round(d.Post[i].Value, 12))]);
        Assert.Equal(100, neurons.V.Value.Length);
    }

    [Fact]
    public void Every_member_of_a_batch_has_junctions_of_its_own()
    {
        var cells = new Passive(2);
        var gap = new SymmetryGapJunction(cells, "V", Pairs.One, 0.1 * mS);
        cells.InitState(batchSize: 3, dt: 0.1 * ms);
        cells.V.Value = [-60 * mV, -40 * mV, -60 * mV, -60 * mV, -40 * mV, -60 * mV];

        JunctionCurrents d = gap.Update();
        cells.Update(0 * uA);

        Assert.Equal([-2, 0, 2], [.. Enumerable.Range(0, 3).Select(b => d.Post[b, 1].Value)]);
        Assert.Equal([-59.8, -40.2, -60, -60, -40.2, -59.8], [.. cells.V.Value.Select(v => Math.Round(v / mV, 12))]);
    }

    [Fact]
    public void No_input_piles_up()
    {
        var first = new SymmetryGapJunction(_cells, "V", Pairs.One, 0.1 * mS);
        var second = new SymmetryGapJunction(_cells, "V", Pairs.Of((1, 2)), 0.2 * mS);
        _cells.InitState(dt: 0.1 * ms);

        for (int k = 0; k < 5; k++) first.Update(); // asked five times, used once
        second.Update();                           // and another number of inputs than before
        _cells.Update(0 * uA);
        double[] once = Numbers();
        _cells.Update(0 * uA);                     // nothing is left

        Assert.Equal([-64.8, -45.5, -59.7], once);
        Assert.Equal(once, Numbers());
    }

    [Fact]
    public void A_junction_may_be_updated_twice_and_the_last_counts()
    {
        var gap = new SymmetryGapJunction(_cells, "V", Pairs.One, 0.1 * mS);
        _cells.InitState(dt: 0.1 * ms);

        gap.Update();
        _cells.V[0] = -55 * mV;
        gap.Update(); // 1 uA, no longer 2
        _cells.Update(0 * uA);

        Assert.Equal([-54.9, -45.1, -60], Numbers());
    }

    [Fact]
    public void Two_junction_objects_drive_one_population_in_one_step()
    {
        var first = new SymmetryGapJunction(_cells, "V", Pairs.One, 0.1 * mS);
        var second = new SymmetryGapJunction(_cells, "V", Pairs.One, 0.1 * mS);
        _cells.InitState(dt: 0.1 * ms);

        first.Update();
        second.Update();
        _cells.Update(0 * uA);

        Assert.Equal([-64.6, -45.4, -60], Numbers());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reset_forgets_what_waits(bool reset)
    {
        var gap = new SymmetryGapJunction(_cells, "V", Pairs.One, 0.1 * mS);
        _cells.InitState(dt: 0.1 * ms);
        gap.Update();

        if (reset) _cells.ResetState();
        else _cells.InitState(dt: 0.1 * ms);
        _cells.Update(1 * uA);

        Assert.Equal([-64.9, -44.9, -59.9], Numbers());
    }

    [Fact]
    public void Two_populations_have_one_batch_and_one_step()
    {
        var (pre, post) = (new HH(2), new Passive(2));
        var gap = new SymmetryGapJunction((pre, post), "V", Pairs.One, 0.1 * mS);

        Assert.Equal("HH(2) has no values yet: call InitState() before a loop of your own, or use Network.Run.",
            Assert.Throws<InvalidOperationException>(() => gap.Update()).Message);
        pre.InitState(batchSize: 4);
        post.InitState();
        Assert.Equal("HH(2) has a batch of 4 and Passive(2) one of 1: call InitState with one batchSize for both.",
            Assert.Throws<InvalidOperationException>(() => gap.Update()).Message);
        post.InitState(batchSize: 4, dt: 0.1 * ms);
        Assert.Equal("HH(2) has steps of 0.01 ms and Passive(2) of 0.1 ms: call InitState with one dt for both.",
            Assert.Throws<InvalidOperationException>(() => gap.Update()).Message);
    }

    [Fact]
    public void Update_returns_what_each_side_receives()
    {
        var gap = new SymmetryGapJunction(_cells, "V", Pairs.Of((0, 1), (2, 1)), [0.1 * mS, 0.2 * mS]);
        _cells.InitState(dt: 0.1 * ms);

        JunctionCurrents d = gap.Update(); // junctions carry -2 and -3 uA from pre to post

        Assert.Equal([2, 0, 3], [.. Enumerable.Range(0, d.Pre.Count).Select(i => d.Pre[i].Value)]);
        Assert.Equal([0, -5, 0], [.. Enumerable.Range(0, d.Post.Count).Select(i => d.Post[i].Value)]);
        Assert.Equal("2 uA", d.Pre[0].ToString());
        double[] before = Numbers();
        _cells.Update(0 * uA);
        double[] after = Numbers();
        for (int i = 0; i < 3; i++)
            Assert.Equal(0.1 * (d.Pre[i].Value + d.Post[i].Value), after[i] - before[i], 1e-12); // positive depolarises
    }

    private double[] Numbers() => [.. _cells.V.Value.Select(v => Math.Round(v / mV, 12))];
}
