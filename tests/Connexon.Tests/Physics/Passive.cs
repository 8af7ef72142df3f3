namespace Connexon.Tests.Physics;

/// <summary>A membrane with a leak and nothing else: C dV/dt = -gL V + I.</summary>
internal sealed class Passive(int size) : Neuron(size)
{
    public Init<Conductance> gL { get; init; } = new Conductance(0.3);

    public Init<Capacitance> C { get; init; } = new Capacitance(1);

    public Init<Voltage> V_initializer { get; init; } = new Voltage(0);

    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder m)
    {
        Expr gL = m.Parameter(this.gL), C = m.Parameter(this.C);
        Expr V = m.State("V", V_initializer);
        m.Derivative(V, (m.Input(Dimension.Current) - gL * V) / C);
    }
}
