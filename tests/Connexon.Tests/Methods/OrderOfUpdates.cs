using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>ExponentialEuler updates the states of a cell that is reset in the order of declaration; all others at once.</summary>
public sealed class OrderOfUpdates
{
    private const double X = 0.5, Y = -0.25, Dt = 0.125;

    // x' = y, y' = x: one step by hand.
    [Theory]
    [InlineData(Rule.Reset, X + Dt * Y, Y + Dt * (X + Dt * Y))]
    [InlineData(Rule.Rising, X + Dt * Y, Y + Dt * X)]
    [InlineData(Rule.NoReset, X + Dt * Y, Y + Dt * X)]
    [InlineData(Rule.NoSpike, X + Dt * Y, Y + Dt * X)]
    [InlineData(Rule.ResetOtherOrder, X + Dt * (Y + Dt * X), Y + Dt * X)]
    public void One_step_by_hand(Rule rule, double x, double y)
    {
        var n = new Pair(rule);
        Run run = new Network(n).Record(n["x"]).Record(n["y"]).Run(Dt * ms, Dt * ms, Method.ExponentialEuler);
        Assert.Equal(x, run[n["x"]].Number(1, 0), 1e-16);
        Assert.Equal(y, run[n["y"]].Number(1, 0), 1e-16);
    }

    public enum Rule { Reset, Rising, NoReset, NoSpike, ResetOtherOrder }

    private sealed class Pair(Rule rule) : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            string[] order = rule == Rule.ResetOtherOrder ? ["y", "x"] : ["x", "y"];
            foreach (string name in order) m.State(name, name == "x" ? X : Y);
            Expr x = m["x"], y = m["y"];
            m.Derivative(x, y / ms);
            m.Derivative(y, x / ms);
            if (rule == Rule.Rising) m.SpikeWhenRising(x, above: 10);
            else if (rule == Rule.NoReset) m.SpikeWhen(x, reaches: 10);
            else if (rule != Rule.NoSpike) m.SpikeWhen(x, reaches: 10, (x, 0));
        }
    }
}
