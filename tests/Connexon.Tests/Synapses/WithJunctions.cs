using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>
/// Implicit junctions beside synapses that read V: in each stage they read it with what the junctions have added. Against an independent
/// integrator.
/// </summary>
public class WithJunctions(ITestOutputHelper output)
{
    private sealed class Rectifier(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr v = m.Read("v", Dimension.Voltage), peer = m.Read("peer/v", Dimension.Voltage);
            m.Gives(1 * mS / (1.0 + Exp((-40 * mV - peer) / (5 * mV))) * (-80 * mV - v));
        }
    }

    /// <summary>
    /// Strong junctions under a fast drive leave what the scheme's stages, of second order by themselves, leave: with only the wave, within
    /// its cell, the errors are the same.
    /// </summary>
    [Theory]
    [InlineData(1, 2.9)]
    [InlineData(3, 2.1)]
    [InlineData(10, 1.2)]
    public void The_error_is_that_of_the_scheme_at_any_strength(double kappa, double atLeast)
    {
        const double Dt = 0.1;
        double g = kappa / Dt;
        double[] exact = Circuit.RungeKutta((t, v) =>
        [
            0.1 * (-65 - v[0]) + g * (v[1] - v[0]) - 0.3 * (1 - Math.Cos(t / 1.5)) * v[0],
            0.1 * (-65 - v[1]) + g * (v[0] - v[1]) + Rectified(v[1], v[2]),
            0.1 * (-65 - v[2]) + Rectified(v[2], v[0]),
        ], [-65, -65, -65], 0, 8, 80_000);

        double Error(double dt) => Voltages(g, dt).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        double order = Circuit.Order(Error, Dt, out double error);
        output.WriteLine($"kappa {kappa}: order {order:F2}, error {error:E2} mV");
        Assert.InRange(order, atLeast, 5);
        Assert.InRange(error, 0, 2e-4);
    }

    /// <summary>The membrane with the wave within its own equation.</summary>
    private sealed class Waving(int size) : Neuron(size)
    {
        public State<Voltage> V => State<Voltage>();

        protected override void Define(ModelBuilder m)
        {
            Expr I = m.Input(Dimension.Current), V = m.State("V", (Init<Voltage>)(-65 * mV)), sum = m.State("sum", (Init<Voltage>)(0 * mV));
            Expr wave = 0.3 * mS * (1.0 - Cos((Expr)Symbol.StageTime / (1.5 * ms))) * (-V);
            m.Derivative(V, (I + wave - 0.1 * mS * (V + 65 * mV)) / (1 * uF));
            m.Derivative(sum, V / (1 * ms));
        }
    }

    /// <summary>What sums up V of the peer in the voltage of a cell of its own.</summary>
    private sealed class Summing(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m) => m.Gives(1 * mS * m.Read("peer/v", Dimension.Voltage));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(300)]
    public void What_sits_on_a_cell_does_what_it_would_within(double kappa)
    {
        var (within, plain, bare) = (new Waving(1), Circuit.Membrane(2), Circuit.Membrane(2));
        var first = new SymmetryGapJunction((within, plain), "V", Connect.Pairs((0, 1)), kappa / 0.1 * mS);
        var second = new SymmetryGapJunction(bare, "V", Connect.Pairs((0, 1)), kappa / 0.1 * mS);
        Run inside = new Network(within, plain, first).Record(within.V).Record(within["sum"]).Record(plain.V)
            .Run(8 * ms, 0.1 * ms, Circuit.Fixed);
        var sum = new Passive(1) { V_initializer = 0 * mV };
        var reader = new Attachments(new Summing(1), [new Cell(sum, 0)], [new Cell(bare, 0)], [new CellRead(true, _ => "V")]);
        var wiring = new Wiring([Circuit.On(new WaveConductance(1), bare, 0), reader], []);
        Run outside = new Network(bare, sum, second).With(wiring).Record(bare.V).Record(sum.V).Run(8 * ms, 0.1 * ms, Circuit.Fixed);

        Assert.Equal(inside[within.V].Numbers(0), outside[bare.V].Numbers(0), (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.Equal(inside[plain.V].Numbers(1), outside[bare.V].Numbers(1), (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.Equal(inside[within["sum"]].Numbers(0), outside[sum.V].Numbers(0), (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.InRange(outside[bare.V].Numbers(1).Max(), -50, -10);
        Assert.InRange(outside[sum.V].Numbers(0).Min(), -500, -200);
    }

    private static double Rectified(double v, double peer) => (-80 - v) / (1 + Math.Exp((-40 - peer) / 5));

    private static double[] Voltages(double g, double dt)
    {
        Passive n = Circuit.Membrane(3, -65, -65, -65);
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), g * mS);
        var wiring = new Wiring([Circuit.On(new WaveConductance(1), n, 0), Circuit.Between(new Rectifier(2), n, (1, 2), (2, 0))], []);
        Run run = new Network(n, gap).With(wiring).Record(n.V, every: (int)Math.Round(8 / dt)).Run(8 * ms, dt * ms, Circuit.Fixed);
        Assert.Contains("mplicit", run.Treatment, StringComparison.Ordinal);
        return [.. Enumerable.Range(0, 3).Select(i => run[n.V].Number(1, i))];
    }
}
