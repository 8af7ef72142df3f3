using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Ports;

/// <summary>What is wrong with inputs, and what the messages say of it.</summary>
public class RefusedPorts
{
    [Fact]
    public void Two_inputs_of_one_name() =>
        Assert.Equal("Model Twice uses the name 'I' twice.", Refused(() => new Twice().Model));

    [Fact]
    public void An_input_that_there_is_not()
    {
        var n = new TwoCompartments(2);
        Assert.Equal("'I' is not an input of TwoCompartments. Its inputs are I_s, I_d. (Parameter 'name')", Refused(() => n.Input("I")));
        Assert.Equal("'I' is not an input of TwoCompartments. Its inputs are I_s, I_d. (Parameter 'name')",
            Refused(() => new SymmetryGapJunction(n, "V_s", One, 1 * mS, inputs: "I")));
        Assert.Equal("'I' is not an input of Deaf. It has none. (Parameter 'name')", Refused(() => new Deaf(1).Input("I")));
    }

    [Fact]
    public void A_drive_of_another_dimension_names_the_input()
    {
        var n = new TwoCompartments(1);
        Assert.Equal("The drive of I_d of TwoCompartments is a conductance (mS), but a current (uA) is needed.",
            Assert.Single(new Network(n).Drive(n.Input("I_d"), 1 * mS).Check()));
    }

    [Fact]
    public void A_weight_that_fits_no_input() =>
        Assert.Equal("The weight 2 uF is a capacitance (uF), but these populations need a conductance (mS) there. (Parameter 'weight')",
            Refused(() => new SymmetryGapJunction(new TwoCompartments(2), "V_d", One, (Quantity)(2 * uF))));

    [Fact]
    public void Junctions_of_one_state_that_enter_two_inputs()
    {
        var n = new TwoCompartments(2);
        Assert.Equal("Junctions that couple V_s of TwoCompartments enter I_s and I_d: all junctions of a state enter one input.",
            Assert.Single(new Network(n, new SymmetryGapJunction(n, "V_s", One, 1 * mS),
                new SymmetryGapJunction(n, "V_s", One, 1 * mS, inputs: "I_d")).Check()));
    }

    private sealed class Twice() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            m.Input("I", Dimension.Current);
            m.Input("I", Dimension.Conductance);
        }
    }
}
