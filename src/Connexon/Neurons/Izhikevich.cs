using static Connexon.Units;

namespace Connexon;

/// <summary>
/// Izhikevich's simple model: dV/dt = 0.04 V^2 + 5 V + 140 - u + I, du/dt = a (b V - u), in mV and ms; at the spike V becomes c and
/// u grows by d (Izhikevich 2003, doi:10.1109/TNN.2003.820440).
/// </summary>
/// <remarks>
/// Parameters are those of brainpy.state 0.1.0: the paper's regular-spiking cell, but starting at u = 0 where the paper's starts at b V0
/// (set <see cref="u_initializer"/> to -13 mV / ms for that). The input is a voltage per time, so the weight of a junction is a rate.
/// The reset is always by selection. Named factories have the cells of the paper.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class Izhikevich(Shape size) : Neuron(size)
{
    /// <summary>Regular spiking, starting at u = b V0: a 0.02, b 0.2, c -65, d 8.</summary>
    /// <param name="size">How many neurons.</param>
    public static Izhikevich RegularSpiking(Shape size) => Cell(size, 0.02, 0.2, -65, 8);

    /// <summary>Intrinsically bursting: a 0.02, b 0.2, c -55, d 4.</summary>
    /// <param name="size">How many neurons.</param>
    public static Izhikevich IntrinsicallyBursting(Shape size) => Cell(size, 0.02, 0.2, -55, 4);

    /// <summary>Chattering: a 0.02, b 0.2, c -50, d 2.</summary>
    /// <param name="size">How many neurons.</param>
    public static Izhikevich Chattering(Shape size) => Cell(size, 0.02, 0.2, -50, 2);

    /// <summary>Fast spiking, an inhibitory interneuron: a 0.1, b 0.2, c -65, d 2.</summary>
    /// <param name="size">How many neurons.</param>
    public static Izhikevich FastSpiking(Shape size) => Cell(size, 0.1, 0.2, -65, 2);

    /// <summary>Low-threshold spiking: a 0.02, b 0.25, c -65, d 2.</summary>
    /// <param name="size">How many neurons.</param>
    public static Izhikevich LowThresholdSpiking(Shape size) => Cell(size, 0.02, 0.25, -65, 2);

    [Meaning("how fast u recovers")] public Parameter<Rate> a { get; init; } = 0.02 / ms;
    [Meaning("how strongly u follows V")] public Parameter<Rate> b { get; init; } = 0.2 / ms;
    [Meaning("where V is set after a spike; below V_th")] public Parameter<Voltage> c { get; init; } = -65 * mV;
    [Meaning("what a spike adds to u", Unit = "mV/ms")] public Parameter<Quantity> d { get; init; } = 8 * mV / ms;
    [Meaning("the peak of the spike: a step that ends with V at or above it is a spike")]
    public Parameter<Voltage> V_th { get; init; } = 30 * mV;

    /// <summary>Where V starts; default -65 mV.</summary>
    public Init<Voltage> V_initializer { get; init; } = -65 * mV;

    /// <summary>Where u starts, a voltage per time; default 0 mV / ms.</summary>
    public Init<Quantity> u_initializer { get; init; } = 0 * mV / ms;

    /// <summary>Membrane potential.</summary>
    public State<Voltage> V => State<Voltage>();

    /// <summary>Recovery, in mV / ms.</summary>
    public State<Quantity> u => State<Quantity>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("Izhikevich 2003, IEEE Trans Neural Netw 14:1569, doi:10.1109/TNN.2003.820440");
        Expr I = model.Input(Dimension.Voltage / Dimension.Time);
        model.Require(c < V_th);

        Expr V = model.State("V", V_initializer);
        Expr u = model.State("u", u_initializer, Dimension.Voltage / Dimension.Time);
        model.Derivative(V, 0.04 / ms / mV * V * V + 5 / ms * V + 140 * mV / ms - u + I);
        model.Derivative(u, a * (b * V - u));
        model.SpikeWhen(V, reaches: V_th, (V, c), (u, u + d));
    }

    private static Izhikevich Cell(Shape size, double a, double b, double c, double d) => new(size)
    {
        a = a / ms,
        b = b / ms,
        c = c * mV,
        d = d * mV / ms,
        u_initializer = b / ms * (-65 * mV),
    };
}
