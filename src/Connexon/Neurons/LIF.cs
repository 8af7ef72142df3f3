using static Connexon.Units;

namespace Connexon;

/// <summary>
/// Leaky integrate-and-fire neuron (Lapicque 1907; Abbott 1999, doi:10.1016/S0361-9230(99)00161-6):
/// tau dV/dt = -(V - V_rest) + R I, with a spike and a reset where V reaches V_th.
/// </summary>
/// <remarks>
/// Parameters are those of brainpy.state 0.1.0, whose scale is not a neuron's: threshold 1 mV, R = 1 ohm, so that an input of the order
/// of 1 mA is needed and a junction must have about 1 S to be felt. <see cref="Cortical"/> has a neuron's scale. The original resets
/// softly by default; here the default is <see cref="SpikeReset.Hard"/>.
/// </remarks>
/// <param name="size">How many neurons.</param>
public class LIF(Shape size) : Neuron(size)
{
    /// <summary>
    /// The scale of a cortical pyramidal cell: rest and reset -70 mV, threshold -50 mV, tau 20 ms, R = 100 MOhm; an input above 0.2 nA
    /// makes it fire.
    /// </summary>
    /// <param name="size">How many neurons.</param>
    /// <param name="V_initializer">Where V starts; null (the default) for -70 mV.</param>
    public static LIF Cortical(Shape size, Init<Voltage>? V_initializer = null) => new(size)
    {
        R = 100 * MOhm,
        tau = 20 * ms,
        V_th = -50 * mV,
        V_reset = -70 * mV,
        V_rest = -70 * mV,
        V_initializer = V_initializer ?? -70 * mV,
    };

    [Meaning("membrane resistance")] public Parameter<Resistance> R { get; init; } = 1 * ohm;
    [Meaning("membrane time constant")] public Parameter<Time> tau { get; init; } = 5 * ms;
    [Meaning("threshold: a step that ends with V at or above it is a spike")] public Parameter<Voltage> V_th { get; init; } = 1 * mV;
    [Meaning("where V is set after a spike; below V_th")] public Parameter<Voltage> V_reset { get; init; } = 0 * mV;
    [Meaning("where V rests")] public Parameter<Voltage> V_rest { get; init; } = 0 * mV;

    // Each partner of a junction receives it times the weight (Lewis and Rinzel 2003, doi:10.1023/A:1024474819512); null: junctions see no
    // spike.
    [Meaning("integral above the reset of the shape of a spike that is left out", Unit = "mV*ms")]
    public Parameter<Quantity>? spikelet { get; init; }

    /// <summary>How V is reset; default hard (the original's is soft).</summary>
    public SpikeReset spk_reset { get; init; } = SpikeReset.Hard;

    /// <summary>Rise and decay times of the spikelet, a difference of two exponentials; default null: it is carried at once.</summary>
    public (Time Rise, Time Decay)? spikelet_times { get; init; }

    /// <summary>Where V starts; default 0 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = 0 * mV;

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("Lapicque 1907; Abbott 1999, Brain Res Bull 50:303, doi:10.1016/S0361-9230(99)00161-6");
        Expr I = model.Input(Dimension.Current);
        model.Require(V_reset < V_th);

        Expr V = model.State("V", V_initializer);
        model.Derivative(V, (-(V - V_rest) + R * I) / tau);
        (Expr, Expr) reset = (V, spk_reset == SpikeReset.Hard ? V_reset : V - (V_th - V_reset));
        if (spikelet is null || spikelet_times is null) model.SpikeWhen(V, reaches: V_th, reset);
        if (spikelet is null) return;
        if (spikelet_times is not { } times)
        {
            model.Spikelet(spikelet);
            return;
        }
        Expr falling = model.State("spikelet_decay", 0 * mV), rising = model.State("spikelet_rise", 0 * mV);
        Expr height = spikelet / (times.Decay - times.Rise);
        model.Derivative(falling, -falling / times.Decay);
        model.Derivative(rising, -rising / times.Rise);
        model.SpikeWhen(V, reaches: V_th, reset, (falling, falling + height), (rising, rising + height));
        model.SpikeletShape(falling - rising);
    }
}
