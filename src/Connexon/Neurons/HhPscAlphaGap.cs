using static Connexon.Units;

namespace Connexon;

/// <summary>
/// NEST's hh_psc_alpha_gap: a fast-spiking interneuron of neocortex with two potassium currents (Mancilla et al. 2007,
/// doi:10.1523/JNEUROSCI.2715-06.2007), the cell of NEST's gap-junction benchmarks (Hahne et al. 2015, doi:10.3389/fninf.2015.00022).
/// </summary>
/// <remarks>
/// Membrane, constants and start are NEST's, V is its V_m. What differs: a spike is the upward crossing of V_th = 0 mV, where NEST takes
/// the maximum after it, a fraction of a millisecond later, and ignores further ones for t_ref = 2 ms. NEST's synaptic currents
/// (tau_syn_ex, tau_syn_in) are not here, as there are no event synapses yet; its constant current I_e is a drive. The cell is stiff: m
/// answers within a few microseconds at the peak of a spike, where explicit Runge-Kutta methods need steps of at most about 0.005 ms.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class HhPscAlphaGap(Shape size) : Neuron(size)
{
    [Meaning("maximal conductance of sodium")] public Parameter<Conductance> g_Na { get; init; } = 4500 * nS;
    [Meaning("maximal conductance of slow potassium channels (Kv1)")] public Parameter<Conductance> g_Kv1 { get; init; } = 9 * nS;
    [Meaning("maximal conductance of fast potassium channels (Kv3)")] public Parameter<Conductance> g_Kv3 { get; init; } = 9000 * nS;
    [Meaning("conductance of the leak")] public Parameter<Conductance> g_L { get; init; } = 10 * nS;
    [Meaning("reversal potential of sodium")] public Parameter<Voltage> E_Na { get; init; } = 74 * mV;
    [Meaning("reversal potential of potassium")] public Parameter<Voltage> E_K { get; init; } = -90 * mV;
    [Meaning("reversal potential of the leak")] public Parameter<Voltage> E_L { get; init; } = -70 * mV;
    [Meaning("capacitance")] public Parameter<Capacitance> C_m { get; init; } = 40 * pF;
    [Meaning("the voltage whose upward crossing is a spike")] public Parameter<Voltage> V_th { get; init; } = 0 * mV;

    /// <summary>Where V starts; default -69.60401191631222 mV, at rest.</summary>
    public Init<Voltage> V_initializer { get; init; } = -69.60401191631222 * mV;

    /// <summary>Where m starts; null (the default) for its steady state at the start of V.</summary>
    public Init<double>? m_initializer { get; init; }

    /// <summary>Where h starts; null (the default) for its steady state.</summary>
    public Init<double>? h_initializer { get; init; }

    /// <summary>Where n starts; null (the default) for its steady state.</summary>
    public Init<double>? n_initializer { get; init; }

    /// <summary>Where p starts; null (the default) for its steady state.</summary>
    public Init<double>? p_initializer { get; init; }

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <summary>Activation of sodium.</summary>
    public State<double> m => State<double>();

    /// <summary>Inactivation of sodium.</summary>
    public State<double> h => State<double>();

    /// <summary>Activation of Kv1.</summary>
    public State<double> n => State<double>();

    /// <summary>Activation of Kv3.</summary>
    public State<double> p => State<double>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Name("hh_psc_alpha_gap");
        model.Source("Mancilla et al. 2007, J Neurosci 27:2058, doi:10.1523/JNEUROSCI.2715-06.2007; as in NEST, Hahne et al. 2015, "
            + "Front Neuroinform 9:22, doi:10.3389/fninf.2015.00022");
        Expr I = model.Input(Dimension.Current);

        // NEST writes a (V - b) / (1 - exp(-(V - b) / c)); a c / exprel(-(V - b) / c) is the same and exact at V = b.
        Expr V = model.State("V", V_initializer);
        Expr m = model.Gate("m",
            alpha: 540 / ms / ExpRel(-(V - 75.5 * mV) / (13.5 * mV)), // a = 40
            beta: 1.2262 / ms * Exp(-V / (42.248 * mV)),
            m_initializer);
        Expr h = model.Gate("h",
            alpha: 0.0035 / ms * Exp(-V / (24.186 * mV)),
            beta: 0.0884 / ms / ExpRel(-(V + 51.25 * mV) / (5.2 * mV)), // a = 0.017
            h_initializer);
        Expr n = model.Gate("n",
            alpha: 0.0322 / ms / ExpRel(-(V + 44 * mV) / (2.3 * mV)), // a = 0.014
            beta: 0.0043 / ms * Exp(-(V + 44 * mV) / (34 * mV)),
            n_initializer);
        Expr p = model.Gate("p",
            alpha: 11.8 / ms / ExpRel(-(V - 95 * mV) / (11.8 * mV)), // a = 1
            beta: 0.025 / ms * Exp(-V / (22.222 * mV)),
            p_initializer);

        Expr I_Na = model.Output("I_Na", g_Na * Pow(m, 3) * h * (V - E_Na));
        Expr I_K = model.Output("I_K", (g_Kv1 * Pow(n, 4) + g_Kv3 * Pow(p, 2)) * (V - E_K));
        Expr I_L = model.Output("I_L", g_L * (V - E_L));
        model.Derivative(V, (-I_Na - I_K - I_L + I) / C_m);
        model.SpikeWhenRising(V, above: V_th);
    }
}
