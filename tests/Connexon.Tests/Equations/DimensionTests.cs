using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Equations;

/// <summary>An equation that joins unlike dimensions is refused when the model is defined, with the equation and both dimensions.</summary>
public class DimensionTests
{
    [Fact]
    public void Slope_of_the_wrong_dimension() => Refused(
        "dV/dt of Written must be a voltage per time (mV/ms), but -(gL * (V - EL)) is a current (uA).",
        (m, V, gL, EL) => m.Derivative(V, -(gL * (V - EL))));

    [Fact]
    public void Sum_of_a_voltage_and_a_conductance() => Refused(
        "dV/dt of Written: V + gL joins V, which is a voltage (mV), and gL, which is a conductance (mS). In: (V + gL) / (1 ms).",
        (m, V, gL, _) => m.Derivative(V, (V + gL) / (1 * ms)));

    [Fact]
    public void Exponential_of_a_voltage() => Refused(
        "x of Written: exp(V) needs a pure number, but V is a voltage (mV). In: 1 / (1 + exp(V)).",
        (m, V, _, _) => m.Let("x", 1 / (1 + Exp(V))));

    [Fact]
    public void Gate_whose_rates_are_no_rates() => Refused(
        "dh/dt of Written must be a rate (1/ms), but 0.07 * (1 - h) - 0.1 * h is a pure number.",
        (m, _, _, _) => m.Gate("h", alpha: 0.07, beta: 0.1));

    [Fact]
    public void Threshold_that_is_a_conductance() => Refused(
        "the threshold of V of Written must be a voltage (mV), but gL is a conductance (mS).",
        (m, V, gL, _) => m.SpikeWhen(V, reaches: gL));

    [Fact]
    public void Power_with_an_exponent_that_is_not_a_literal() => Refused(
        "x of Written: V is a voltage (mV); its exponent gL / (1 mS) must then be a literal number. In: V^(gL / (1 mS)).",
        (m, V, gL, _) => m.Let("x", Pow(V, gL / (1 * mS))));

    [Fact]
    public void Roots_and_powers_have_the_dimension_that_they_must()
    {
        var model = new Written((m, V, gL, EL) => m.Derivative(V, Sqrt(Pow(V - EL, 2)) * Pow(gL, -1) * gL / (1 * ms))).Model;
        Assert.NotNull(model.States[0].Slope);
    }

    [Fact]
    public void Weight_of_Izhikevich_is_a_rate()
    {
        var n = new Izhikevich(2);
        var gap = new SymmetryGapJunction(n, "V", (_, _) => ([0], [1]), 0.1 * kHz);
        Assert.Equal(Dimension.Rate, gap.WeightDimension);
        var e = Assert.Throws<ArgumentException>(() => new SymmetryGapJunction(n, "V", (_, _) => ([0], [1]), 0.1 * mS));
        Assert.Equal("The weight 0.1 mS is a conductance (mS), but these populations need a rate (1/ms) there. (Parameter 'weight')",
            e.Message);
    }

    [Fact]
    public void Weight_of_FitzHughNagumo_is_a_pure_number_and_w_can_be_coupled_too()
    {
        var n = new FitzHughNagumo(2) { V_initializer = [-1.2, 1], w_initializer = [-0.6, 0.4] };
        var gap = new SymmetryGapJunction(n, "w", (_, _) => ([0], [1]), 0.1 * one);
        Assert.Equal(Dimension.None, gap.WeightDimension);
        Run run = new Network(n, gap).Record(gap).Run(1 * ms, 0.1 * ms);
        Assert.Equal(0.1 * (-0.6 - 0.4), run[gap].Number(0, 0), 1e-16);
        var e = Assert.Throws<ArgumentException>(() => new SymmetryGapJunction(n, "V", (_, _) => ([0], [1]), 0.1 * mS));
        Assert.Equal("The weight 0.1 mS is a conductance (mS), but these populations need a pure number there. (Parameter 'weight')",
            e.Message);
    }

    private static void Refused(string message, Action<ModelBuilder, Expr, Expr, Expr> equations) =>
        Assert.Equal(message, Assert.Throws<DimensionException>(() => new Written(equations).Model).Message);

    private sealed class Written(Action<ModelBuilder, Expr, Expr, Expr> equations) : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr gL = m.Parameter((Init<Conductance>)(0.3 * mS), "gL"), EL = m.Parameter((Init<Voltage>)(-65 * mV), "EL");
            equations(m, m.State<Voltage>("V", -65 * mV), gL, EL);
        }
    }
}
