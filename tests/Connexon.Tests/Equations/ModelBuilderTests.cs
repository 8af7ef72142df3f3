using static Connexon.Units;

namespace Connexon.Tests.Equations;

public class ModelBuilderTests
{
    [Fact]
    public void Notes_of_a_rising_threshold_follow_the_crossing_not_the_level()
    {
        var n = new Ramp();
        Run run = new Network(n).Record(n["last"]).Record(n["V"]).Run(5 * ms, 0.5 * ms);
        // V = t crosses 2.25 in the step from 2 to 2.5 and stays above.
        Assert.Equal([5L], run.Spikes(n).Steps(0));
        Assert.Equal(2, run[n["last"]].Number(10, 0));
        Assert.Equal(5, run[n["V"]].Number(10, 0), 1e-14);
    }

    [Fact]
    public void Requirements_can_only_be_of_parameters()
    {
        var e = Assert.Throws<ArgumentException>(() => new Demanding().Model);
        Assert.Equal("Model Demanding requires V < 0 mV: only parameters can be required of.", e.Message);
    }

    [Fact]
    public void A_state_that_was_not_defined_is_named_with_those_that_were()
    {
        var e = Assert.Throws<ArgumentException>(() => new Lost().Model);
        Assert.Equal("Model Lost has no state 'v' so far. Its states are V.", e.Message);
    }

    private sealed class Ramp() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<double>("V", 0), last = m.State<Time>("last", -1 * ms);
            m.Derivative(V, 1 / ms);
            m.SpikeWhenRising(V, above: 2.25);
            m.AtSpike((last, m.Time));
        }
    }

    private sealed class Demanding() : Neuron(1)
    {
        protected override void Define(ModelBuilder m) => m.Require(m.State<Voltage>("V", 0 * mV) < 0 * mV);
    }

    private sealed class Lost() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            m.State<Voltage>("V", 0 * mV);
            _ = m["v"];
        }
    }
}
