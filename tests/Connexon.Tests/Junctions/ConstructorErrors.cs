using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>What a junction refuses to be built from. (More, one by one, under the defects of the original.)</summary>
public class ConstructorErrors
{
    private readonly HH _n = new(3);

    [Fact]
    public void Ragged_ids() =>
        Assert.Equal(
            "The connection function returned 3 pre ids and 2 post ids; it must return one of each per junction. (Parameter 'conn')",
            Refused(() => new SymmetryGapJunction(_n, "V", (_, _) => ([0, 1, 2], [1, 2]), 0.1 * mS)));

    [Fact]
    public void No_ids()
    {
        const string due =
            "The connection function returned no ids; it must return an array of pre ids and one of post ids. (Parameter 'conn')";
        Assert.Equal(due, Refused(() => new SymmetryGapJunction(_n, "V", (_, _) => default, 0.1 * mS)));
        Assert.Equal(due, Refused(() => new SymmetryGapJunction(_n, "V", (_, _) => ([0], null!), 0.1 * mS)));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_weight_that_cannot_be(double weight, string text)
    {
        string next = weight < 0 ? " Repulsive junctions are asked for by negativeWeights: NegativeWeights.Allowed." : "";
        Assert.Equal($"The weight of junction 1 is {text} mS: a weight must be finite and not negative.{next} (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(_n, "V", Of((0, 1), (1, 2)), [0.1 * mS, weight * mS])));
        Assert.Equal($"The weight of junction 0 is {text} mS: a weight must be finite and not negative.{next} (Parameter 'weight')",
            Refused(() => new AsymmetryGapJunction(_n, "V", One, (0.1 * mS, weight * mS))));
    }

    [Fact]
    public void Nothing_to_join()
    {
        Assert.Equal("Value cannot be null. (Parameter 'couples')",
            Refused(() => new SymmetryGapJunction((_n, null!), "V", One, 0.1 * mS)));
        Assert.Equal("Value cannot be null. (Parameter 'conn')", Refused(() => new SymmetryGapJunction(_n, "V", null!, 0.1 * mS)));
        Assert.Equal("Value cannot be null. (Parameter 'weight')", Refused(() => new SymmetryGapJunction(_n, "V", One, null!)));
        Assert.Equal("Value cannot be null. (Parameter 'weight')", Refused(() => new AsymmetryGapJunction(_n, "V", One, null!)));
    }

    [Fact]
    public void The_function_is_called_once_with_the_two_sizes()
    {
        var calls = new List<(int, int)>();

        var gap = new SymmetryGapJunction((_n, new HH((2, 5))), "V", (pre, post) =>
        {
            calls.Add((pre, post));
            return ([0], [9]);
        }, 0.1 * mS);

        Assert.Equal([(3, 10)], calls);
        Assert.Equal([9], gap.PostIds); // flat ids of the grid
    }

    [Fact]
    public void The_ids_are_copied()
    {
        int[] pre = [0, 1], post = [1, 2];

        var gap = new SymmetryGapJunction(_n, "V", (_, _) => (pre, post), 0.1 * mS);
        pre[0] = 99;

        Assert.Equal([0, 1], gap.PreIds);
    }

    [Fact]
    public void No_junctions_are_no_error()
    {
        var gap = new SymmetryGapJunction(_n, "V", (_, _) => ([], []), 0.1 * mS);
        Run run = new Network(_n, gap).Run(0.1 * ms, dt: 0.1 * ms);

        Assert.Equal(0, gap.Count);
        Assert.Empty(run.Kappa);
    }
}
