using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>
/// Every method runs what is attached, and goes where the reference goes: two squid cells, the first driven by a train through a
/// conductance, the second by the first's spikes, with a delay, and by a graded synapse. Bounds are as measured. Methods that do not locate
/// spikes send them at ends of steps: first order.
/// </summary>
public class EveryMethod(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Method.Imex4), 0.02, 1e-4)]
    [InlineData(nameof(Method.RungeKutta4), 0.02, 0.5)]
    [InlineData(nameof(Method.RungeKutta2), 0.005, 0.15)]
    [InlineData(nameof(Method.Fast), 0.005, 0.15)]
    [InlineData(nameof(Method.ExponentialEuler), 0.0025, 0.6)]
    [InlineData(nameof(Method.Lagged), 0.0025, 0.2)]
    public void Meets_the_reference(string method, double dt, double bound)
    {
        double[] exact = Trace(Method.Reference(1e-8), 0.01);
        double error = Distance(Trace(Method.Parse(method), dt), exact), quarter = Distance(Trace(Method.Parse(method), dt / 4), exact);
        output.WriteLine($"{method} at {dt} ms: rms {error:E2} mV, at a quarter of that {quarter:E2} mV");
        Assert.InRange(error, 0, bound);
        Assert.InRange(quarter, 0, 0.55 * error);
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average());

    private static double[] Trace(Method method, double dt)
    {
        HH n = new(2) { gL = 0.3 * mS, V_initializer = -65 * mV };
        var (driven, coupled, graded) = (new ExpConductance(1), new ExpConductance(1) { tau = 3 * ms }, new Graded(1) { delta = 20 * mV });
        Attachments drive = Circuit.On(driven, n, 0), chemical = Circuit.On(coupled, n, 1), analogue = Circuit.Between(graded, n, (1, 0));
        double[] times = [2, 8, 17, 25];
        var wiring = new Wiring([drive, chemical, analogue],
            [Circuit.Train(times, new EventTarget(drive, 0, 2, 0.5)), Circuit.Spikes(n, 0, new EventTarget(chemical, 0, 1.5, 1.02))]);
        Run run = new Network(n).With(wiring).Record(n.V, every: (int)Math.Round(0.1 / dt)).Run(40 * ms, dt * ms, method);
        Assert.Equal((2, 2), (Math.Min(2, run.Spikes(n).Steps(0).Length), Math.Min(2, run.Spikes(n).Steps(1).Length)));
        return [.. run[n.V].Numbers(0), .. run[n.V].Numbers(1)];
    }
}
