using static Connexon.Units;

namespace Connexon.Tests;

/// <summary>
/// A membrane with a leak and nothing else. By default no leak: then a step of the original's scheme is V + dt I / C, by hand.
/// </summary>
internal sealed class Passive(Shape size) : Neuron(size)
{
    public Init<Conductance> gL { get; init; } = 0 * mS;

    public Init<Voltage> EL { get; init; } = -65 * mV;

    public Init<Capacitance> C { get; init; } = 1 * uF;

    public Init<Voltage> V_initializer { get; init; } = -65 * mV;

    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder model)
    {
        Expr gL = model.Parameter(this.gL), EL = model.Parameter(this.EL), C = model.Parameter(this.C);
        Expr I = model.Input(Dimension.Current);
        Expr V = model.State("V", V_initializer);
        model.Derivative(V, (I - gL * (V - EL)) / C);
    }
}

/// <summary>Two states that are pure numbers: dx/dt = (a I - x) / tau, dy/dt = (x - y) / tau.</summary>
internal sealed class TwoNumbers(Shape size) : Neuron(size)
{
    public Init<double> a { get; init; } = 1;

    public Init<Time> tau { get; init; } = 10 * ms;

    public Init<double> x_initializer { get; init; } = 0;

    public Init<double> y_initializer { get; init; } = 0;

    public State<double> x => State<double>();

    public State<double> y => State<double>();

    protected override void Define(ModelBuilder model)
    {
        Expr a = model.Parameter(this.a), tau = model.Parameter(this.tau);
        Expr I = model.Input(Dimension.None);
        Expr x = model.State("x", x_initializer), y = model.State("y", y_initializer);
        model.Derivative(x, (a * I - x) / tau);
        model.Derivative(y, (x - y) / tau);
    }
}

/// <summary>A cell that takes no input.</summary>
internal sealed class Deaf(Shape size) : Neuron(size)
{
    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder model)
    {
        Init<Voltage> start = -65 * mV;
        Expr V = model.State("V", start);
        model.Derivative(V, -V / (10 * ms));
    }
}
