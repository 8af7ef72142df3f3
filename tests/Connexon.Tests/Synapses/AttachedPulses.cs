using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>What is attached to cells and begins or ends within a step, by a time that its parameters say.</summary>
public class AttachedPulses
{
    /// <summary>A pulse for each element.</summary>
    private sealed class PulseOf(int size) : Neuron(size)
    {
        public Init<Time> delay { get; init; } = 1 * ms;

        public Init<Time> duration { get; init; } = 1 * ms;

        protected override void Define(ModelBuilder m)
        {
            Expr delay = m.Parameter(this.delay), duration = m.Parameter(this.duration);
            m.Gives(Select((delay <= m.Time) & (m.Time < delay + duration), 3 * uA, 0 * uA));
        }
    }

    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    [InlineData("Reference(1e-9)")]
    [InlineData("RungeKutta4")]
    [InlineData("ExponentialEuler")]
    public void Each_brings_its_charge(string method)
    {
        Time[] starts = [5 * ms, 5.01 * ms, 5.03 * ms, 5.0711 * ms, 5.15 * ms];
        Time[] lengths = [0.02 * ms, 0.02 * ms, 0.5 * ms, 0.1 * ms, 2.2 * ms];
        Run run = Pulses(starts, lengths, method, out Passive cells);
        for (int i = 0; i < starts.Length; i++) Assert.Equal(3 * (lengths[i] / ms), run[cells.V][i][^1] / mV + 65, 1e-6);
        Assert.Empty(run.Warnings);
    }

    /// <summary>A method that goes by the step before says what it cannot do, where it matters.</summary>
    [Fact]
    public void The_fast_method_warns_of_what_begins_or_ends_within_its_steps()
    {
        Assert.Equal(
            ["Fast takes what begins or ends within a step, by the equations of a cell or of what is attached to one, for what stands at "
                + "its start: its charge is wrong by up to a step's. Take Imex4, whose steps end there, or a dt of which these times are "
                + "multiples."],
            Pulses([5.01 * ms], [0.02 * ms], "Fast", out _).Warnings);
        Assert.Empty(Pulses([5 * ms], [0.3 * ms], "Fast", out _).Warnings);
    }

    private static Run Pulses(Time[] starts, Time[] lengths, string method, out Passive cells)
    {
        cells = new Passive(starts.Length);
        var pulses = new PulseOf(starts.Length) { delay = starts, duration = lengths };
        return new Network(cells).With(new Wiring([Circuit.On(pulses, cells, [.. Enumerable.Range(0, starts.Length)])], [])).Record(cells.V)
            .Run(10 * ms, 0.1 * ms, Method.Parse(method));
    }
}
