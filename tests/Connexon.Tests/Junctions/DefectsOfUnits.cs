using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>Units, states and targets that the original found wrong only in a run, or never.</summary>
public class DefectsOfUnits
{
    [Fact]
    public void The_unit_of_a_weight_is_checked_at_construction()
    {
        Assert.Equal("The weight 0.1/ms is a rate (1/ms), but these populations need a conductance (mS) there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new HH(2), "V", One, 0.1 * kHz)));
        Assert.Equal("The weight 0.1 is a pure number, but these populations need a conductance (mS) there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new HH(2), "V", One, 0.1 * one)));
        Assert.Equal("The weight 0.1 mS is a conductance (mS), but these populations need a rate (1/ms) there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new Izhikevich(2), "V", One, 0.1 * mS)));
        Assert.Equal("The weight 0.1 mS is a conductance (mS), but these populations need a pure number there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new FitzHughNagumo(2), "V", One, 0.1 * mS)));
        Assert.Equal(Dimension.Rate, new SymmetryGapJunction(new Izhikevich(2), "V", One, 0.1 * kHz).WeightDimension);
        Assert.Equal(Dimension.None, new SymmetryGapJunction(new FitzHughNagumo(2), "V", One, 0.1 * one).WeightDimension);
    }

    [Fact]
    public void A_list_of_weights_has_one_unit()
    {
        Assert.Equal("0.1 mS and 0.1/ms stand side by side, but the first is a conductance (mS), the second a rate (1/ms): "
            + "give all one dimension.",
            Refused(() => new SymmetryGapJunction(new HH(3), "V", Of((0, 1), (1, 2)), [0.1 * mS, 0.1 * kHz])));
        Assert.Equal(
            "0.1 mS and 0.1 stand side by side, but the first is a conductance (mS), the second a pure number: give all one dimension.",
            Refused(() => new AsymmetryGapJunction(new HH(3), "V", Of((0, 1), (1, 2)), [(0.1 * mS, 0.1 * mS), new(0.1 * mS, 0.1 * one)])));
        Assert.StartsWith("The weight 0.1/ms is a rate (1/ms), but these populations need a conductance (mS) there.",
            Refused(() => new AsymmetryGapJunction(new HH(3), "V", One, ((Quantity)(0.1 * mS), (Quantity)(0.1 * kHz)))));
    }

    [Fact]
    public void A_rule_for_weights_has_a_unit_too()
    {
        Assert.Equal("The weight uniform 0.1/ms .. 0.2/ms is a rate (1/ms), but these populations need a conductance (mS) there. "
            + "(Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new HH(2), "V", One, Init.Uniform<Quantity>(0.1 * kHz, 0.2 * kHz))));
        Assert.Equal("0.1 mS and 0.2 ms stand side by side, but the first is a conductance (mS), the second a time (ms): "
            + "give all one dimension.",
            Refused(() => Init.Normal<Quantity>(0.1 * mS, 0.2 * ms)));
        Assert.Equal("The weight one each is a time (ms), but these populations need a conductance (mS) there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new HH(2), "V", One, Init.Each<Quantity>(_ => 0.1 * ms))));
        Assert.Equal("0.1 mS and 0.1 ms stand side by side, but the first is a conductance (mS), the second a time (ms): "
            + "give all one dimension.",
            Refused(() =>
                new SymmetryGapJunction(new HH(3), "V", Of((0, 1), (1, 2)), Init.Each<Quantity>(k => k == 0 ? 0.1 * mS : 0.1 * ms))));
    }

    [Fact]
    public void A_state_must_exist_when_the_junction_is_built()
    {
        Assert.Equal("'v' is not a state of HH. Its states are V, m, h, n. Did you mean 'V'? (Parameter 'states')",
            Refused(() => new SymmetryGapJunction(new HH(2), "v", One, 0.1 * mS)));
        Assert.Equal("'Vm' is not a state of Izhikevich. Its states are V, u. (Parameter 'states')",
            Refused(() => new AsymmetryGapJunction(new HH(2), "V", new Izhikevich(2), "Vm", One, (0.1 * mS, 0.1 * mS))));
    }

    [Fact]
    public void A_target_must_have_an_input() =>
        Assert.Equal("Deaf has no input, so that a junction cannot drive it: give the model an Input. (Parameter 'couples')",
            Refused(() => new SymmetryGapJunction((new HH(2), new Deaf(2)), "V", One, 0.1 * mS)));

    [Fact]
    public void Both_sides_must_be_alike()
    {
        Assert.Equal("A junction joins like to like, but V of HH is a voltage (mV) and V of FitzHughNagumo is a pure number. "
            + "(Parameter 'states')",
            Refused(() => new SymmetryGapJunction((new HH(2), new FitzHughNagumo(2)), "V", One, 0.1 * mS)));
        Assert.Equal(
            "The input of HH is a current (uA) and that of Izhikevich is a voltage per time (mV/ms): one junction cannot drive both. "
            + "(Parameter 'couples')",
            Refused(() => new SymmetryGapJunction((new HH(2), new Izhikevich(2)), "V", One, 0.1 * mS)));
    }

    [Fact]
    public void The_documentation_example_of_asymmetry_runs()
    {
        var pre = new LIF(100) { V_rest = -65 * mV, V_th = -50 * mV, V_reset = -65 * mV, V_initializer = -55 * mV };
        var post = new LIF(50) { V_rest = -65 * mV, V_th = -50 * mV, V_reset = -65 * mV, V_initializer = -65 * mV };
        var gap = new AsymmetryGapJunction(
            pre: pre, preState: "V", post: post, postState: "V", conn: (_, _) => ([0, 1, 2], [0, 1, 2]), weight: (0.1 * mS, 0.2 * mS));
        pre.InitState(batchSize: 1);
        post.InitState(batchSize: 1);

        JunctionCurrents d = gap.Update();

        Assert.Equal([1, 1, 1, 0], [.. Enumerable.Range(0, 4).Select(i => Math.Round(d.Post[i].Value, 12))]);
        Assert.Equal([-2, -2, -2, 0], [.. Enumerable.Range(0, 4).Select(i => Math.Round(d.Pre[i].Value, 12))]);
    }
}
