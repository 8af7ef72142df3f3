using static Connexon.Units;

namespace Connexon;

/// <summary>
/// Hodgkin-Huxley neuron, squid giant axon rates at 6.3 degrees C (Hodgkin and Huxley 1952, doi:10.1113/jphysiol.1952.sp004764).
/// </summary>
/// <remarks>
/// Defaults are those of brainpy.state 0.1.0, whose leak gL = 0.03 mS is a tenth of the classical 0.3 mS that EL = -54.387 mV belongs
/// to: the cell then rests at -70.7 mV and is easier to excite. <see cref="Squid"/> has the classical set.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class HH(Shape size) : Neuron(size)
{
    /// <summary>The classical parameters: gL = 0.3 mS, rest at -65 mV.</summary>
    /// <param name="size">How many neurons.</param>
    /// <param name="V_initializer">Where V starts; null (the default) for uniform between -70 and -60 mV.</param>
    public static HH Squid(Shape size, Init<Voltage>? V_initializer = null) =>
        new(size) { gL = 0.3 * mS, V_initializer = V_initializer ?? Start };

    private static Init<Voltage> Start => Init.Uniform(-70 * mV, -60 * mV);

    [Meaning("reversal potential of sodium")] public Parameter<Voltage> ENa { get; init; } = 50 * mV;
    [Meaning("maximal conductance of sodium")] public Parameter<Conductance> gNa { get; init; } = 120 * mS;
    [Meaning("reversal potential of potassium")] public Parameter<Voltage> EK { get; init; } = -77 * mV;
    [Meaning("maximal conductance of potassium")] public Parameter<Conductance> gK { get; init; } = 36 * mS;
    [Meaning("reversal potential of the leak")] public Parameter<Voltage> EL { get; init; } = -54.387 * mV;
    [Meaning("conductance of the leak (classically 0.3 mS)")] public Parameter<Conductance> gL { get; init; } = 0.03 * mS;
    [Meaning("the voltage whose upward crossing is a spike")] public Parameter<Voltage> V_th { get; init; } = 20 * mV;
    [Meaning("capacitance")] public Parameter<Capacitance> C { get; init; } = 1 * uF;

    /// <summary>Where V starts; default uniform between -70 and -60 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = Start;

    /// <summary>Where m starts; null (the default) for its steady state at the start of V.</summary>
    public Init<double>? m_initializer { get; init; }

    /// <summary>Where h starts; null (the default) for its steady state.</summary>
    public Init<double>? h_initializer { get; init; }

    /// <summary>Where n starts; null (the default) for its steady state.</summary>
    public Init<double>? n_initializer { get; init; }

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <summary>Activation of sodium.</summary>
    public State<double> m => State<double>();

    /// <summary>Inactivation of sodium.</summary>
    public State<double> h => State<double>();

    /// <summary>Activation of potassium.</summary>
    public State<double> n => State<double>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("Hodgkin and Huxley 1952, J Physiol 117:500, doi:10.1113/jphysiol.1952.sp004764");
        Expr I = model.Input(Dimension.Current);

        Expr V = model.State("V", V_initializer);
        Expr m = model.Gate("m",
            alpha: 1 / ms / ExpRel(-(V + 40 * mV) / (10 * mV)), // 0.1 (V + 40) / (1 - exp(-(V + 40) / 10)), exact at -40 mV
            beta: 4 / ms * Exp(-(V + 65 * mV) / (18 * mV)),
            m_initializer);
        Expr h = model.Gate("h",
            alpha: 0.07 / ms * Exp(-(V + 65 * mV) / (20 * mV)),
            beta: 1 / ms / (1 + Exp(-(V + 35 * mV) / (10 * mV))),
            h_initializer);
        Expr n = model.Gate("n",
            alpha: 0.1 / ms / ExpRel(-(V + 55 * mV) / (10 * mV)), // 0.01 (V + 55) / (1 - exp(-(V + 55) / 10))
            beta: 0.125 / ms * Exp(-(V + 65 * mV) / (80 * mV)),
            n_initializer);

        Expr INa = model.Output("INa", gNa * Pow(m, 3) * h * (V - ENa));
        Expr IK = model.Output("IK", gK * Pow(n, 4) * (V - EK));
        Expr IL = model.Output("IL", gL * (V - EL));
        model.Derivative(V, (-INa - IK - IL + I) / C);
        model.SpikeWhenRising(V, above: V_th);
    }
}
