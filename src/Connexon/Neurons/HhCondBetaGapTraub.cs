using static Connexon.Units;

namespace Connexon;

/// <summary>
/// NEST's hh_cond_beta_gap_traub: a hippocampal pyramidal cell reduced to one compartment and two channels, after Traub and Miles 1991
/// (Neuronal Networks of the Hippocampus), as in the review of Brette et al. 2007 (doi:10.1007/s10827-007-0038-6).
/// </summary>
/// <remarks>
/// Membrane and constants are NEST's, V is its V_m. What differs: a spike is the upward crossing of V_T + 30 mV, where NEST takes the
/// maximum after it and ignores further ones for t_ref = 2 ms. Gates start at their steady state; NEST computes that as if V_T were 0,
/// which makes them settle in the first milliseconds (to start like NEST: m = 9.8956e-9, h = 1, n = 2.5516e-7). NEST's synaptic
/// conductances (tau_rise_ex, tau_decay_ex, E_ex and the like) are not here, as there are no event synapses yet; its constant current I_e
/// is a drive.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class HhCondBetaGapTraub(Shape size) : Neuron(size)
{
    [Meaning("maximal conductance of sodium")] public Parameter<Conductance> g_Na { get; init; } = 20000 * nS;
    [Meaning("maximal conductance of potassium")] public Parameter<Conductance> g_K { get; init; } = 6000 * nS;
    [Meaning("conductance of the leak")] public Parameter<Conductance> g_L { get; init; } = 10 * nS;
    [Meaning("reversal potential of sodium")] public Parameter<Voltage> E_Na { get; init; } = 50 * mV;
    [Meaning("reversal potential of potassium")] public Parameter<Voltage> E_K { get; init; } = -90 * mV;
    [Meaning("reversal potential of the leak")] public Parameter<Voltage> E_L { get; init; } = -60 * mV;
    [Meaning("capacitance")] public Parameter<Capacitance> C_m { get; init; } = 200 * pF;
    [Meaning("shifts the rates along V and with them the voltage at which the cell fires")]
    public Parameter<Voltage> V_T { get; init; } = -50 * mV;

    /// <summary>Where V starts; default -60 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = -60 * mV;

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
        model.Name("hh_cond_beta_gap_traub");
        model.Source(
            "Traub and Miles 1991, Neuronal Networks of the Hippocampus; as in NEST, Brette et al. 2007, J Comput Neurosci 23:349, "
            + "doi:10.1007/s10827-007-0038-6");
        Expr I = model.Input(Dimension.Current);

        // With v = V - V_T NEST writes a (b - v) / (exp((b - v) / c) - 1); a c / exprel((b - v) / c) is the same and exact at v = b.
        Expr V = model.State("V", V_initializer);
        Expr m = model.Gate("m",
            alpha: 1.28 / ms / ExpRel((13 * mV - (V - V_T)) / (4 * mV)), // a = 0.32
            beta: 1.4 / ms / ExpRel((V - V_T - 40 * mV) / (5 * mV)), // a = 0.28
            m_initializer);
        Expr h = model.Gate("h",
            alpha: 0.128 / ms * Exp((17 * mV - (V - V_T)) / (18 * mV)),
            beta: 4 / ms / (1 + Exp((40 * mV - (V - V_T)) / (5 * mV))),
            h_initializer);
        Expr n = model.Gate("n",
            alpha: 0.16 / ms / ExpRel((15 * mV - (V - V_T)) / (5 * mV)), // a = 0.032
            beta: 0.5 / ms * Exp((10 * mV - (V - V_T)) / (40 * mV)),
            n_initializer);

        Expr I_Na = model.Output("I_Na", g_Na * Pow(m, 3) * h * (V - E_Na));
        Expr I_K = model.Output("I_K", g_K * Pow(n, 4) * (V - E_K));
        Expr I_L = model.Output("I_L", g_L * (V - E_L));
        model.Derivative(V, (-I_Na - I_K - I_L + I) / C_m);
        model.SpikeWhenRising(V, above: V_T + 30 * mV);
    }
}
