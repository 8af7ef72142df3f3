using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>A conductance that an event raises by weight times 1 of its own, and that decays; into a reversal voltage.</summary>
internal sealed class ExpConductance(int size) : Neuron(size)
{
    public Init<Conductance> gbase { get; init; } = 0.2 * mS;
    public Init<Time> tau { get; init; } = 2 * ms;
    public Init<Voltage> E { get; init; } = 0 * mV;

    protected override void Define(ModelBuilder m)
    {
        Expr gbase = m.Parameter(this.gbase), tau = m.Parameter(this.tau), E = m.Parameter(this.E);
        Expr v = m.Read("v", Dimension.Voltage), g = m.State("g", (Init<Conductance>)(0 * mS));
        m.Derivative(g, -g / tau);
        m.Gives(g * (E - v));
        m.OnEvent((g.Symbol!, g + (Expr)Symbol.EventWeight * gbase));
    }
}

/// <summary>The same as a current, which reads nothing.</summary>
internal sealed class ExpCurrent(int size) : Neuron(size)
{
    public Init<Current> ibase { get; init; } = 5 * uA;
    public Init<Time> tau { get; init; } = 2 * ms;

    protected override void Define(ModelBuilder m)
    {
        Expr ibase = m.Parameter(this.ibase), tau = m.Parameter(this.tau);
        Expr i = m.State("i", (Init<Current>)(0 * uA));
        m.Derivative(i, -i / tau);
        m.Gives(i);
        m.OnEvent((i.Symbol!, i + (Expr)Symbol.EventWeight * ibase));
    }
}

/// <summary>A conductance that begins at 0 and goes up and down with time.</summary>
internal sealed class WaveConductance(int size) : Neuron(size)
{
    protected override void Define(ModelBuilder m)
    {
        Expr v = m.Read("v", Dimension.Voltage);
        m.Gives(0.3 * mS * (1.0 - Cos((Expr)Symbol.StageTime / (1.5 * ms))) * (-v));
    }
}

/// <summary>A current between two times.</summary>
internal sealed class Pulse(int size) : Neuron(size)
{
    public Init<Time> from { get; init; } = 2.4 * ms;
    public Init<Time> until { get; init; } = 7.2 * ms;

    protected override void Define(ModelBuilder m)
    {
        Expr from = m.Parameter(this.from), until = m.Parameter(this.until), t = Symbol.StageTime;
        m.Gives(Select((t >= from) & (t < until), 20 * uA, 0 * uA));
    }
}

/// <summary>
/// A graded synapse as NeuroML's gradedSynapse: open by s, which relaxes at the rate k / (1 - s_inf(v of the peer)), without bound as it
/// opens.
/// </summary>
internal sealed class Graded(int size) : Neuron(size)
{
    public Init<Conductance> g { get; init; } = 0.1 * mS;
    public Init<Voltage> delta { get; init; } = 5 * mV;

    protected override void Define(ModelBuilder m)
    {
        Expr g = m.Parameter(this.g), delta = m.Parameter(this.delta);
        Expr v = m.Read("v", Dimension.Voltage), peer = m.Read("peer/v", Dimension.Voltage), s = m.State("s", (Init<double>)0.0);
        Expr open = 1.0 / (1.0 + Exp((-35 * mV - peer) / delta));
        m.Derivative(s, (open - s) * (0.025 / (1 * ms)) / (1.0 - open));
        m.Gives(g * s * (-80 * mV - v));
    }
}

/// <summary>Counts the events that come, by weight, and notes when the last one did.</summary>
internal sealed class Counter(int size) : Neuron(size)
{
    protected override void Define(ModelBuilder m)
    {
        Expr n = m.State("n", (Init<double>)0.0), last = m.State("last", (Init<Time>)(-1 * ms));
        m.OnEvent((n.Symbol!, n + (Expr)Symbol.EventWeight), (last.Symbol!, Symbol.Time));
    }
}

/// <summary>A voltage that rises by 1 mV in 1 ms and falls from 10 mV to 0: a spike each 10 ms, at times known exactly.</summary>
internal sealed class Ramp(int size) : Neuron(size)
{
    public Init<Voltage> V_initializer { get; init; } = 0 * mV;
    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder m)
    {
        Expr I = m.Input(Dimension.Current), V = m.State("V", V_initializer);
        m.Derivative(V, (I + 1 * uA) / (1 * uF));
        m.SpikeWhen(V, 10 * mV, (V, 0 * mV));
    }
}
