using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Thresholds that are expressions of states and time: spike times against closed forms, and cells that are joined against a shorter step.
/// </summary>
public sealed class MovingThresholds(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Imex4", 0.1, 1, 1e-4)]
    [InlineData("Imex4", 0.1, 2, 1e-4)]
    [InlineData("Adaptive", 0.1, 1, 1e-4)]
    [InlineData("Adaptive", 0.1, 2, 1e-4)]
    [InlineData("Reference(1e-9)", 0.1, 2, 1e-5)]
    [InlineData("RungeKutta4", 1.0 / 1024, 1, 0.05)] // spikes are at ends of steps, resets too
    public void A_leaky_cell_spikes_where_its_threshold_stands(string method, double dt, int thresholds, double within)
    {
        double[] exact = Adapting.Exact(thresholds, 25, 200);
        var cell = new Adapting(1) { Thresholds = thresholds };
        Run run = new Network(cell).Drive(cell, 25 * mV / (1 * ohm)).Run(200 * ms, dt * ms, Method.Parse(method));
        double[] found = [.. run.Spikes(cell).Times(0).Select(t => t / ms)];
        Assert.Equal(exact.Length, found.Length);
        Assert.Equal(thresholds == 1 ? 20 : 13, found.Length);
        double worst = found.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{method}, {thresholds}: {worst:E2} ms, {found.Length} spikes");
        Assert.InRange(worst, 0, within);
    }

    [Fact]
    public void Members_and_populations_spike_as_they_would_alone()
    {
        var one = new Adapting(2);
        var other = new Adapting(1) { jump = 2 * mV };
        Drive drive = 25 * mV / (1 * ohm);
        Run together = new Network(one, other).Drive(one, drive).Drive(other, 30 * mV / (1 * ohm)).Run(100 * ms, 0.1 * ms, batch: 3);
        var alone = new Adapting(1);
        Time[] expected = new Network(alone).Drive(alone, drive).Run(100 * ms, 0.1 * ms).Spikes(alone).Times(0);
        for (int member = 0; member < 3; member++)
            for (int neuron = 0; neuron < 2; neuron++) Assert.Equal(expected, together.Spikes(one).Times(neuron, member));
        double[] exact = Adapting.Exact(1, 30, 100, jump: 2), found = [.. together.Spikes(other).Times(0, 2).Select(t => t / ms)];
        Assert.Equal(exact.Length, found.Length);
        for (int k = 0; k < exact.Length; k++) Assert.Equal(exact[k], found[k], 1e-4);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(5)]
    public void Joined_cells_spike_as_a_shorter_step_says(double rate)
    {
        double[] exact = Pair(rate, 0.1 / 64), found = Pair(rate, 0.1);
        Assert.Equal(exact.Length, found.Length);
        double worst = found.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"g/C = {rate}: {worst:E2} ms, {found.Length} spikes");
        Assert.InRange(worst, 0, 4e-3);
    }

    /// <summary>V = 10 mV sin(t / ms), the threshold y = 10 mV cos(t / ms): V reaches it from below at pi/4 + 2 pi k.</summary>
    [Theory]
    [InlineData("Imex4", 1e-5)]
    [InlineData("Adaptive", 5e-5)]
    [InlineData("RungeKutta4", 0.1)]
    [InlineData("RungeKutta2", 0.11)]
    public void Where_nothing_is_reset_the_crossing_of_two_states_is_located(string method, double within)
    {
        var cell = new Circle(1);
        Time[] spikes = new Network(cell).Run(30 * ms, 0.1 * ms, Method.Parse(method)).Spikes(cell).Times(0);
        Assert.Equal(5, spikes.Length);
        for (int k = 0; k < 5; k++) Assert.Equal(Math.PI * (0.25 + 2 * k), spikes[k] / ms, within);
    }

    /// <summary>The threshold is 10 mV + 5 mV sin(t / ms): exactly where 25 mV (1 - exp(-t / 10 ms)) reaches that.</summary>
    [Fact]
    public void A_threshold_may_be_a_function_of_time()
    {
        var cell = new Clocked(1);
        Time[] spikes = new Network(cell).Drive(cell, 25 * mV / (1 * ohm)).Run(8 * ms, 0.1 * ms).Spikes(cell).Times(0);
        double t = 4;
        for (int k = 0; k < 50; k++) // Newton's method
            t -= (25 * (1 - Math.Exp(-t / 10)) - 10 - 5 * Math.Sin(t)) / (2.5 * Math.Exp(-t / 10) - 5 * Math.Cos(t));
        Assert.Equal(t, spikes[0] / ms, 1e-6);
    }

    private static double[] Pair(double rate, double dt)
    {
        var cells = new Adapting(2) { V_initializer = new[] { 0 * mV, 7 * mV } };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), new Quantity(rate * 1e4, Dimension.Conductance));
        Run run = new Network(cells, gap).Drive(cells, Init.Each(i => new Quantity(i == 0 ? 25e3 : 30e3, Dimension.Current)))
            .Run(100 * ms, dt * ms);
        return [.. run.Spikes(cells).Times(0).Concat(run.Spikes(cells).Times(1)).Select(t => t / ms)];
    }

    /// <summary>
    /// 10 ms V' = -V + R I, V to 0 at a + b with 20 ms a' = 10 mV - a and 90 ms b' = -b, which spikes raise by jump and half of it.
    /// </summary>
    private sealed class Adapting(Shape size) : Neuron(size)
    {
        public int Thresholds { get; init; } = 1;

        public Init<Voltage> jump { get; init; } = 4 * mV;

        public Init<Voltage> V_initializer { get; init; } = 0 * mV;

        protected override void Define(ModelBuilder m)
        {
            Expr jump = m.Parameter(this.jump), V = m.State("V", V_initializer), a = m.State<Voltage>("a", 10 * mV);
            m.Derivative(V, (-V + 1 * ohm * m.Input(Dimension.Current)) / (10 * ms));
            m.Derivative(a, (10 * mV - a) / (20 * ms));
            if (Thresholds == 1)
            {
                m.SpikeWhen(V, a, (V, 0 * mV), (a, a + jump));
                return;
            }
            Expr b = m.State<Voltage>("b", 0 * mV);
            m.Derivative(b, -b / (90 * ms));
            m.SpikeWhen(V, a + b, (V, 0 * mV), (a, a + jump), (b, b + 0.5 * jump));
        }

        /// <summary>Between spikes every state has a closed form; the crossing by halving.</summary>
        public static double[] Exact(int thresholds, double drive, double duration, double jump = 4)
        {
            var spikes = new List<double>();
            double t = 0, a = 10, b = 0;
            double Margin(double s) => drive * (1 - Math.Exp(-s / 10)) - (10 + (a - 10) * Math.Exp(-s / 20)) - b * Math.Exp(-s / 90);
            while (true)
            {
                double high = 0;
                while (Margin(high) < 0) high += 1e-2;
                double low = high - 1e-2;
                for (int k = 0; k < 60; k++)
                {
                    double middle = 0.5 * (low + high);
                    if (Margin(middle) < 0) low = middle;
                    else high = middle;
                }
                t += high;
                if (t > duration) return [.. spikes];
                spikes.Add(t);
                (a, b) = (10 + (a - 10) * Math.Exp(-high / 20) + jump, b * Math.Exp(-high / 90) + (thresholds == 2 ? 0.5 * jump : 0));
            }
        }
    }

    private sealed class Circle(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<Voltage>("V", 0 * mV), y = m.State<Voltage>("y", 10 * mV);
            m.Derivative(V, y / (1 * ms));
            m.Derivative(y, -V / (1 * ms));
            m.SpikeWhenRising(V, y);
        }
    }

    private sealed class Clocked(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<Voltage>("V", 0 * mV);
            m.Derivative(V, (-V + 1 * ohm * m.Input(Dimension.Current)) / (10 * ms));
            m.SpikeWhen(V, 10 * mV + 5 * mV * Sin(m.Time / (1 * ms)), (V, 0 * mV));
        }
    }
}
