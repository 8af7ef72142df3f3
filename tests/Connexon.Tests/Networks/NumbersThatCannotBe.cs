using static Connexon.Units;

namespace Connexon.Tests;

/// <summary>What can be known before the first step is said there, and not blamed on the step.</summary>
public class NumbersThatCannotBe
{
    [Fact]
    public void Capacitances_and_time_constants_are_positive()
    {
        Refused("C of HH(4) is 0 uF for neuron 0: the equations divide by it, so that it must be positive.", new HH(4) { C = 0 * uF });
        Refused("C of HH(4) is -1 uF for neuron 2: the equations divide by it, so that it must be positive.",
            new HH(4) { C = new[] { 1 * uF, 1 * uF, -1 * uF, 1 * uF } });
        Refused("tau of LIF(3) is -5 ms for neuron 0: the equations divide by it, so that it must be positive.",
            new LIF(3) { tau = -5 * ms });
        Refused("tau of TwoNumbers(2) is 0 ms for neuron 1: the equations divide by it, so that it must be positive.",
            new TwoNumbers(2) { tau = new[] { 1 * ms, 0 * ms } });
        var batch = new Capacitance[2, 2] { { 1 * uF, 1 * uF }, { 1 * uF, 0 * uF } };
        Refused("C of HH(2) is 0 uF for neuron 1 of member 1: the equations divide by it, so that it must be positive.",
            new HH(2) { C = Init.Batch(batch) }, batch: 2);
    }

    /// <summary>All at once, as everything that is wrong with a network.</summary>
    [Fact]
    public void Several_are_said_together()
    {
        Neuron a = new HH(4) { C = 0 * uF }, b = new LIF(3) { tau = 0 * ms };
        NetworkException e = Assert.Throws<NetworkException>(() => new Network(a, b).Run(1 * ms, 0.1 * ms));
        Assert.Equal(2, e.Problems.Count);
    }

    [Fact]
    public void What_is_divided_by_is_not_0()
    {
        var cells = new MorrisLecar(2) { V2 = 0 * mV };
        Refused("V2 of MorrisLecar(2) is 0 mV for neuron 0: the equations divide by it, so that it must not be 0.", cells);
    }

    [Fact]
    public void A_junction_pulls_towards_the_partner()
    {
        var cells = new LIF(2) { R = -1 * ohm };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 1 * mS);
        Assert.Equal("LIF: the current of a junction moves V of neuron 0 away from its partner. Look at the sign of R, tau.",
            Assert.Throws<NetworkException>(() => new Network(cells, gap).Run(1 * ms, 0.1 * ms)).Message);
    }

    [Fact]
    public void Drives_are_finite()
    {
        var cells = new HH(2);
        Assert.Equal("The drive of HH is NaN uA for neuron 1: give a finite value.", Assert.Throws<NetworkException>(() =>
            new Network(cells).Drive(cells, new[] { 1 * uA, double.NaN * uA }).Run(1 * ms, 0.1 * ms)).Message);
        Says("A drive has the amplitude NaN uA: give a finite one.", () => Drive.Pulse(double.NaN * uA, 1 * ms, 1 * ms));
        Says("A drive has the start NaN ms: give a finite one.", () => Drive.Pulse(1 * uA, double.NaN * ms, 1 * ms));
        Says("The duration is -1 ms: it must be 0 or more.", () => Drive.Pulse(1 * uA, 1 * ms, -1 * ms));
        Says("A drive has a value NaN uA: give a finite one.", () => Drive.Step((1 * ms, double.NaN * uA)));
        Says("A drive has a value Infinity uA: give a finite one.",
            () => Drive.Ramp(1 * uA, double.PositiveInfinity * uA, 1 * ms, 1 * ms));
        Says("The time is 0 ms: it must be positive.", () => Drive.Ramp(1 * uA, 2 * uA, 1 * ms, 0 * ms));
        Says("A drive has the frequency NaN/ms: give a finite one.", () => Drive.Sine(1 * uA, double.NaN * Hz));
        Says("A drive has the deviation NaN uA: give a finite one.", () => Drive.WhiteNoise(double.NaN * uA, 1 * ms));
        Says("A drive is NaN uA at 0.5 ms: its function must give a finite value.", () => new Network(cells)
            .Drive(cells, Drive.Function(t => t < 0.45 * ms ? 0 * uA : double.NaN * uA)).Run(1 * ms, 0.1 * ms, Method.Euler));
    }

    [Fact]
    public void A_drive_for_members_is_the_batch_or_an_error()
    {
        var cells = new HH(2);
        Network network = new Network(cells).Drive(cells, Init.Batch(new Current[3, 2]));
        foreach (int batch in new[] { 1, 2, 5 })
            Assert.Equal($"The drive of HH is given for 3 members, but the batch is {batch}: run with batch: 3.",
                Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.1 * ms, batch: batch)).Message);
        Assert.Equal(3, network.Run(1 * ms, 0.1 * ms, batch: 3).Members);
    }

    private static void Says(string message, Action action) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void Refused(string message, Neuron cells, int batch = 1) => Assert.Equal(message,
        Assert.Throws<NetworkException>(() => new Network(cells).Run(1 * ms, 0.1 * ms, batch: batch)).Message);
}
