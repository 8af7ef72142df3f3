using static Connexon.Functions;
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
    /// <summary>Offset of the recovery; default 0.7.</summary>
    public Init<double> a { get; init; } = 0.7;

    /// <summary>How strongly the recovery decays; default 0.8.</summary>
    public Init<double> b { get; init; } = 0.8;

    /// <summary>Time constant of V; default 1 ms.</summary>
    public Init<Time> tau { get; init; } = 1 * ms;

    /// <summary>Time constant of w; default 12.5 ms.</summary>
    public Init<Time> tau_w { get; init; } = 12.5 * ms;

    /// <summary>The value whose upward crossing by V is a spike; default 1.</summary>
    public Init<double> V_th { get; init; } = 1;

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
        Expr a = model.Parameter(this.a), b = model.Parameter(this.b);
        Expr tau = model.Parameter(this.tau), tau_w = model.Parameter(this.tau_w), V_th = model.Parameter(this.V_th);
        Expr I = model.Input(Dimension.None);

        Expr V = model.State("V", V_initializer);
        Expr w = model.State("w", w_initializer);
        model.Derivative(V, (V - Pow(V, 3) / 3 - w + I) / tau);
        model.Derivative(w, (V + a - b * w) / tau_w);
        model.SpikeWhenRising(V, above: V_th);
    }
}
