using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>Lists of pairs and weights that the original took without a word.</summary>
public class DefectsOfLists
{
    private readonly HH _hundred = new(100);

    [Theory]
    [InlineData(100, 3, "Junction 1 joins 100 -> 3, but pre ids go from 0 to 99 and post ids from 0 to 99. (Parameter 'conn')")]
    [InlineData(3, 105, "Junction 1 joins 3 -> 105, but pre ids go from 0 to 99 and post ids from 0 to 99. (Parameter 'conn')")]
    [InlineData(-1, 3, "Junction 1 joins -1 -> 3, but pre ids go from 0 to 99 and post ids from 0 to 99. (Parameter 'conn')")]
    [InlineData(3, int.MinValue,
        "Junction 1 joins 3 -> -2147483648, but pre ids go from 0 to 99 and post ids from 0 to 99. (Parameter 'conn')")]
    public void Ids_out_of_range_or_negative_are_refused(int pre, int post, string message) =>
        Assert.Equal(message, Refused(() => new SymmetryGapJunction(_hundred, "V", Of((0, 1), (pre, post)), 0.1 * mS)));

    [Fact]
    public void Each_side_has_a_range_of_its_own()
    {
        var post = new HH(7);

        Assert.Equal(1, new SymmetryGapJunction((_hundred, post), "V", Of((99, 6)), 0.1 * mS).Count);
        Assert.Equal("Junction 0 joins 99 -> 7, but pre ids go from 0 to 99 and post ids from 0 to 6. (Parameter 'conn')",
            Refused(() => new AsymmetryGapJunction(_hundred, "V", post, "V", Of((99, 7)), (0.1 * mS, 0.1 * mS))));
    }

    [Fact]
    public void Repeated_pairs_add_up_as_listed_and_are_reported()
    {
        var cells = new Passive(3) { V_initializer = [-60 * mV, -50 * mV, 0 * mV] };
        var gap = new SymmetryGapJunction(cells, "V", Of((0, 1), (1, 0), (0, 1), (2, 2)), [0.1 * mS, 0.2 * mS, 0.4 * mS, 5 * mS]);

        Run run = new Network(cells, gap).Run(0.1 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        Assert.Equal(new ListingReport(Junctions: 4, Pairs: 1, Duplicates: 1, Mirrored: 1, SelfPairs: 1), gap.Report);
        Assert.False(gap.Report.IsPlain);
        Assert.Equal(-60 + 0.1 * 0.7 * 10, run[cells.V].Number(1, 0), 1e-12);
        Assert.Equal(-50 - 0.1 * 0.7 * 10, run[cells.V].Number(1, 1), 1e-12);
        Assert.Equal(0, run[cells.V].Number(1, 2));
        Assert.Equal([0.07, 0.07], [.. run.Kappa.Select(k => Math.Round(k, 12))]); // a self pair is no coupling
    }

    [Fact]
    public void Each_pair_once_keeps_the_first_and_drops_self_pairs()
    {
        var cells = new Passive(3) { V_initializer = [-60 * mV, -50 * mV, 0 * mV] };
        var gap = new SymmetryGapJunction(cells, "V", Of((1, 0), (2, 2), (0, 1), (1, 2), (1, 0)), 0.1 * mS, listing: Listing.EachPairOnce);

        Assert.Equal([1, 1], gap.PreIds);
        Assert.Equal([0, 2], gap.PostIds);
        Assert.Equal([0.1, 0.1], [.. gap.Weight.Value.Select(w => w.Value)]);
        Assert.Equal(new ListingReport(5, 2, 1, 1, 1), gap.Report);
        Run run = new Network(cells, gap).Run(0.1 * ms, dt: 0.1 * ms, Method.ExponentialEuler);
        Assert.Equal(-60 + 0.1 * 0.1 * 10, run[cells.V].Number(1, 0), 1e-12);
    }

    [Fact]
    public void Each_pair_once_needs_one_weight_for_a_pair() =>
        Assert.Equal(
            "Junctions 0 and 1 list the pair 1 - 0 with weights 0.1 mS and 0.2 mS: "
            + "with Listing.EachPairOnce all listings of a pair need one "
            + "weight; use Listing.AsListed to add them up. (Parameter 'listing')",
            Refused(() => new SymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 0)), [0.1 * mS, 0.2 * mS], listing: Listing.EachPairOnce)));

    [Fact]
    public void A_mirrored_listing_of_an_asymmetric_junction_has_its_weights_swapped()
    {
        AsymmetricWeight swapped = [(0.1 * mS, 0.2 * mS), (0.2 * mS, 0.1 * mS)], equal = [(0.1 * mS, 0.2 * mS), (0.1 * mS, 0.2 * mS)];

        Assert.Equal(1, new AsymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 0)), swapped, listing: Listing.EachPairOnce).Count);
        Assert.StartsWith("Junctions 0 and 1 list the pair 1 - 0",
            Refused(() => new AsymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 0)), equal, listing: Listing.EachPairOnce)));
    }

    [Fact]
    public void As_an_error_a_repeated_pair_and_a_self_pair_are_named()
    {
        Assert.Equal("Junction 2 joins 5 -> 4, a pair that junction 0 joins already. Listing.AsListed adds repeated pairs up, "
            + "Listing.EachPairOnce keeps one. (Parameter 'listing')",
            Refused(() => new SymmetryGapJunction(_hundred, "V", Of((4, 5), (5, 6), (5, 4)), 0.1 * mS, listing: Listing.Error)));
        Assert.Equal(
            "Junction 1 joins neuron 7 to itself, which carries nothing. Listing.AsListed keeps it, Listing.EachPairOnce drops it. "
            + "(Parameter 'listing')",
            Refused(() => new SymmetryGapJunction(_hundred, "V", Of((4, 5), (7, 7)), 0.1 * mS, listing: Listing.Error)));
        Assert.Equal(2, new SymmetryGapJunction(_hundred, "V", Of((4, 5), (5, 6)), 0.1 * mS, listing: Listing.Error).Count);
    }

    [Fact]
    public void Between_two_populations_neither_mirrors_nor_self_pairs_exist()
    {
        var gap = new SymmetryGapJunction((new HH(3), new HH(3)), "V", Of((0, 1), (1, 0), (2, 2), (2, 2)), 0.1 * mS);

        Assert.Equal(new ListingReport(Junctions: 4, Pairs: 3, Duplicates: 1, Mirrored: 0, SelfPairs: 0), gap.Report);
    }

    [Fact]
    public void All_to_all_lists_each_pair_once_so_that_nothing_doubles() =>
        Assert.Equal(new ListingReport(4950, 4950, 0, 0, 0), new SymmetryGapJunction(_hundred, "V", Connect.AllToAll, 0.1 * mS).Report);

    [Fact]
    public void Connection_rules_can_be_passed_as_conn()
    {
        int Junctions(ConnectionFunction rule) => new SymmetryGapJunction(_hundred, "V", rule, 0.1 * mS, listing: Listing.Error).Count;

        Assert.Equal(100, Junctions(Connect.Ring));
        Assert.Equal(4950, Junctions(Connect.AllToAll));
        Assert.Equal(2, Junctions(Connect.Pairs((0, 1), (4, 7))));
        Assert.Equal(2, Junctions((pre, post) => ([0, 1], [pre - 1, post - 1]))); // a function of one's own
        Assert.Equal(100, new SymmetryGapJunction((_hundred, new HH(100)), "V", Connect.OneToOne, 0.1 * mS).Count);
    }

    [Fact]
    public void One_weight_serves_all_and_a_list_has_one_for_each()
    {
        Conductance[] listed = [0.1 * mS, 0.2 * mS];

        Assert.Equal([0.1, 0.1], Weights(0.1 * mS));
        Assert.Equal([0.1, 0.2], Weights(listed));
        Assert.Equal([0.1, 0.2], Weights([0.1 * mS, 0.2 * mS]));
        Assert.Equal([0.5, 1.5], Weights(Init.Each(k => (k + 0.5) * mS)));
        Assert.Equal("1 weights for 2 junctions: give one weight, or exactly one per junction. (Parameter 'weight')",
            Refused(() => Weights([0.1 * mS])));
        Assert.Equal("3 weights for 2 junctions: give one weight, or exactly one per junction. (Parameter 'weight')",
            Refused(() => Weights([0.1 * mS, 0.2 * mS, 0.3 * mS])));

        double[] Weights(JunctionWeight w) =>
            [.. new SymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 2)), w).Weight.Value.Select(q => q.Value)];
    }

    [Fact]
    public void Two_pairs_of_weights_for_two_junctions_are_one_pair_each()
    {
        var gap = new AsymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 2)), [(0.1 * mS, 0.2 * mS), (0.3 * mS, 0.4 * mS)]);
        var one = new AsymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 2)), (0.1 * mS, 0.2 * mS));

        Assert.Equal([0.1, 0.3], [.. gap.WeightToPost.Value.Select(w => w.Value)]);
        Assert.Equal([0.2, 0.4], [.. gap.WeightToPre.Value.Select(w => w.Value)]);
        Assert.Equal([0.2, 0.2], [.. one.WeightToPre.Value.Select(w => w.Value)]);
    }

    [Fact]
    public void Weights_must_be_finite_and_not_negative_also_when_they_are_set()
    {
        var gap = new SymmetryGapJunction(_hundred, "V", Of((0, 1), (1, 2)), 0.1 * mS);

        Network network = new(_hundred, gap);
        Session session = network.Start(0.01 * ms, changes: gap.Weight);

        Assert.Equal("The weight of junction 1 is -0.1 mS: a weight must be finite and not negative. "
            + "Repulsive junctions are asked for by negativeWeights: NegativeWeights.Allowed.",
            Assert.Throws<ArgumentException>(() => session[gap.Weight, 1] = -0.1 * mS).Message);
        Assert.Equal("The weight of junction 1 is NaN mS: a weight must be finite and not negative. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => network.Parameters.With(gap.Weight, [0.3 * mS, double.NaN * mS])).Message);
        Assert.Equal("Number 0 of weight of junctions HH - HH (2) is a conductance (mS), but 0.1 ms is a time (ms).",
            Assert.Throws<ArgumentException>(() => session[gap.Weight, 0] = 0.1 * ms).Message);
        Assert.Equal("weight of junctions HH - HH (2) has 1 values for 2 junctions: give one value, or exactly one per junction. "
            + "(Parameter 'values')",
            Assert.Throws<ArgumentException>(() => network.Parameters.With(gap.Weight, [0.1 * mS])).Message);
        Assert.Equal([0.1, 0.1], [.. session.Parameters.Values(gap.Weight).Select(w => w.Value)]);
        session[gap.Weight, 1] = 0.2 * mS;
        Assert.Equal(0.2 * mS, session[gap.Weight, 1]);
        Assert.Equal(0.1 * mS, gap.Weight[1]); // what it was built with
    }
}
