using Connexon.Tests.Synapses;

using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>Several spike conditions of one model: when each is met, under every method, against closed forms.</summary>
public sealed class SpikeConditions(ITestOutputHelper output)
{
    private static readonly string[] Locating = ["Imex4", "Adaptive", "Reference"];

    public static TheoryData<string> Methods => [.. Method.All.Select(m => m.Name), "Adaptive", "Reference"];

    private static readonly double[] Levels = [2.345, 5.678];

    /// <summary>x rises by 1 mV in 1 ms: every method is exact, and reports the end of the step or the crossing itself.</summary>
    [Theory, MemberData(nameof(Methods))]
    public void Two_thresholds_of_a_straight_line_are_met_when_it_reaches_them(string method)
    {
        var cell = new Course(1) { Slope = _ => 1 * mV / ms };
        Run run = new Network(cell).Run(8 * ms, 0.1 * ms, Method.Parse(method));
        foreach (var (condition, level) in new[] { "spike", "high" }.Zip(Levels))
            Assert.Equal(Locating.Contains(method) ? level : Math.Ceiling(level / 0.1) * 0.1,
                Assert.Single(run.Spikes(cell, condition).Times(0)) / ms, 1e-9);
        Assert.Same(run.Spikes(cell), run.Spikes(cell, "spike"));
        Assert.Equal("high", run.Spikes(cell, "high").Condition);
    }

    /// <summary>x = 10 mV (1 - e^(-t / 5 ms)).</summary>
    [Theory, MemberData(nameof(Methods))]
    public void Two_thresholds_of_a_relaxing_state_are_met_when_it_reaches_them(string method)
    {
        const double Dt = 0.01;
        var cell = new Course(1) { Slope = x => (10 * mV - x) / (5 * ms) };
        Run run = new Network(cell).Run(6 * ms, Dt * ms, Method.Parse(method));
        foreach (var (condition, level) in new[] { "spike", "high" }.Zip(Levels))
        {
            double exact = -5 * Math.Log(1 - level / 10), found = Assert.Single(run.Spikes(cell, condition).Times(0)) / ms;
            output.WriteLine($"{method} {condition}: {found - exact:E2} ms");
            // on the cubic of a long step: its tolerance
            if (Locating.Contains(method)) Assert.Equal(exact, found, method == "Adaptive" ? 5e-5 : 1e-6);
            else Assert.InRange(found - exact, -0.5 * Dt, 2 * Dt); // the end of the step, and Euler's error
        }
    }

    /// <summary>x = 10 mV sin(t / ms): each threshold once a turn, at any number of members and threads.</summary>
    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    [InlineData("RungeKutta4")]
    public void Members_and_threads_find_what_one_finds(string method)
    {
        Run Run(int size, int batch, int threads)
        {
            var cells = new Turning(size);
            return new Network(cells).Run(30 * ms, 0.05 * ms, Method.Parse(method), batch: batch, threads: threads);
        }
        Run one = Run(1, 1, 1), many = Run(70, 3, 2);
        Neuron alone = one.Network.Populations[0], together = many.Network.Populations[0];
        foreach (var (condition, level) in new[] { "spike", "high" }.Zip(Levels))
        {
            Time[] times = one.Spikes(alone, condition).Times(0);
            Assert.Equal(5, times.Length);
            for (int k = 0; k < 5; k++)
                Assert.Equal(Math.Asin(level / 10) + 2 * Math.PI * k, times[k] / ms, Locating.Contains(method) ? 5e-5 : 0.051);
            if (method == "Adaptive") continue; // a batch goes by dt
            Assert.Equal(5 * 70 * 3, many.Spikes(together, condition).Count);
            foreach (int neuron in new[] { 0, 37, 69 })
                for (int member = 0; member < 3; member++) Assert.Equal(times, many.Spikes(together, condition).Times(neuron, member));
        }
    }

    /// <summary>
    /// A leaky cell, reset from 15 to 0 mV: 7 mV is passed on the way, before or after a reset within the step, and a count is lifted by
    /// resets alone.
    /// </summary>
    [Theory]
    [InlineData("Imex4", 1, 3e-4)]
    [InlineData("Imex4", 0.1, 1e-6)]
    [InlineData("Adaptive", 0.1, 1e-6)]
    [InlineData("Reference", 0.1, 1e-6)]
    [InlineData("RungeKutta4", 0.001, 0.03)] // each reset comes up to a step late
    [InlineData("Euler", 0.001, 0.03)]
    [InlineData("Fast", 0.001, 0.03)]
    [InlineData("Lagged", 0.001, 0.03)]
    [InlineData("ExponentialEuler", 0.001, 0.04)]
    public void A_cell_that_is_reset_is_observed_on_both_sides_of_its_reset(string method, double dt, double within)
    {
        const double Tau = 10, Drive = 100;
        var cell = new Observed(1);
        Run run = new Network(cell).Drive(cell, Drive * mV / ms / Tau).Record(cell["seen"]).Run(20 * ms, dt * ms, Method.Parse(method));
        double period = -Tau * Math.Log(1 - 15 / Drive), half = -Tau * Math.Log(1 - 7 / Drive);
        double[] spikes = [.. run.Spikes(cell).Times(0).Select(t => t / ms)],
            halves = [.. run.Spikes(cell, "half").Times(0).Select(t => t / ms)];
        Assert.Equal((12, 12), (spikes.Length, halves.Length));
        double worst = Enumerable.Range(0,
            12).Max(k => Math.Max(Math.Abs(spikes[k] - period * (k + 1)), Math.Abs(halves[k] - half - period * k)));
        output.WriteLine($"{method}, dt = {dt}: {worst:E2} ms");
        Assert.InRange(worst, 0, within);
        Assert.Equal(spikes[2], Assert.Single(run.Spikes(cell, "third").Times(0)) / ms, method == "ExponentialEuler" ? 1.01 * dt : 1e-9);
        Assert.Equal(halves.Length, run[cell["seen"]].Number(run[cell["seen"]].Rows - 1, 0));
    }

    /// <summary>V' = (V^2 + 1) / ms, from -10: V = tan. The cell takes steps of its own where V runs away to 1000.</summary>
    [Theory]
    [InlineData("Imex4", 1.5e-3)] // after six spikes, each a little late
    [InlineData("Adaptive", 1.5e-3)]
    [InlineData("Reference", 2e-5)]
    public void A_runaway_cell_is_observed_in_its_own_steps(string method, double within)
    {
        var cell = new Upswings(1);
        Run run = new Network(cell).Run(20 * ms, 0.1 * ms, Method.Parse(method));
        double period = Math.Atan(1000) + Math.Atan(10);
        foreach (var (condition, level) in new[] { ("spike", 1000.0), ("slow", 0), ("fast", 20) })
        {
            double[] found = [.. run.Spikes(cell, condition).Times(0).Select(t => t / ms)];
            double first = Math.Atan(level) + Math.Atan(10);
            Assert.Equal((int)((20 - first) / period) + 1, found.Length);
            double worst = found.Select((t, k) => Math.Abs(t - first - k * period)).Max();
            output.WriteLine($"{method} {condition}: {worst:E2} ms");
            Assert.InRange(worst, 0, within);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(5)]
    public void Joined_cells_are_observed_as_a_shorter_step_says(double rate)
    {
        (double[] Spikes, double[] Halves) Of(double dt)
        {
            var cells = new Observed(2) { start = [0 * mV, 6 * mV] };
            var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), new Quantity(rate, Dimension.None / Dimension.Time));
            Run run = new Network(cells, gap).Drive(cells, new[] { 5 * mV / ms, 2 * mV / ms }).Run(80 * ms, dt * ms);
            return ([.. run.Spikes(cells).Times(0).Select(t => t / ms)],
                [.. run.Spikes(cells, "half").Times(0).Concat(run.Spikes(cells, "half").Times(1)).Select(t => t / ms)]);
        }
        var (exact, found) = (Of(0.1 / 64), Of(0.1));
        Assert.Equal((exact.Spikes.Length, exact.Halves.Length), (found.Spikes.Length, found.Halves.Length));
        Assert.InRange(found.Halves.Length, 10, 100);
        double worst = exact.Halves.Zip(found.Halves, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{rate}: {worst:E2} ms, {found.Halves.Length} crossings");
        Assert.InRange(worst, 0, 4e-3);
    }

    [Theory]
    [InlineData(null, 24)]
    [InlineData("high", 57)]
    public void Events_come_from_the_condition_that_is_named(string? condition, int step)
    {
        var (cell, counter) = (new Course(1) { Slope = _ => 1 * mV / ms }, new Counter(1));
        Attachments at = Circuit.Alone(counter);
        EventSource source = Circuit.Spikes(cell, 0, new EventTarget(at, 0, 0.5, 0)) with { Spike = condition };
        double[] n = Circuit.Recorded(new Network(cell).With(new Wiring([at], [source])), counter, 0, "n",
            new RunSettings(8 * ms, 0.1 * ms, Method.Adaptive()));
        Assert.Equal([step], Enumerable.Range(1, 80).Where(k => n[k] != n[k - 1]));
    }

    [Fact]
    public void Single_precision_reports_every_condition()
    {
        var cell = new Course(40) { Slope = _ => 1 * mV / ms };
        Run run = new Network(cell).Run(8 * ms, 0.125 * ms, Method.RungeKutta4, precision: Precision.Single);
        Assert.Equal(40, run.Spikes(cell, "high").Count);
        Assert.Equal(5.75, run.Spikes(cell, "high").Time(39) / ms);
    }

    [Fact]
    public void A_session_has_the_spikes_of_each_condition()
    {
        var cell = new Course(1) { Slope = _ => 1 * mV / ms };
        Session session = new Network(cell).Start(0.1 * ms);
        for (int k = 0; k < 57; k++) session.Step();
        Assert.False(session.Spikes(cell)[0]);
        Assert.True(session.Spikes(cell, "high")[0]);
        string message = Assert.Throws<ArgumentException>(() => session.Spikes(cell, "low")).Message;
        Assert.StartsWith("'low' is not a spike condition of Course(1). It has 'spike', 'high'.", message);
    }

    /// <summary>V is reset from 5 to 0 mV, W from 3 to 1 mV; both rise by 1 mV in 1 ms.</summary>
    [Theory]
    [InlineData("RungeKutta4")]
    [InlineData("Fast")]
    [InlineData("Euler")]
    public void Two_conditions_reset_between_steps(string method)
    {
        var cell = new TwoResets(1);
        Run run = new Network(cell).Run(12.5 * ms, 0.125 * ms, Method.Parse(method));
        Assert.Equal([5.0, 10], run.Spikes(cell, "V").Times(0).Select(t => t / ms));
        Assert.Equal([3.0, 5, 7, 9, 11], run.Spikes(cell, "W").Times(0).Select(t => t / ms));
    }

    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    public void A_method_that_resets_within_the_step_refuses_a_second_reset_by_name(string method)
    {
        var cell = new TwoResets(1);
        var e = Assert.Throws<NetworkException>(() => new Network(cell).Run(1 * ms, 0.1 * ms, Method.Parse(method)));
        Assert.Equal([$"TwoResets cannot be run: {method} resets and holds a cell within the step, by one spike condition, but "
            + "TwoResets has 'V' and 'W': use RungeKutta4, Fast or ExponentialEuler, which do so between steps, or let 'W' "
            + "only observe (SpikeWhenRising, no refractory time)."], e.Problems);
    }

    [Fact]
    public void What_cannot_be_said_of_conditions_is_named()
    {
        string Message(Action<ModelBuilder, Expr> define) => Assert.Throws<ArgumentException>(() => new Defined(define).Model).Message;
        Assert.Equal(
            "Model Defined has two spike conditions named 'spike': give the second a name of its own, "
                + "m.SpikeWhenRising(\"dendritic\", V, ...).",
            Message((m, V) => { m.SpikeWhenRising(V, 1 * mV); m.SpikeWhenRising(V, 2 * mV); }));
        Assert.Equal("Model Defined has the spike condition 'late', which resets, after 'spike', which does not: the first is the one "
            + "that a population records and sends where none is named. Call SpikeWhen before SpikeWhenRising.",
            Message((m, V) => { m.SpikeWhenRising(V, 1 * mV); m.SpikeWhen("late", V, 2 * mV); }));
        Assert.Equal(
            "Model Defined gives a spikelet to its spike condition 'second': junctions carry that of the first, 'spike'. "
                + "Say it before the second.",
            Message((m, V) => { m.SpikeWhen(V, 1 * mV); m.SpikeWhenRising("second", V, 2 * mV); m.Spikelet((Expr)(1 * mV) * (1 * ms)); }));
        Assert.Equal("Model Defined has a spike condition with an empty name.", Message((m, V) => m.SpikeWhenRising(" ", V, 1 * mV)));
    }

    private sealed class Course(int size) : Neuron(size)
    {
        public required Func<Expr, Expr> Slope { get; init; }

        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State("x", 0 * mV);
            m.Derivative(x, Slope(x));
            m.SpikeWhenRising(x, above: Levels[0] * mV);
            m.SpikeWhenRising("high", x, above: Levels[1] * mV);
        }
    }

    private sealed class Turning(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State("x", 0 * mV), y = m.State("y", 10 * mV);
            m.Derivative(x, y / (1 * ms));
            m.Derivative(y, -x / (1 * ms));
            m.SpikeWhenRising(x, above: Levels[0] * mV);
            m.SpikeWhenRising("high", x, above: Levels[1] / 10 * Sqrt(x * x + y * y)); // moves, but for the method's error not at all
        }
    }

    private sealed class Observed(int size) : Neuron(size)
    {
        public Init<Voltage> start { get; init; } = 0 * mV;

        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", start), count = m.State("count", 0), seen = m.State("seen", 0);
            m.Derivative(V, m.Input(Dimension.Voltage / Dimension.Time) - V / (10 * ms));
            m.SpikeWhen(V, reaches: 15 * mV, (V, 0 * mV), (count, count + 1));
            m.SpikeWhenRising("half", V, above: 7 * mV);
            m.AtSpike((seen, seen + 1));
            m.SpikeWhenRising("third", count, above: 2.5);
        }
    }

    private sealed class Upswings(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", -10.0);
            m.Derivative(V, (V * V + 1) / (1 * ms));
            m.SpikeWhen(V, reaches: 1000, (V, -10));
            m.SpikeWhenRising("slow", V, above: 0);
            m.SpikeWhenRising("fast", V, above: 20);
        }
    }

    private sealed class TwoResets(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", 0 * mV), W = m.State("W", 0 * mV);
            m.Derivative(V, 1 * mV / ms);
            m.Derivative(W, 1 * mV / ms);
            m.SpikeWhen("V", V, reaches: 5 * mV, (V, 0 * mV));
            m.SpikeWhen("W", W, reaches: 3 * mV, (W, 1 * mV));
        }
    }

    private sealed class Defined(Action<ModelBuilder, Expr> define) : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", 0 * mV);
            m.Derivative(V, -V / (1 * ms));
            define(m, V);
        }
    }
}
