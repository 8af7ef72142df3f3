using static Connexon.Units;

namespace Connexon;

/// <summary>
/// Fast-spiking interneuron of the hippocampus, Hodgkin-Huxley-like with an instantaneous sodium activation
/// (Wang and Buzsaki 1996, doi:10.1523/JNEUROSCI.16-20-06402.1996).
/// </summary>
/// <remarks>
/// Defaults are those of brainpy.state 0.1.0 and of the paper. A spike is the crossing of +20 mV, not of 0 mV. The default start
/// (V = -65 mV, h = 0.6, n = 0.32) is not at rest; null for a gate starts it at its steady state.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class WangBuzsakiHH(Shape size) : Neuron(size)
{
    [Meaning("reversal potential of sodium")] public Parameter<Voltage> ENa { get; init; } = 55 * mV;
    [Meaning("maximal conductance of sodium")] public Parameter<Conductance> gNa { get; init; } = 35 * mS;
    [Meaning("reversal potential of potassium")] public Parameter<Voltage> EK { get; init; } = -90 * mV;
    [Meaning("maximal conductance of potassium")] public Parameter<Conductance> gK { get; init; } = 9 * mS;
    [Meaning("reversal potential of the leak")] public Parameter<Voltage> EL { get; init; } = -65 * mV;
    [Meaning("conductance of the leak")] public Parameter<Conductance> gL { get; init; } = 0.1 * mS;
    [Meaning("the voltage whose upward crossing is a spike")] public Parameter<Voltage> V_th { get; init; } = 20 * mV;
    [Meaning("how much faster the gates are than the rates say (temperature)")] public Parameter<double> phi { get; init; } = 5;
    [Meaning("capacitance")] public Parameter<Capacitance> C { get; init; } = 1 * uF;

    /// <summary>Where V starts; default -65 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = -65 * mV;

    /// <summary>Where h starts; default 0.6, null for its steady state at the start of V.</summary>
    public Init<double>? h_initializer { get; init; } = 0.6;

    /// <summary>Where n starts; default 0.32, null for its steady state.</summary>
    public Init<double>? n_initializer { get; init; } = 0.32;

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <summary>Inactivation of sodium.</summary>
    public State<double> h => State<double>();

    /// <summary>Activation of potassium.</summary>
    public State<double> n => State<double>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("Wang and Buzsaki 1996, J Neurosci 16:6402, doi:10.1523/JNEUROSCI.16-20-06402.1996");
        Expr I = model.Input(Dimension.Current);

        Expr V = model.State("V", V_initializer);
        Expr h = model.Gate("h",
            alpha: 0.07 / ms * Exp(-(V + 58 * mV) / (20 * mV)),
            beta: 1 / ms / (1 + Exp(-(V + 28 * mV) / (10 * mV))),
            h_initializer, speed: phi);
        Expr n = model.Gate("n",
            alpha: 0.1 / ms / ExpRel(-(V + 34 * mV) / (10 * mV)), // 0.01 (V + 34) / (1 - exp(-(V + 34) / 10))
            beta: 0.125 / ms * Exp(-(V + 44 * mV) / (80 * mV)),
            n_initializer, speed: phi);

        Expr alpha_m = 1 / ms / ExpRel(-(V + 35 * mV) / (10 * mV)); // 0.1 (V + 35) / (1 - exp(-(V + 35) / 10))
        Expr beta_m = 4 / ms * Exp(-(V + 60 * mV) / (18 * mV));
        Expr m_inf = model.Instantaneous("m_inf", alpha_m / (alpha_m + beta_m));
        Expr INa = model.Output("INa", gNa * Pow(m_inf, 3) * h * (V - ENa));
        Expr IK = model.Output("IK", gK * Pow(n, 4) * (V - EK));
        Expr IL = model.Output("IL", gL * (V - EL));
        model.Derivative(V, (-INa - IK - IL + I) / C);
        model.SpikeWhenRising(V, above: V_th);
    }
}
