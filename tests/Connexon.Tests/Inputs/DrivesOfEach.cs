using static Connexon.Units;

namespace Connexon.Tests.Inputs;

/// <summary>Drives with a value of its own for each neuron, and of some neurons only.</summary>
public class DrivesOfEach
{
    [Fact]
    public void A_pulse_with_an_amplitude_for_each()
    {
        Assert.Equal([[0, 0], [1, 2], [0, 0]], DriveValues.Of(Drive.Pulse(new[] { 1 * uA, 2 * uA }, 1 * ms, 1 * ms), 3, 1, neurons: 2));
        Assert.Equal([[0, 0, 0, 0], [1, 3, 2, 4]], DriveValues.Of(
            Drive.Pulse(Init.Batch(new[,] { { 1 * uA, 2 * uA }, { 3 * uA, 4 * uA } }), 1 * ms, 1 * ms), 2, 1, neurons: 2, members: 2));
        double[] drawn = DriveValues.Of(Drive.Pulse(Init.Uniform(1 * uA, 2 * uA), 0 * ms, 1 * ms), 1, 1, neurons: 50)[0];
        Assert.All(drawn, x => Assert.InRange(x, 1, 2));
        Assert.Equal(50, drawn.Distinct().Count());
    }

    [Fact]
    public void Steps_with_values_for_each()
    {
        Assert.Equal([[0, 0], [5, 6], [5, 6]], DriveValues.Of(Drive.Step([5 * uA, 6 * uA], start: 1 * ms), 3, 1, neurons: 2));
        Assert.Equal([[0, 0], [1, 2], [3, -4]], DriveValues.Of(
            Drive.Step((1 * ms, new[] { 1 * uA, 2 * uA }), (2 * ms, new[] { 3 * uA, -4 * uA })), 3, 1, neurons: 2));
        Assert.Equal([0, 10, 10], DriveValues.OfOne(Drive.Step(10 * uA, start: 1 * ms), 3, 1));
    }

    [Fact]
    public void A_function_of_time_where_a_drive_goes()
    {
        var cells = new Passive(2);
        Run run = new Network(cells).Drive(cells, t => t < 0.45 * ms ? 1 * uA : 3 * uA).Drive(cells, (t, i) => 10 * i * uA)
            .Record(cells.V).Run(1 * ms, 0.1 * ms, Method.Euler);
        Assert.Equal(-65 + 2, run[cells.V][0][^1] / mV, 1e-12); // five steps of each
        Assert.Equal(-65 + 12, run[cells.V][1][^1] / mV, 1e-12);
    }

    [Theory]
    [InlineData("Imex4", 1)]
    [InlineData("Imex4", 3)]
    [InlineData("Fast", 1)]
    public void Some_neurons_are_driven_in_the_order_named(string method, int threads)
    {
        var cells = new Passive(5);
        Run run = new Network(cells)
            .Drive(cells, Drive.Pulse(new[] { 3 * uA, 7 * uA }, 0.25 * ms, 0.5 * ms), neurons: [4, 1])
            .Drive(cells, 1 * uA, neurons: [2])
            .Record(cells.V).Run(1 * ms, 0.1 * ms, Method.Parse(method), threads: threads);
        double[] charges = [0, 3.5, 1, 0, 1.5];
        for (int i = 0; i < 5; i++) Assert.Equal(-65 + charges[i], run[cells.V][i][^1] / mV, 1e-12);
    }

    [Fact]
    public void Their_noise_is_that_of_so_many_neurons()
    {
        Drive noise = Drive.WhiteNoise(1 * uA, 1 * ms);
        double[] all = DriveValues.Of(noise, 1, 0.1, neurons: 2)[0], some = DriveValues.Of(new PartialDrive(noise, [3, 0]), 1, 0.1, 4)[0];
        Assert.Equal([all[1], 0, 0, all[0]], some);
    }

    [Fact]
    public void Who_is_not_there_is_named()
    {
        var cells = new HH(3);
        var net = new Network(cells);
        Assert.Equal(["A drive of HH is for neuron 3: there are neurons 0 to 2."],
            net.Drive(cells, 1 * uA, neurons: [0, 3]).Check());
        Assert.Equal(["A drive of HH names neuron 1 2 times: name each once, drives add up."],
            net.Drive(cells, 1 * uA, neurons: [1, 1]).Check());
        Assert.Equal(["The drive of 2 neurons of HH has 3 values for 2 neurons: give one value, or exactly one per neuron."],
            net.Drive(cells, new[] { 1 * uA, 2 * uA, 3 * uA }, neurons: [0, 1]).Check());
    }
}
