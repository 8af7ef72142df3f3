using static Connexon.Units;

namespace Connexon;

/// <summary>
/// Morris-Lecar neuron: a calcium current that answers at once and a potassium current that follows, as in barnacle muscle
/// (Morris and Lecar 1981, doi:10.1016/S0006-3495(81)84782-0).
/// </summary>
/// <remarks>
/// Defaults are those of brainpy.state 0.1.0: the set of Rinzel and Ermentrout 1998 (in Koch and Segev, Methods in Neuronal Modeling) that
/// begins to fire through a Hopf bifurcation, but for the calcium potential, which is 120 mV there and 130 mV here. <see cref="Hopf"/> and
/// <see cref="SaddleNode"/> are the two sets of the literature.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class MorrisLecar(Shape size) : Neuron(size)
{
    /// <summary>
    /// The Hopf set of Rinzel and Ermentrout 1998: V_Ca = 120 mV, the rest as here by default; class II excitability, from about 94 uA.
    /// </summary>
    /// <param name="size">How many neurons.</param>
    /// <param name="V_initializer">Where V starts; null (the default) for uniform between -70 and -60 mV.</param>
    public static MorrisLecar Hopf(Shape size, Init<Voltage>? V_initializer = null) =>
        new(size) { V_Ca = 120 * mV, V_initializer = V_initializer ?? Start };

    /// <summary>
    /// The saddle-node set of Rinzel and Ermentrout 1998: V_Ca = 120 mV, g_Ca = 4 mS, V3 = 12 mV, V4 = 17.4 mV, phi = 0.067 / ms;
    /// class I excitability, from about 40 uA.
    /// </summary>
    /// <param name="size">How many neurons.</param>
    /// <param name="V_initializer">Where V starts; null (the default) for uniform between -70 and -60 mV.</param>
    public static MorrisLecar SaddleNode(Shape size, Init<Voltage>? V_initializer = null) => new(size)
    {
        V_Ca = 120 * mV,
        g_Ca = 4 * mS,
        V3 = 12 * mV,
        V4 = 17.4 * mV,
        phi = 0.067 / ms,
        V_initializer = V_initializer ?? Start,
    };

    private static Init<Voltage> Start => Init.Uniform(-70 * mV, -60 * mV);

    [Meaning("reversal potential of calcium")] public Parameter<Voltage> V_Ca { get; init; } = 130 * mV;
    [Meaning("maximal conductance of calcium")] public Parameter<Conductance> g_Ca { get; init; } = 4.4 * mS;
    [Meaning("reversal potential of potassium")] public Parameter<Voltage> V_K { get; init; } = -84 * mV;
    [Meaning("maximal conductance of potassium")] public Parameter<Conductance> g_K { get; init; } = 8 * mS;
    [Meaning("reversal potential of the leak")] public Parameter<Voltage> V_leak { get; init; } = -60 * mV;
    [Meaning("conductance of the leak")] public Parameter<Conductance> g_leak { get; init; } = 2 * mS;
    [Meaning("capacitance")] public Parameter<Capacitance> C { get; init; } = 20 * uF;
    [Meaning("where half of the calcium channels are open")] public Parameter<Voltage> V1 { get; init; } = -1.2 * mV;
    [Meaning("how gradually calcium channels open with voltage")] public Parameter<Voltage> V2 { get; init; } = 18 * mV;
    [Meaning("where half of the potassium channels are open")] public Parameter<Voltage> V3 { get; init; } = 2 * mV;
    [Meaning("how gradually potassium channels open with voltage")] public Parameter<Voltage> V4 { get; init; } = 30 * mV;
    [Meaning("rate of the potassium channels at V3 (temperature)")] public Parameter<Rate> phi { get; init; } = 0.04 / ms;
    [Meaning("the voltage whose upward crossing is a spike")] public Parameter<Voltage> V_th { get; init; } = 10 * mV;

    /// <summary>Where V starts; default uniform between -70 and -60 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = Start;

    /// <summary>Where W starts; default 0.02.</summary>
    public Init<double> W_initializer { get; init; } = 0.02;

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <summary>Activation of potassium.</summary>
    public State<double> W => State<double>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("Morris and Lecar 1981, Biophys J 35:193, doi:10.1016/S0006-3495(81)84782-0");
        Expr I = model.Input(Dimension.Current);

        Expr V = model.State("V", V_initializer);
        Expr W = model.State("W", W_initializer);

        Expr M_inf = model.Instantaneous("M_inf", 0.5 * (1 + Tanh((V - V1) / V2)));
        Expr W_inf = model.Let("W_inf", 0.5 * (1 + Tanh((V - V3) / V4)));
        Expr ICa = model.Output("ICa", g_Ca * M_inf * (V - V_Ca));
        Expr IK = model.Output("IK", g_K * W * (V - V_K));
        Expr IL = model.Output("IL", g_leak * (V - V_leak));
        model.Derivative(V, (-ICa - IK - IL + I) / C);
        model.Derivative(W, phi * Cosh((V - V3) / (2 * V4)) * (W_inf - W));
        model.SpikeWhenRising(V, above: V_th);
    }
}
