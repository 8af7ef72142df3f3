using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>Short ways to say what sits where.</summary>
internal static class Circuit
{
    private static readonly CellRead Own = new(false, _ => "V"), Peer = new(true, _ => "V");

    /// <summary>The default's scheme with steps as they are, never halved.</summary>
    public static Method Fixed { get; } = new Imex4("fixed", tolerance: 1, halvings: 0);

    /// <summary>Equations on neurons of a population, one on each that is listed; they read its V if they read anything.</summary>
    public static Attachments On(Neuron elements, Neuron population, params int[] neurons) =>
        new(elements, [.. neurons.Select(i => new Cell(population, i))], [], elements.Model.Reads.Count > 0 ? [Own] : []);

    /// <summary>Equations between neurons of a population: on the one, reading V of both.</summary>
    public static Attachments Between(Neuron elements, Neuron population, params (int On, int Peer)[] pairs) =>
        new(elements, [.. pairs.Select(p => new Cell(population, p.On))], [.. pairs.Select(p => new Cell(population, p.Peer))],
            [Own, Peer]);

    /// <summary>Equations that stand by themselves.</summary>
    public static Attachments Alone(Neuron elements) => new(elements, [], [], []);

    public static EventSource Train(double[] times, params EventTarget[] targets) => new(null, new ListedSpikes(times), targets);

    public static EventSource Spikes(Neuron population, int neuron, params EventTarget[] targets) =>
        new(new Cell(population, neuron), null, targets);

    /// <summary>A state of an attached element at each step.</summary>
    public static double[] Recorded(Network network, Neuron elements, int index, string state, RunSettings settings)
    {
        MemorySink sink = null!;
        network.Record("recorded", [new Probe(elements, index, elements.Model.Find(state)!.Symbol)], 1,
            _ => sink = new MemorySink((int)settings.Steps + 1, 1))
            .Run(settings);
        return sink.Values.ToArray();
    }

    /// <summary>The classical Runge-Kutta method, by itself: for solutions to compare with.</summary>
    public static double[] RungeKutta(Func<double, double[], double[]> slope, double[] x, double from, double to, int steps)
    {
        double h = (to - from) / steps;
        for (int n = 0; n < steps; n++)
        {
            double t = from + n * h;
            double[] a = slope(t, x), b = slope(t + h / 2, Ahead(a, h / 2)), c = slope(t + h / 2, Ahead(b, h / 2)),
                d = slope(t + h, Ahead(c, h));
            x = [.. x.Select((_, i) => x[i] + h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]))];
        }
        return x;

        double[] Ahead(double[] k, double by) => [.. x.Zip(k, (v, s) => v + by * s)];
    }

    /// <summary>log2 of how much smaller the error is at half the step.</summary>
    public static double Order(Func<double, double> errorAt, double dt, out double error) =>
        Math.Log2(errorAt(2 * dt) / (error = errorAt(dt)));

    /// <summary>A membrane of 1 uF with a leak of 0.1 mS to -65 mV.</summary>
    public static Passive Membrane(int size, params double[] start) =>
        new(size) { gL = 0.1 * mS, V_initializer = start.Length == 0 ? -65 * mV : start.Select(v => v * mV).ToArray() };
}
