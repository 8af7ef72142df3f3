using Connexon;

using static Connexon.Units;

namespace Outsider;

/// <summary>A perfect integrator with a leak that can be switched off, written without access to anything internal.</summary>
public sealed class Integrator(Shape size) : Neuron(size)
{
    public Init<Conductance> leak { get; init; } = 0 * mS;

    public Init<Capacitance> C { get; init; } = 1 * uF;

    public Init<Voltage> V_th { get; init; } = 15 * mV;

    public Init<Voltage> start { get; init; } = 0 * mV;

    public State<Voltage> V => State<Voltage>();

    protected override void Define(ModelBuilder m)
    {
        Expr leak = m.Parameter(this.leak), C = m.Parameter(this.C), V_th = m.Parameter(this.V_th);
        Expr V = m.State("V", start);
        m.Derivative(V, (m.Input(Dimension.Current) - leak * V) / C);
        m.SpikeWhen(V, reaches: V_th, (V, 0 * mV));
    }
}

public class OwnNeuron
{
    private const double Leak = 0.1, G = 0.25, V1 = 10, V2 = -4;

    /// <summary>The mean of two coupled cells decays with the leak alone, their difference with the leak and twice the junction.</summary>
    [Theory]
    [InlineData(nameof(Method.RungeKutta4), 1e-10)]
    [InlineData(nameof(Method.ExponentialEuler), 0.02)]
    public void A_coupled_pair_follows_the_solution_by_hand(string method, double tolerance)
    {
        var cells = new Integrator(2) { leak = Leak * mS, start = [V1 * mV, V2 * mV] };
        var gap = new SymmetryGapJunction(couples: cells, states: "V", conn: (pre, post) => ([0], [1]), weight: G * mS);

        Run run = new Network(cells, gap).Record(cells.V).Record(gap).Run(10 * ms, dt: 0.01 * ms, Method.Parse(method));

        for (int row = 0; row <= 1000; row += 100)
        {
            double t = row * 0.01, mean = (V1 + V2) / 2 * Math.Exp(-Leak * t), half = (V1 - V2) / 2 * Math.Exp(-(Leak + 2 * G) * t);
            Assert.Equal(mean + half, run[cells.V][row, 0] / mV, tolerance);
            Assert.Equal(mean - half, run[cells.V][row, 1] / mV, tolerance);
            Assert.Equal(G * 2 * half, run[gap].Number(row, 0), tolerance);
        }
        Assert.Empty(run.Spikes(cells).Steps(0));
    }

    /// <summary>3 uA into 1 uF: 15 mV after every 5 ms.</summary>
    [Fact]
    public void It_spikes_when_it_must()
    {
        var cell = new Integrator(1);
        Run run = new Network(cell).Drive(cell, 3 * uA).Run(21 * ms, dt: 0.125 * ms, Method.RungeKutta4);
        Assert.Equal([5.0, 10, 15, 20], run.Spikes(cell).Times(0).Select(t => t / ms));
        Assert.Equal(3, run[cell.V][run[cell.V].Rows - 1, 0] / mV, 1e-12);
    }

    [Fact]
    public void Its_mistakes_are_named()
    {
        var cells = new Integrator(3) { C = [1 * uF, 2 * uF] };
        var e = Assert.Throws<NetworkException>(() => new Network(cells).Drive(cells, (Quantity)(1 * mV)).Run(1 * ms, dt: 0.1 * ms));
        Assert.Equal(
            ["C of Integrator(3) has 2 values for 3 neurons: give one value, or exactly one per neuron.",
             "The drive of Integrator is a voltage (mV), but a current (uA) is needed."], e.Problems);
        string state = Assert.Throws<ArgumentException>(() => cells["v"]).Message;
        Assert.StartsWith("'v' is not a state of Integrator. Its states are V. Did you mean 'V'?", state);
    }
}
