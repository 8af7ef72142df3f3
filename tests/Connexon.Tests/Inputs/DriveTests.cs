using static Connexon.Units;

namespace Connexon.Tests.Inputs;

public class DriveTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.03)]
    [InlineData(0.07)]
    [InlineData(0.001)]
    [InlineData(0.7)]
    public void A_pulse_covers_exactly_its_steps(double dt)
    {
        for (int from = 0; from < 60; from++)
            for (int length = 1; length < 60; length += 7)
            {
                // The user writes the times in decimals; the step's time is a product: they may differ by an ulp.
                Drive pulse = Drive.Pulse(2 * uA, (double)(from * (decimal)dt) * ms, (double)(length * (decimal)dt) * ms);
                double[] due = [.. Enumerable.Range(0, 120).Select(k => k >= from && k < from + length ? 2.0 : 0)];
                Assert.Equal(due, DriveValues.OfOne(pulse, 120, dt));
            }
    }

    [Fact]
    public void Steps_hold_until_the_next_and_the_last_for_ever() =>
        Assert.Equal([0, 0, 1, 1, 1, -2, -2, -2], DriveValues.OfOne(Drive.Step((0.2 * ms, 1 * uA), (0.5 * ms, -2 * uA)), 8, 0.1));

    [Fact]
    public void A_ramp_is_a_straight_line_and_nothing_beside() =>
        Assert.Equal([0, 0, 1, 1.5, 2, 2.5, 0, 0],
            DriveValues.OfOne(Drive.Ramp(1 * uA, 3 * uA, 0.2 * ms, 0.4 * ms), 8, 0.1).Select(x => Math.Round(x, 12)));

    [Fact]
    public void A_sine_has_frequency_bias_and_phase() =>
        Assert.Equal([1, 3, 1, -1, 1],
            DriveValues.OfOne(Drive.Sine(2 * uA, 100 * Hz, bias: 1 * uA), 5, 2.5).Select(x => Math.Round(x, 12)));

    [Fact]
    public void A_phase_shifts_a_sine() =>
        Assert.Equal(2, DriveValues.OfOne(Drive.Sine(2 * uA, 100 * Hz, phase: Math.PI / 2), 1, 2.5)[0], 1e-15);

    [Fact]
    public void A_function_is_called_with_the_time_of_the_step() =>
        Assert.Equal([0, 0.1, 0.2, 0.1 * 3], DriveValues.OfOne(Drive.Function(t => t.Value * uA), 4, 0.1));

    [Fact]
    public void Constants_one_or_each_or_drawn()
    {
        Assert.Equal([3, 3, 3], DriveValues.Of(3 * uA, 1, 0.1, neurons: 3)[0]);
        Assert.Equal([1, 1, 2, 2], DriveValues.Of(new[] { 1 * uA, 2 * uA }, 1, 0.1, neurons: 2, members: 2)[0]);
        double[] drawn = DriveValues.Of(Init.Uniform(1 * uA, 2 * uA), 1, 0.1, neurons: 100)[0];
        Assert.All(drawn, x => Assert.InRange(x, 1, 2));
        Assert.Equal(100, drawn.Distinct().Count());
    }

    [Fact]
    public void Drives_of_a_population_add_up_in_the_step_they_belong_to()
    {
        var cells = new Passive(1) { V_initializer = 0 * mV };
        Run run = new Network(cells).Drive(cells, 1 * uA).Drive(cells, Drive.Pulse(10 * uA, 0.2 * ms, 0.2 * ms))
            .Run(0.5 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        Assert.Equal([0, 0.1, 0.2, 1.3, 2.4, 2.5], run[cells.V].Numbers(0).Select(v => Math.Round(v, 12)));
    }

    [Fact]
    public void The_fourth_order_method_takes_a_drive_within_the_step()
    {
        var cells = new Passive(1) { V_initializer = 0 * mV };
        Drive cubic = Drive.Function(t => 4 * Math.Pow(t.Value, 3) * uA); // its integral, t^4, is what Simpson's rule gives exactly

        Run run = new Network(cells).Drive(cells, cubic).Run(2 * ms, dt: 0.5 * ms, Method.RungeKutta4);

        // But for the end of a step, which is taken a billionth of it early.
        Assert.All(run[cells.V].Numbers(0).Zip([0, 0.0625, 1, 5.0625, 16]), p => Assert.Equal(p.Second, p.First, 4e-9));
    }

    /// <summary>A membrane of 10 ms: what jumps where steps end does not belong to both of them.</summary>
    [Theory]
    [InlineData(nameof(Method.Imex4), 1e-7)]
    [InlineData(nameof(Method.RungeKutta4), 1e-7)]
    [InlineData(nameof(Method.RungeKutta2), 1e-3)]
    public void A_drive_that_jumps_between_two_steps_keeps_the_order(string method, double error)
    {
        var cells = new Passive(1) { gL = 0.1 * mS };
        Network network = new Network(cells).Drive(cells, Drive.Pulse(20 * uA, 6.3 * ms, 0.1 * ms))
            .Drive(cells, Drive.Function(t => t >= 12.3 * ms ? 10 * uA : 0 * uA));
        Run run = network.Record(cells.V).Run(20 * ms, dt: 0.1 * ms, Method.Parse(method));

        double Rise(double t, double from, double by) => t <= from ? 0 : by * -double.ExpM1(-(t - from) / 10);
        double Exact(double t) => -65 + Rise(t, 6.3, 200) - Rise(t, 6.4, 200) + Rise(t, 12.3, 100);
        Assert.InRange(run[cells.V].Numbers(0).Select((v, k) => Math.Abs(v - Exact(0.1 * k))).Max(), 0, error);
    }

    [Fact]
    public void What_cannot_be_is_refused_when_it_is_written()
    {
        static string Refused(Func<Drive> make) => Assert.Throws<ArgumentException>(() => make()).Message;

        Assert.Equal("The steps of a drive must ascend in time, but 1 ms follows 2 ms. (Parameter 'steps')",
            Refused(() => Drive.Step((2 * ms, 1 * uA), (1 * ms, 2 * uA))));
        Assert.Equal("A step drive needs at least one step (time, value). (Parameter 'steps')",
            Refused(() => Drive.Step(Array.Empty<(Time, Current)>())));
        Assert.Equal("The time is 0 ms: it must be positive. (Parameter 'over')", Refused(() => Drive.WhiteNoise(1 * uA, 0 * ms)));
        Assert.Equal("The time is -1 ms: it must be positive. (Parameter 'correlation')",
            Refused(() => Drive.OrnsteinUhlenbeck(0 * uA, 1 * uA, -1 * ms)));
        Assert.Equal(
            "1 uA and 2 mV stand side by side, but the first is a current (uA), the second a voltage (mV): give all one dimension.",
            Refused(() => Drive.Step<Quantity>((0 * ms, 1 * uA), (1 * ms, 2 * mV))));
        Assert.Equal(
            "1 uA and 2 mV stand side by side, but the first is a current (uA), the second a voltage (mV): give all one dimension.",
            Refused(() => Drive.Ramp<Quantity>(1 * uA, 2 * mV, 0 * ms, 1 * ms)));
    }

    [Fact]
    public void A_function_that_changes_its_unit_stops_the_run()
    {
        var n = new HH(1);
        Drive odd = Drive.Function<Quantity>(t => t > 0.5 * ms ? 1 * mV : 1 * uA);

        Assert.Equal("A drive was 1 uA at 0 ms, which is a current (uA), but it is 1 mV at 0.75 ms, which is a voltage (mV).",
            Assert.Throws<ArgumentException>(
                () => new Network(n).Drive(n, odd).Run(1 * ms, dt: 0.25 * ms, Method.ExponentialEuler)).Message);
    }
}
