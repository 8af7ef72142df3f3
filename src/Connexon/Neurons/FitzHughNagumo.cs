using static Connexon.Units;

namespace Connexon;

/// <summary>
/// FitzHugh-Nagumo neuron, the two-variable picture of an excitable membrane: tau dV/dt = V - V^3/3 - w + I, tau_w dw/dt = V + a - b w
/// (FitzHugh 1961, doi:10.1016/S0006-3495(61)86902-6; Nagumo, Arimoto and Yoshizawa 1962, doi:10.1109/JRPROC.1962.288235).
/// </summary>
/// <remarks>
/// V, w and the input are pure numbers, and so is the weight of a junction: <c>0.1 * one</c>. Defaults are those of brainpy.state 0.1.0
/// and of FitzHugh (his sign of V is the opposite); without input the cell rests at V = -1.199, w = -0.624,
/// near the default start.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class FitzHughNagumo(Shape size) : Neuron(size)
{
    [Meaning("offset of the recovery")] public Parameter<double> a { get; init; } = 0.7;
    [Meaning("how strongly the recovery decays")] public Parameter<double> b { get; init; } = 0.8;
    [Meaning("time constant of V")] public Parameter<Time> tau { get; init; } = 1 * ms;
    [Meaning("time constant of w")] public Parameter<Time> tau_w { get; init; } = 12.5 * ms;
    [Meaning("the value whose upward crossing by V is a spike")] public Parameter<double> V_th { get; init; } = 1;

    /// <summary>Where V starts; default -1.2.</summary>
    public Init<double> V_initializer { get; init; } = -1.2;

    /// <summary>Where w starts; default -0.62.</summary>
    public Init<double> w_initializer { get; init; } = -0.62;

    /// <summary>Membrane potential, a pure number.</summary>
    public State<double> V => State<double>();

    /// <summary>Recovery, a pure number.</summary>
    public State<double> w => State<double>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        model.Source("FitzHugh 1961, Biophys J 1:445, doi:10.1016/S0006-3495(61)86902-6");
        Expr I = model.Input(Dimension.None);

        Expr V = model.State("V", V_initializer);
        Expr w = model.State("w", w_initializer);
        model.Derivative(V, (V - Pow(V, 3) / 3 - w + I) / tau);
        model.Derivative(w, (V + a - b * w) / tau_w);
        model.SpikeWhenRising(V, above: V_th);
    }
}
