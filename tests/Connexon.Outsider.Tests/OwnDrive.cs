using Connexon;

using static Connexon.Units;

namespace Outsider;

/// <summary>Drives of a shape that the library does not have, written without access to anything internal.</summary>
public class OwnDrive
{
    private static readonly Time Onset = 3.3 * ms, Tau = 2 * ms;

    /// <summary>An alpha function: smooth, but for the time at which it begins.</summary>
    private static Current Alpha(Time t) => t < Onset ? 0 * uA : 2 * uA * ((t - Onset) / Tau) * Math.Exp(-((t - Onset) / Tau));

    /// <summary>V = 4 mV (1 - (1 + x) exp(-x)) at x = (t - 3.3 ms) / 2 ms, of an integrator without a leak.</summary>
    private static double Risen(double t) => Math.Max(0, (t - 3.3) / 2) is var x ? 4 * (1 - (1 + x) * Math.Exp(-x)) : 0;

    [Theory]
    [InlineData(nameof(Method.Imex4), 1e-6)]
    [InlineData(nameof(Method.RungeKutta4), 1e-6)]
    [InlineData(nameof(Method.Adaptive), 1e-4)]
    public void A_shape_is_integrated_as_by_hand(string method, double tolerance)
    {
        var cell = new Integrator(1);
        Run run = new Network(cell).Drive(cell, Drive.Function(Alpha, edges: [Onset])).Record(cell.V)
            .Run(40 * ms, dt: 0.1 * ms, Method.Parse(method));
        Assert.All(Enumerable.Range(0, 401), k => Assert.Equal(Risen(0.1 * k), run[cell.V].Number(k, 0), tolerance));
    }

    /// <summary>Where it is said when the shape bends, long steps are taken; else it may bend at any time, and none is.</summary>
    [Fact]
    public void Known_edges_let_steps_be_long()
    {
        var cell = new Integrator(1) { leak = 0.1 * mS };
        int Taken(IEnumerable<Time>? edges) =>
            (int)new Network(cell).Drive(cell, Drive.Function(Alpha, edges)).Run(400 * ms, dt: 0.1 * ms, Method.Adaptive()).StepsTaken;

        Assert.Equal(4000, Taken(null));
        Assert.InRange(Taken([Onset]), 33, 1000);
    }

    /// <summary>I = cos(t / ms - i) uA gives V = sin(t / ms - i) + sin(i) mV.</summary>
    [Fact]
    public void Each_neuron_has_a_shape_of_its_own()
    {
        var cells = new Integrator(5);
        Drive wave = Drive.Function((t, i) => Math.Cos(t / ms - i) * uA);
        Trace<Voltage> Run(int threads) =>
            new Network(cells).Drive(cells, wave).Record(cells.V)
                .Run(10 * ms, dt: 0.05 * ms, Method.RungeKutta4, threads: threads)[cells.V];

        Trace<Voltage> one = Run(1), two = Run(2);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(Math.Sin(10 - i) + Math.Sin(i), one[200, i] / mV, 1e-7);
            Assert.Equal(one[200, i], two[200, i]);
        }
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var cells = new Integrator(3);
        Assert.Equal("Edge 1 of a drive is NaN ms: give the finite times at which it jumps or bends. (Parameter 'edges')",
            Assert.Throws<ArgumentException>(() => Drive.Function(Alpha, [1 * ms, double.NaN * ms])).Message);
        Drive odd = Drive.Function<Quantity>((t, i) => i == 2 ? 1 * mV : 1 * uA);
        Assert.Equal("A drive was 1 uA at 0 ms, which is a current (uA), but it is 1 mV for neuron 2 at 0 ms, which is a voltage (mV).",
            Assert.Throws<ArgumentException>(() => new Network(cells).Drive(cells, odd).Run(1 * ms, dt: 0.1 * ms)).Message);
        Assert.Equal("The drive of Integrator is a time (ms), but its input is a current (uA).",
            Assert.Throws<NetworkException>(
                () => new Network(cells).Drive(cells, Drive.Function((t, i) => t)).Run(1 * ms, dt: 0.1 * ms)).Message);
    }
}
