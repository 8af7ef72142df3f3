using Connexon;

using static Connexon.Units;

namespace Outsider;

/// <summary>Junctions whose weights follow a rule that the library does not have, written without access to anything internal.</summary>
public class OwnJunction
{
    private static readonly double[] Places = [0, 10, 30, 60, 100];

    private readonly Integrator _cells = new(5) { start = [4 * mV, 3 * mV, 0 * mV, 1 * mV, -2 * mV] };

    /// <summary>0.2 mS, falling e-fold over 50 um.</summary>
    private static Conductance ByDistance(int i, int j) => 0.2 * mS * Math.Exp(-Math.Abs(Places[i] - Places[j]) / 50);

    [Fact]
    public void A_weight_follows_the_distance_of_the_two_cells()
    {
        var gap = new SymmetryGapJunction(_cells, "V", Connect.AllToAll, JunctionWeight.ByPair(ByDistance));

        Assert.Equal(10, gap.Count);
        for (int k = 0; k < gap.Count; k++) Assert.Equal(ByDistance(gap.PreIds[k], gap.PostIds[k]), gap.Weight[k]);
        Run run = new Network(_cells, gap).Record(gap).Run(1 * ms, dt: 0.1 * ms);
        Assert.Equal(0.2 * Math.Exp(-10.0 / 50) * (4 - 3), run[gap].Number(0, 0), 1e-15);
        Assert.Equal(0.2 * Math.Exp(-100.0 / 50) * (4 + 2), run[gap].Number(0, 3), 1e-15);
    }

    [Fact]
    public void A_weight_follows_the_index_of_the_junction()
    {
        var gap = new SymmetryGapJunction(_cells, "V", Connect.Ring, Init.Each(k => 0.1 * (k + 1) * mS));

        Assert.Equal(Enumerable.Range(1, 5).Select(k => 0.1 * k), gap.Weight.Value.Select(w => w.In(mS)));
    }

    /// <summary>Of 1000 junctions: the logarithms have mean -2 and deviation 0.5, within 5 standard errors.</summary>
    [Fact]
    public void Weights_are_drawn_from_a_distribution_of_ones_own()
    {
        var cells = new Integrator(1000);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring,
            Init.Drawn((random, k, member) => mS * Math.Exp(-2 + 0.5 * random.Normal(k, member))));
        Parameters rules = new Network(cells, gap).Parameters;
        double[] Logarithms(ulong seed) => [.. rules.Drawn(seed).Values(gap.Weight).Select(w => Math.Log(w.In(mS)))];

        double[] drawn = Logarithms(1);
        double mean = drawn.Average(), deviation = Math.Sqrt(drawn.Sum(x => (x - mean) * (x - mean)) / 999);
        Assert.InRange(mean, -2 - 5 * 0.5 / Math.Sqrt(1000), -2 + 5 * 0.5 / Math.Sqrt(1000));
        Assert.InRange(deviation, 0.5 - 5 * 0.5 / Math.Sqrt(2000), 0.5 + 5 * 0.5 / Math.Sqrt(2000));
        Assert.Equal(drawn, Logarithms(1));
        Assert.Equal(1000, drawn.Except(Logarithms(2)).Count());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("The weight of junction 3 is NaN mS: a weight must be finite and not negative. (Parameter 'weight')", Refused(
            JunctionWeight.ByPair((i, j) => (j == 4 ? double.NaN : 1) * mS)));
        Assert.Equal("The weight 10 values 1 .. 1 ms is a time (ms), but these populations need a conductance (mS) there. "
            + "(Parameter 'weight')",
            Refused(JunctionWeight.ByPair((i, j) => 1 * ms)));
        Assert.Equal(
            "1 mS and 1 ms stand side by side, but the first is a conductance (mS), the second a time (ms): give all one dimension.",
            Refused(JunctionWeight.ByPair<Quantity>((i, j) => j == 4 ? 1 * ms : 1 * mS)));
        Assert.Equal("These weights follow from the pairs of neurons that they are for: read them from the junctions, gap.Weight.Value.",
            Assert.Throws<InvalidOperationException>(() => JunctionWeight.ByPair(ByDistance).ToList()).Message);
    }

    private string Refused(JunctionWeight weight) =>
        Assert.Throws<ArgumentException>(() => new SymmetryGapJunction(_cells, "V", Connect.AllToAll, weight)).Message;
}
