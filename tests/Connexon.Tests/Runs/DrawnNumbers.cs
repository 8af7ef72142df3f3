using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>Random values are functions of the run's seed, of whose they are, of their name and index.</summary>
public class DrawnNumbers
{
    private readonly HH _first = new(5) { C = Init.Uniform(0.5 * uF, 2 * uF) }, _second = new(5) { C = Init.Uniform(0.5 * uF, 2 * uF) };

    [Fact]
    public void Two_populations_differ_from_each_other_and_from_another_seeds()
    {
        Parameters rules = new Network(_first, _second).Parameters;
        double[] a = C(rules.Drawn(1), _first), b = C(rules.Drawn(1), _second), c = C(rules.Drawn(2), _first);

        Assert.All([.. a, .. b, .. c], x => Assert.InRange(x, 0.5, 2));
        Assert.Equal(15, new HashSet<double>([.. a, .. b, .. c]).Count);
        Assert.Equal(a, C(rules.Drawn(1), _first));
    }

    [Fact]
    public void A_run_hands_back_what_it_drew_and_runs_on_it_to_the_same_bits()
    {
        Network network = Weighed(_first, out SymmetryGapJunction gap);
        Run run = network.Run(5 * ms, 0.05 * ms, seed: 3);

        Assert.False(network.Parameters.AreNumbers);
        Assert.True(run.Parameters.AreNumbers);
        Assert.Equal(C(network.Parameters.Drawn(3), _first), C(run.Parameters, _first));
        Assert.All(run.Parameters.Values(gap.Weight), w => Assert.InRange(w.Value, 0.1, 0.2));
        Run again = network.Run(5 * ms, 0.05 * ms, seed: 77, parameters: run.Parameters); // nothing is left to draw
        Assert.Equal(run[_first.V].Numbers(4), again[_first.V].Numbers(4));
        Assert.NotEqual(run[_first.V].Numbers(4), network.Run(5 * ms, 0.05 * ms, seed: 4)[_first.V].Numbers(4));
    }

    [Fact]
    public void What_is_added_moves_nothing_that_was_there()
    {
        Network alone = Weighed(_first, out SymmetryGapJunction gap).Drive(_first, Drive.WhiteNoise(2 * uA, 1 * ms)).Record(_first.V);
        var more = new SymmetryGapJunction(_second, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS));
        Network together = new Network(_first, _second, gap, more)
            .Drive(_second, Drive.WhiteNoise(2 * uA, 1 * ms)).Drive(_first, Drive.WhiteNoise(2 * uA, 1 * ms)).Record(_first.V);

        Assert.Equal(alone.Run(2 * ms, 0.05 * ms, seed: 5)[_first.V].Numbers(2),
            together.Run(2 * ms, 0.05 * ms, seed: 5)[_first.V].Numbers(2));
        Assert.NotEqual(together.Parameters.Drawn(5).Values(gap.Weight), together.Parameters.Drawn(5).Values(more.Weight));
    }

    [Fact]
    public void Two_drives_of_one_population_are_two_noises()
    {
        var cells = new Physics.Passive(1) { V_initializer = 0 * mV };
        Drive noise = Drive.WhiteNoise(1 * uA, 1 * ms);
        double End(params Drive[] drives) => drives.Aggregate(new Network(cells), (n, d) => n.Drive(cells, d))
            .Run(1 * ms, 0.1 * ms)[cells.V].Number(10, 0);
        double rest = End(), one = End(noise) - rest, two = End(noise, noise) - rest;
        Assert.True(Math.Abs(two - 2 * one) > 0.1 * Math.Abs(one), $"one {one}, two {two}");
    }

    [Fact]
    public void Weights_that_are_drawn_are_known_in_a_run_only()
    {
        Weighed(_first, out SymmetryGapJunction gap);
        Assert.Equal("The weights of the junctions HH - HH (5) are drawn (uniform 0.1 mS .. 0.2 mS) when a run begins: read them from "
            + "run.Parameters.",
            Assert.Throws<InvalidOperationException>(() => gap.Weight[0]).Message);
    }

    [Fact]
    public void Weights_that_are_drawn_negative_are_refused_before_the_first_step()
    {
        var gap = new SymmetryGapJunction(_first, "V", Connect.Ring, Init.Uniform(-2 * mS, -1 * mS));
        string message = Assert.Throws<NetworkException>(() => new Network(_first, gap).Run(1 * ms, 0.1 * ms)).Message;
        Assert.Matches(@"^HH-HH: The weight of junction 0 is -1\.\d+ mS: a weight must be finite and not negative\.", message);
    }

    private static Network Weighed(HH cells, out SymmetryGapJunction gap) =>
        new(cells, gap = new SymmetryGapJunction(cells, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS)));

    private static double[] C(Parameters p, HH cells) => [.. p.Values(cells.Parameter("C")).Select(q => q.Value)];
}
