using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// dV/dt = (-gL (V - EL) + gL D exp((V - VT) / D) - w + I) / C, dw/dt = (a (V - EL) - w) / tau_w (Brette and Gerstner 2005,
/// doi:10.1152/jn.00686.2005).
/// </summary>
internal sealed class AdEx(Shape size) : Neuron(size)
{
    public Init<Voltage> V_peak { get; init; } = 0 * mV;

    public Init<Voltage> V_initializer { get; init; } = -70.6 * mV;

    /// <summary>What a spike carries, in mV ms; 0 for nothing.</summary>
    public double Charge { get; init; }

    /// <summary>The height of a shape that decays in 0.5 ms, in mV; 0 for none.</summary>
    public double Lasting { get; init; }

    public State<Voltage> V => State<Voltage>();

    public State<Current> w => State<Current>();

    protected override void Define(ModelBuilder m)
    {
        Expr peak = m.Parameter(V_peak), V = m.State("V", V_initializer), w = m.State<Current>("w", 0 * pA);
        m.Derivative(V, (-30 * nS * (V + 70.6 * mV) + 60 * pA * Exp((V + 50.4 * mV) / (2 * mV)) - w + m.Input(Dimension.Current))
            / (281 * pF));
        m.Derivative(w, (4 * nS * (V + 70.6 * mV) - w) / (144 * ms));
        if (Lasting == 0) m.SpikeWhen(V, peak, (V, -60 * mV), (w, w + 80.5 * pA));
        else
        {
            Expr shape = m.State<Voltage>("shape", 0 * mV);
            m.Derivative(shape, -shape / (0.5 * ms));
            m.SpikeWhen(V, peak, (V, -60 * mV), (w, w + 80.5 * pA), (shape, shape + Lasting * mV));
            m.SpikeletShape(shape);
        }
        if (Charge != 0) m.Spikelet(Charge * (Quantity)mV * ms);
    }
}

/// <summary>
/// The exponential cell of brainpy.state, its exponent bounded by 20 as there: tau dV/dt = -(V - E) + D exp(min((V - VT) / D, 20)) + R I.
/// </summary>
internal sealed class ExpIF(Shape size) : Neuron(size)
{
    public Init<Voltage> V_th { get; init; } = 0 * mV;

    public Init<Time> tau_ref { get; init; } = 0 * ms;

    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder m)
    {
        Expr threshold = m.Parameter(V_th), V = m.State<Voltage>("V", -65 * mV), held = m.Parameter(tau_ref);
        m.Derivative(V, (-(V + 65 * mV) + 3.48 * mV * Exp(Min((V + 59.9 * mV) / (3.48 * mV), 20)) + 1 * ohm * m.Input(Dimension.Current))
            / (10 * ms));
        m.SpikeWhen(V, threshold, (V, -68 * mV));
        m.Refractory(held, V);
    }
}

/// <summary>dx/dt = x^2 + I: from -peak to peak in (2 / sqrt I) atan(peak / sqrt I).</summary>
internal sealed class Quadratic(Shape size) : Neuron(size)
{
    public Init<double> peak { get; init; } = 1e4;

    public State<double> x => State<double>();

    protected override void Define(ModelBuilder m)
    {
        Expr top = m.Parameter(peak), x = m.State<double>("x", -1.0);
        m.Derivative(x, (x * x + m.Input(Dimension.None)) / (1 * ms));
        m.SpikeWhen(x, top, (x, -top));
    }
}
