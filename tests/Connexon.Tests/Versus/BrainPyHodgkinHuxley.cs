using static Connexon.Units;

namespace Connexon.Tests.Versus;

/// <summary>Every run of brainpy.state 0.1.0 with Hodgkin-Huxley cells: each sample within 1e-9, spike steps equal.</summary>
public class BrainPyHodgkinHuxley
{
    private static readonly ConnectionFunction OnePair = (_, _) => ([0], [1]);

    [Fact]
    public void Own_example_of_100_cells()
    {
        var run = new ReferenceRun("hh100_own_example");
        var n = new HH(100) { V_initializer = run.Start("n") };
        var gap = new SymmetryGapJunction(n, "V", run.Pairs(), 0.1 * mS);
        run.Check(new Network(n, gap).Drive(n, 10 * uA), ("n", n));
    }

    [Theory]
    [InlineData("hh_single", 0.03)]
    [InlineData("hh_single_dt0.1", 0.03)]
    [InlineData("hh_single_gL0.3", 0.3)]
    public void Single_cell(string name, double gL)
    {
        var run = new ReferenceRun(name);
        var n = new HH(1) { gL = gL * mS, V_initializer = run.Start("n") };
        run.Check(new Network(n).Drive(n, 10 * uA), ("n", n));
    }

    [Theory]
    [InlineData("hh_pair_g0.0", 0.0)]
    [InlineData("hh_pair_g0.1", 0.1)]
    [InlineData("hh_pair_g0.5", 0.5)]
    [InlineData("hh_pair_g0.0_dt0.1", 0.0)]
    [InlineData("hh_pair_g0.1_dt0.1", 0.1)]
    [InlineData("hh_pair_g0.5_dt0.1", 0.5)]
    public void Pair(string name, double g)
    {
        var run = new ReferenceRun(name);
        var n = new HH(2) { V_initializer = run.Start("n") };
        var gap = new SymmetryGapJunction(n, "V", OnePair, g * mS);
        run.Check(new Network(n, gap).Drive(n, 10 * uA), ("n", n));
    }

    [Fact]
    public void Ring_with_a_weight_per_junction()
    {
        var run = new ReferenceRun("hh_ring10");
        var n = new HH(10) { V_initializer = run.Start("n") };
        var gap = new SymmetryGapJunction(n, "V", run.Pairs(), Conductances(run.Numbers("weight_mS")));
        run.Check(new Network(n, gap).Drive(n, Currents(run.Numbers("I_uA"))), ("n", n));
    }

    [Fact]
    public void Batch_of_four()
    {
        var run = new ReferenceRun("hh_batch4");
        var n = new HH(5) { V_initializer = run.Start("n") };
        var gap = new SymmetryGapJunction(n, "V", run.Pairs(), Conductances(run.Numbers("weight_mS")));
        run.Check(new Network(n, gap).Drive(n, Currents(run.Numbers("I_uA"))), ("n", n));
    }

    [Fact]
    public void Two_populations_with_a_pair_listed_twice()
    {
        var run = new ReferenceRun("hh_two_populations");
        var x = new HH(4) { V_initializer = run.Start("x") };
        var y = new HH(6) { V_initializer = run.Start("y"), gL = 0.3 * mS };
        var gap = new SymmetryGapJunction((x, y), ("V", "V"), run.Pairs(), Conductances(run.Numbers("weight_mS")));
        run.Check(Driven(new Network(x, y, gap), run, x, y), ("x", x), ("y", y));
    }

    [Fact]
    public void Two_junction_objects_that_share_a_population()
    {
        var run = new ReferenceRun("hh_two_junctions");
        var x = new HH(4) { V_initializer = run.Start("x") };
        var y = new HH(6) { V_initializer = run.Start("y") };
        var between = new SymmetryGapJunction((x, y), "V", run.Pairs(), 0.05 * mS);
        var within = new SymmetryGapJunction(x, "V", (_, _) => ([0, 1], [2, 3]), 0.2 * mS);
        run.Check(Driven(new Network(x, y, between, within), run, x, y), ("x", x), ("y", y));
    }

    [Fact]
    public void Non_reciprocal_with_one_pair_of_weights()
    {
        var run = new ReferenceRun("hh_asymmetric_pairweight");
        var (x, y) = (new HH(3) { V_initializer = run.Start("x") }, new HH(3) { V_initializer = run.Start("y") });
        var gap = new AsymmetryGapJunction(x, "V", y, "V", run.Pairs(), (0.02 * mS, 0.2 * mS));
        run.Check(Driven(new Network(x, y, gap), run, x, y), ("x", x), ("y", y));
    }

    [Fact]
    public void Non_reciprocal_with_a_pair_of_weights_per_junction()
    {
        var run = new ReferenceRun("hh_asymmetric_edgeweights");
        var (x, y) = (new HH(3) { V_initializer = run.Start("x") }, new HH(3) { V_initializer = run.Start("y") });
        var gap = new AsymmetryGapJunction(x, "V", y, "V", run.Pairs(),
            [(0.02 * mS, 0.2 * mS), (0.1 * mS, 0.05 * mS), (0.3 * mS, 0 * mS), (0.04 * mS, 0.04 * mS)]);
        run.Check(Driven(new Network(x, y, gap), run, x, y), ("x", x), ("y", y));
    }

    [Fact]
    public void Joined_to_a_cell_of_another_model()
    {
        var run = new ReferenceRun("hh_with_morrislecar");
        var x = new HH(1) { V_initializer = run.Start("x") };
        var y = new MorrisLecar(1) { V_initializer = run.Start("y") };
        var gap = new SymmetryGapJunction((x, y), "V", (_, _) => ([0], [0]), 0.1 * mS);
        run.Check(Driven(new Network(x, y, gap), run, x, y), ("x", x), ("y", y));
    }

    private static Network Driven(Network network, ReferenceRun run, Neuron x, Neuron y) =>
        network.Drive(x, DriveOf(run.Numbers("I_uA", "x"))).Drive(y, DriveOf(run.Numbers("I_uA", "y")));

    private static Drive DriveOf(double[] uAs) => uAs.Length == 1 ? uAs[0] * uA : Currents(uAs);

    private static Current[] Currents(double[] uAs) => [.. uAs.Select(i => i * uA)];

    private static Conductance[] Conductances(double[] mSs) => [.. mSs.Select(g => g * mS)];
}
