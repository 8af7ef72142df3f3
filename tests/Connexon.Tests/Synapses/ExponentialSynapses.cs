using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>
/// A membrane that receives spikes at known times through synapses that decay: against the solution by hand, or by an independent
/// integrator.
/// </summary>
public class ExponentialSynapses(ITestOutputHelper output)
{
    private static readonly double[] Sent = [1, 3.5, 4, 11, 17];
    private const double Delay = 1.5, Weight = 2, Decay = 2, Leak = 0.1;

    private static double[] Voltages(Func<Neuron> synapse, double dt, Method method)
    {
        Passive n = Circuit.Membrane(1);
        Attachments on = Circuit.On(synapse(), n, 0);
        Network network = new Network(n).With(new Wiring([on], [Circuit.Train(Sent, new EventTarget(on, 0, Weight, Delay))]));
        Run run = network.Record(n.V, every: (int)Math.Round(0.5 / dt)).Run(20 * ms, dt * ms, method);
        return run[n.V].Numbers(0);
    }

    [Fact]
    public void A_current_synapse_gives_the_exact_voltage()
    {
        double[] found = Voltages(() => new ExpCurrent(1), 0.05, Method.Default);

        double Exact(double t) => -65 + Sent.Select(s => t - s - Delay).Where(s => s > 0)
            .Sum(s => Weight * 5 * (Math.Exp(-s / Decay) - Math.Exp(-s * Leak)) / (Leak - 1 / Decay));
        double error = found.Select((v, k) => Math.Abs(v - Exact(0.5 * k))).Max();
        output.WriteLine($"largest error {error:E2} mV");
        Assert.InRange(error, 0, 1e-6);
        Assert.InRange(found.Max(), -45, -25);
    }

    [Fact]
    public void A_conductance_synapse_is_of_fourth_order_through_its_events()
    {
        double[] exact = Exact();
        double Error(double dt) => Voltages(() => new ExpConductance(1), dt, Circuit.Fixed).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        double order = Circuit.Order(Error, 0.125, out double error);
        output.WriteLine($"order {order:F2}, error {error:E2} mV at 0.125 ms, {Error(0.025):E2} at 0.025");
        Assert.InRange(order, 3.5, 5);
        Assert.InRange(Error(0.025), 0, 1e-6);
        Assert.InRange(exact.Max(), -40, -5);
    }

    /// <summary>V' = 0.1 (-65 - V) - g V, g' = -g / 2 by fine steps between the events, each of which adds 2 * 0.2 to g.</summary>
    private static double[] Exact()
    {
        var row = new List<double>();
        double[] x = [-65, 0];
        for (int k = 0; ; k++)
        {
            row.Add(x[0]);
            if (k == 40) return [.. row];
            x[1] += Weight * 0.2 * Sent.Count(s => s + Delay == 0.5 * k);
            x = Circuit.RungeKutta((_, y) => [Leak * (-65 - y[0]) - y[1] * y[0], -y[1] / Decay], x, 0, 0.5, 500);
        }
    }
}
