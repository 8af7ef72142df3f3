using CsCheck;
using static Connexon.Tests.Junctions.ConnectTests;

namespace Connexon.Tests.Junctions;

public class RandomConnectTests
{
    [Fact]
    public void Random_rules_list_each_pair_once_and_give_the_same_pairs_again()
        => Gen.Select(Gen.Int[1, 60], Gen.Double[0, 1], Gen.ULong).Sample((size, p, seed) =>
        {
            var positions = Positions(size);
            ConnectionFunction[] rules =
            [
                Connect.Random(p, seed), Connect.SmallWorld((size - 1) / 2 * 2, p, seed), Connect.SmallWorld((size - 1) / 4 * 2, p, seed),
                Connect.FixedDegree((int)(p * (size - 1)) / 2 * 2, seed), Connect.DistanceDependent(positions, d => p * Math.Exp(-d), seed),
            ];
            foreach (var rule in rules)
            {
                var pairs = Pairs(rule, size);
                AssertProper(pairs);
                Assert.Equal(pairs.Order(), pairs);
                Assert.Equal(pairs, Pairs(rule, size));
            }
        }, iter: 200, seed: "0000KOIPe036");

    [Theory]
    [InlineData(500, 500, false, 0.1, 124_750)]
    [InlineData(500, 500, true, 0.1, 250_000)]
    [InlineData(300, 700, false, 0.9, 210_000)]
    public void Random_joins_a_share_p_of_the_pairs_evenly(int pre, int post, bool between, double p, int candidates)
    {
        var pairs = Pairs(Connect.Random(p, 3, between), pre, post);
        double deviation = Math.Sqrt(candidates * p * (1 - p));
        Assert.InRange(pairs.Length, candidates * p - 4 * deviation, candidates * p + 4 * deviation);
        Assert.Equal(pairs.Length, pairs.ToHashSet().Count);
        Assert.InRange(pairs.Max(x => x.Item1), pre - 20, pre - 1);
        Assert.Equal(post - 1, pairs.Max(x => x.Item2));
        int early = pairs.Count(x => x.Item2 < post / 2 && (between || pre != post)), half = pre * (post / 2);
        if (early > 0) // half of the columns hold half of the pairs
            Assert.InRange(early, half * p - 4 * deviation, half * p + 4 * deviation);
    }

    [Fact]
    public void Random_graphs_have_binomial_degrees()
    {
        int[] degrees = Degrees(Connect.Random(0.02, 8), 2000);
        double mean = degrees.Average(), variance = degrees.Average(d => (d - mean) * (d - mean));
        Assert.InRange(mean, 39.98 - 0.8, 39.98 + 0.8); // 4 standard errors: 4 sqrt(2 * 39.2 / 2000)
        Assert.InRange(variance, 39.2 * 0.87, 39.2 * 1.13); // 4 sqrt(2 / 2000)
    }

    [Fact]
    public void Random_of_probability_0_joins_none_and_of_1_all()
    {
        Assert.Equal([], Pairs(Connect.Random(0), 100));
        Assert.Equal([], Pairs(Connect.Random(1e-300), 100_000));
        Assert.Equal(Pairs(Connect.AllToAll, 30), Pairs(Connect.Random(1), 30));
        Assert.Equal(Pairs(Connect.AllToAll, 3, 4), Pairs(Connect.Random(1), 3, 4));
        Assert.Equal([], Pairs(Connect.Random(1), 1));
        Assert.Equal("Connect.Random was given the probability 1.5; give one from 0 to 1. (Parameter 'p')",
            Refused(() => Connect.Random(1.5)));
    }

    [Fact]
    public void Seeds_give_different_graphs()
    {
        Assert.NotEqual(Pairs(Connect.Random(0.1, 1), 100), Pairs(Connect.Random(0.1, 2), 100));
        Assert.NotEqual(Pairs(Connect.FixedDegree(3, 1), 100), Pairs(Connect.FixedDegree(3, 2), 100));
        Assert.NotEqual(Pairs(Connect.SmallWorld(4, 0.3, 1), 100), Pairs(Connect.SmallWorld(4, 0.3, 2), 100));
    }

    [Fact]
    public void A_million_random_junctions_among_a_million_cells()
    {
        double mean = 2e-6 * (1e6 * 999_999 / 2);
        Assert.InRange(Connect.Random(2e-6, 1)(1_000_000, 1_000_000).PreIds.Length, mean - 4000, mean + 4000);
        Assert.Equal(1_000_000, Connect.FixedDegree(10, 1)(200_000, 200_000).PreIds.Length);
        Assert.Equal(1_000_000, Connect.SmallWorld(10, 0.1, 1)(200_000, 200_000).PreIds.Length);
        Assert.Equal(1_998_000, Connect.Grid(1000, 1000)(1_000_000, 1_000_000).PreIds.Length);
    }

    [Fact]
    public void Fixed_degree_gives_every_cell_that_degree_wherever_such_a_graph_exists()
    {
        for (int size = 1; size <= 13; size++)
            for (int k = 0; k < size; k++)
                if (size * k % 2 == 0)
                    Assert.All(Degrees(Connect.FixedDegree(k, 5), size), d => Assert.Equal(k, d));
        Assert.All(Degrees(Connect.FixedDegree(499, 5), 1000), d => Assert.Equal(499, d));
    }

    [Fact]
    public void Fixed_degree_says_why_there_is_no_such_graph()
    {
        Assert.Equal("5 cells cannot have 5 partners each; at most 4 are possible.", Refused(() => Connect.FixedDegree(5)(5, 5)));
        Assert.Equal("5 cells cannot have 3 partners each: 5 x 3 loose ends do not make pairs. Make one of the two numbers even.",
            Refused(() => Connect.FixedDegree(3)(5, 5)));
        Assert.Equal("Connect.FixedDegree was given -1 partners per cell; give 0 or more. (Parameter 'k')",
            Refused(() => Connect.FixedDegree(-1)));
    }

    [Fact]
    public void All_pairs_are_equally_likely_at_a_fixed_degree()
    {
        // 2-regular graphs of 5 cells are the 12 cycles; each of the 10 pairs is in half of them.
        var count = new Dictionary<(int, int), int>();
        for (ulong seed = 0; seed < 2000; seed++)
            foreach (var pair in Pairs(Connect.FixedDegree(2, seed), 5))
                count[pair] = count.GetValueOrDefault(pair) + 1;
        Assert.Equal(10, count.Count);
        Assert.All(count.Values, c => Assert.InRange(c, 910, 1090)); // 4 sqrt(2000 / 4)
    }

    [Fact]
    public void A_small_world_is_the_ring_at_0_and_keeps_its_number_of_junctions()
    {
        Assert.Equal(Pairs(Connect.Torus(1, 9), 9), Pairs(Connect.SmallWorld(2, 0), 9));
        Assert.Equal([(0, 1), (0, 2), (0, 4), (0, 5), (1, 2), (1, 3), (1, 5), (2, 3), (2, 4), (3, 4), (3, 5), (4, 5)],
            Pairs(Connect.SmallWorld(4, 0), 6));
        var moved = Pairs(Connect.SmallWorld(6, 0.2, 4), 2000);
        Assert.Equal(6000, moved.Length);
        int far = moved.Count(p => Math.Min(p.Item2 - p.Item1, 2000 - p.Item2 + p.Item1) > 3);
        Assert.InRange(far, 1200 - 130, 1200 + 130); // 0.2 * 6000, less the few that move nearby; 4 sqrt(6000 * 0.2 * 0.8)
        Assert.Equal(Pairs(Connect.AllToAll, 5), Pairs(Connect.SmallWorld(4, 1), 5)); // nowhere to move to
    }

    [Fact]
    public void A_small_world_refuses_what_it_cannot_do()
    {
        Assert.Equal("Connect.SmallWorld was given 3 nearest neighbours, half of them on each side; give an even number. (Parameter 'k')",
            Refused(() => Connect.SmallWorld(3, 0.1)));
        Assert.Equal("6 cells cannot have 6 nearest neighbours each; at most 5 are possible.",
            Refused(() => Connect.SmallWorld(6, 0.1)(6, 6)));
    }

    [Fact]
    public void Distance_decides_who_is_joined()
    {
        double[,] line = { { 0 }, { 1 }, { 2.5 }, { -1 } };
        Assert.Equal([(0, 1), (0, 3)], Pairs(Connect.DistanceDependent(line, d => d <= 1 ? 1 : 0), 4));
        Assert.Equal([(0, 1), (0, 3), (1, 2)], Pairs(Connect.DistanceDependent(line, _ => 1, maxDistance: 1.5), 4));
        Assert.Equal([(0, 0), (1, 1)],
            Pairs(Connect.DistanceDependent(line, _ => 1, maxDistance: 0.5, postPositions: new[,] { { 0.2 }, { 1.5 } }), 4, 2));
        double[,] space = { { 0, 0, 0 }, { 3, 4, 12 }, { 3, 4, 12.001 } };
        Assert.Equal([(0, 1), (1, 2)], Pairs(Connect.DistanceDependent(space, d => d <= 13 ? 1 : 0), 3));
    }

    [Fact]
    public void Distance_dependent_pairs_follow_the_probability_and_do_not_depend_on_the_limit()
    {
        var positions = Positions(1500);
        Func<double, double> law = d => d < 2 ? 0.3 : 0;
        var pairs = Pairs(Connect.DistanceDependent(positions, law, 6), 1500);
        Assert.Equal(pairs, Pairs(Connect.DistanceDependent(positions, law, 6, maxDistance: 2), 1500));
        int within = Pairs(Connect.DistanceDependent(positions, d => d < 2 ? 1 : 0), 1500).Length;
        Assert.True(within > 10_000);
        Assert.InRange(pairs.Length, within * 0.3 - 4 * Math.Sqrt(within * 0.21), within * 0.3 + 4 * Math.Sqrt(within * 0.21));
    }

    [Fact]
    public void Distance_dependence_refuses_with_the_numbers()
    {
        double[,] line = { { 0 }, { 1 } };
        Assert.Equal("The probability at distance 1 is 1.7; it must be from 0 to 1.",
            Refused(() => Connect.DistanceDependent(line, _ => 1.7)(2, 2)));
        Assert.Equal("Connect.DistanceDependent has positions of 2 and 2 cells, but the populations have 3 and 2.",
            Refused(() => Connect.DistanceDependent(line, _ => 1)(3, 2)));
        Assert.Equal("Coordinate 0 of cell 0 is NaN; give a finite number. (Parameter 'positions')",
            Refused(() => Connect.DistanceDependent(new[,] { { double.NaN } }, _ => 1)));
    }

    // Cells in a square of side 10.
    private static double[,] Positions(int size)
    {
        var random = new CounterRandom(9, 9);
        var positions = new double[size, 2];
        for (int i = 0; i < size; i++)
            (positions[i, 0], positions[i, 1]) = (10 * random.Uniform((ulong)i, 0) - 5, 10 * random.Uniform((ulong)i, 1) - 5);
        return positions;
    }
}
