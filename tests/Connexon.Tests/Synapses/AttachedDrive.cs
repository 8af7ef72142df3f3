using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>The default keeps its order under what attached equations drive, smooth or with edges where steps end.</summary>
public class AttachedDrive(ITestOutputHelper output)
{
    private static double Voltage(Neuron input, double dt)
    {
        Passive n = Circuit.Membrane(1);
        Run run = new Network(n).With(new Wiring([Circuit.On(input, n, 0)], [])).Record(n.V, every: (int)Math.Round(12 / dt))
            .Run(12 * ms, dt * ms, Circuit.Fixed);
        return run[n.V].Number(1, 0);
    }

    [Fact]
    public void Smooth()
    {
        double exact = Circuit.RungeKutta((t, v) => [0.1 * (-65 - v[0]) - 0.3 * (1 - Math.Cos(t / 1.5)) * v[0]], [-65], 0, 12, 24_000)[0];
        double order = Circuit.Order(dt => Math.Abs(Voltage(new WaveConductance(1), dt) - exact), 0.2, out double error);
        output.WriteLine($"order {order:F2}, error {error:E2} mV at 0.2 ms");
        Assert.InRange(order, 3.5, 5.5);
        Assert.InRange(error, 1e-9, 1e-4);
    }

    /// <summary>An edge that any stage saw from the wrong side would leave an error of first order: 1.6 mV at this step.</summary>
    [Fact]
    public void A_pulse_whose_edges_fall_on_ends_of_steps()
    {
        double exact = -65 + 200 * (Math.Exp(-0.1 * (12 - 7.2)) - Math.Exp(-0.1 * (12 - 2.4)));
        double order = Circuit.Order(dt => Math.Abs(Voltage(new Pulse(1), dt) - exact), 0.4, out double error);
        output.WriteLine($"order {order:F2}, error {error:E2} mV at 0.4 ms");
        Assert.InRange(order, 3.5, 5.5);
        Assert.InRange(error, 1e-10, 1e-5);
    }

    /// <summary>The same with RungeKutta4, whose first and last stages stand on the ends too.</summary>
    [Fact]
    public void A_pulse_under_RungeKutta4()
    {
        double exact = -65 + 200 * (Math.Exp(-0.1 * (12 - 7.2)) - Math.Exp(-0.1 * (12 - 2.4)));
        Passive n = Circuit.Membrane(1);
        Run run = new Network(n).With(new Wiring([Circuit.On(new Pulse(1), n, 0)], [])).Record(n.V)
            .Run(12 * ms, 0.1 * ms, Method.RungeKutta4);
        Assert.Equal(exact, run[n.V].Number(120, 0), 1e-6);
    }
}
