using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>Time in an equation is the time of the stage: each method keeps its order.</summary>
public sealed class TimeInEquations(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Imex4", 3.8, 1e-6)]
    [InlineData("RungeKutta4", 3.8, 1e-6)]
    [InlineData("RungeKutta2", 1.9, 1e-2)]
    [InlineData("Fast", 1.9, 1e-2)]
    [InlineData("Euler", 0.9, 0.1)]
    [InlineData("Lagged", 0.9, 0.1)]
    [InlineData("ExponentialEuler", 0.9, 0.1)]
    public void A_method_keeps_its_order(string method, double order, double within)
    {
        double[] errors = [.. new[] { 0.2, 0.1, 0.05 }.Select(dt => Math.Abs(Sine(dt, method) - Math.Sin(10)))];
        output.WriteLine($"{method}: {string.Join(' ', errors.Select(e => $"{e:E2}"))}");
        Assert.InRange(errors[1], 0, within);
        Assert.InRange(Math.Log2(errors[1] / errors[2]), order, order + 0.7);
    }

    [Fact]
    public void Long_steps_are_right_to_their_tolerance() => Assert.Equal(Math.Sin(10), Sine(0.1, "Adaptive"), 2e-6);

    /// <summary>A rate in time and in the state: x' = -x cos t, x = exp(-sin t).</summary>
    [Theory]
    [InlineData("Imex4")]
    [InlineData("RungeKutta4")]
    public void Also_where_time_multiplies_a_state(string method)
    {
        double Error(double dt)
        {
            var cell = new Product(1);
            double[] x = new Network(cell).Record(cell.x).Run(10 * ms, dt * ms, Method.Parse(method))[cell.x].Numbers(0);
            return x.Select((x, k) => Math.Abs(x - Math.Exp(-Math.Sin(k * dt)))).Max();
        }
        double coarse = Error(0.1), fine = Error(0.05);
        output.WriteLine($"{method}: {coarse:E2} {fine:E2}");
        Assert.InRange(Math.Log2(coarse / fine), 3.7, 4.6);
        Assert.InRange(coarse, 0, 5e-6);
    }

    /// <summary>What switches at a step's end does so between two steps: a pulse from 1 to 2 ms of exactly its length.</summary>
    [Theory]
    [InlineData("Imex4", 0.1)]
    [InlineData("RungeKutta4", 0.1)]
    [InlineData("RungeKutta2", 0.1)]
    [InlineData("Adaptive", 0.1)]
    [InlineData("Imex4", 0.25)]
    public void A_switch_at_the_end_of_a_step_is_between_two_steps(string method, double dt)
    {
        var cell = new Pulse(1);
        double[] x = new Network(cell).Record(cell.x).Run(4 * ms, dt * ms, Method.Parse(method))[cell.x].Numbers(0);
        Assert.Equal(0, x[(int)Math.Round(1 / dt)], 1e-12);
        Assert.Equal(1, x[^1], 1e-12);
    }

    /// <summary>
    /// After a reset within the step time goes on from the spike: V' = 2 t / ms^2 mV, V to 0 at 10 mV, so that V = t^2 - 10 n and the
    /// spikes are at sqrt(10 n) ms.
    /// </summary>
    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    public void After_a_spike_within_the_step_time_is_that_of_the_spike(string method)
    {
        var cell = new Ramp(1);
        Run run = new Network(cell).Record(cell["V"]).Run(19.9 * ms, 0.1 * ms, Method.Parse(method));
        double[] spikes = [.. run.Spikes(cell).Times(0).Select(t => t / ms)];
        Assert.Equal(39, spikes.Length);
        for (int n = 1; n < 40; n++) Assert.Equal(Math.Sqrt(10 * n), spikes[n - 1], 1e-7);
        Assert.Equal(15 * 15 - 220, run[cell["V"]].Numbers(0)[150], 1e-6);
    }

    private static double Sine(double dt, string method)
    {
        var cell = new Clocked(1);
        return new Network(cell).Record(cell.x).Run(10 * ms, dt * ms, Method.Parse(method))[cell.x].Numbers(0)[^1];
    }

    private sealed class Clocked(Shape size) : Neuron(size)
    {
        public State<double> x => State<double>();

        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State<double>("x", 0.0);
            m.Derivative(x, Cos(m.Time / (1 * ms)) / (1 * ms));
        }
    }

    private sealed class Product(Shape size) : Neuron(size)
    {
        public State<double> x => State<double>();

        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State<double>("x", 1.0);
            m.Derivative(x, -x * Cos(m.Time / (1 * ms)) / (1 * ms));
        }
    }

    private sealed class Pulse(Shape size) : Neuron(size)
    {
        public State<double> x => State<double>();

        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State<double>("x", 0.0);
            m.Derivative(x, Select((m.Time >= 1 * ms) & (m.Time < 2 * ms), 1.0, 0.0) / (1 * ms));
        }
    }

    private sealed class Ramp(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<Voltage>("V", 0 * mV);
            m.Derivative(V, 2 * mV * m.Time / (1 * ms) / (1 * ms));
            m.SpikeWhen(V, 10 * mV, (V, 0 * mV));
        }
    }
}
