using Connexon.Tests.Synapses;
using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Stepping;

/// <summary>Synapses, graded ones, sums of open ones, random trains and events from partition to partition: the bits of one.</summary>
public class AttachedPartitionTests
{
    /// <summary>How open synapses of a neuron are, which those on others sum.</summary>
    private sealed class Open(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr v = m.Read("v", Dimension.Voltage), s = m.State("s", (Init<double>)0.0);
            m.Derivative(s, (1.0 / (1.0 + Exp((-30 * mV - v) / (5 * mV))) - s) / (3 * ms));
            m.Gives(s);
        }
    }

    /// <summary>The current of all that are open, in one.</summary>
    private sealed class Summed(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr v = m.Read("v", Dimension.Voltage), open = m.Read("open", Dimension.None);
            m.Gives(0.05 * mS * open * (-80 * mV - v));
        }
    }

    /// <summary>A current from a time of its own on.</summary>
    private sealed class Late(int size) : Neuron(size)
    {
        public Init<Time> delay { get; init; } = 1 * ms;

        protected override void Define(ModelBuilder m) => m.Gives(Select(m.Time < m.Parameter(delay), 0 * uA, 40 * uA));
    }

    /// <summary>A step is halved in all partitions where in one something begins within it.</summary>
    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    [InlineData("RungeKutta4")]
    public void What_begins_within_a_step(string method)
    {
        var cells = new HH(900);
        var late = new Late(9) { delay = Init.Uniform(0.1 * ms, 0.9 * ms) };
        Network network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, 0.3 * mS))
            .With(new Wiring([Circuit.On(late, cells, [.. Enumerable.Range(0, 9).Select(k => 100 * k)])], []))
            .Drive(cells, Drive.Pulse(20 * uA, 0.1234 * ms, 0.4321 * ms));
        PartitionTests.HoldsBits(network, new RunSettings(3 * ms, 0.02 * ms, Method.Parse(method), Seed: 7), spikes: 5);
    }

    [Theory]
    [InlineData("Imex4", 0.05, "Automatic", 1)]
    [InlineData("Imex4", 20, "ConjugateGradients", 1)]
    [InlineData("Adaptive", 0.05, "Automatic", 1)]
    [InlineData("Fast", 0.05, "Automatic", 3)]
    [InlineData("RungeKutta4", 0.05, "Automatic", 1)]
    public void What_is_attached_and_what_events_do(string method, double weight, string solver, int batch)
    {
        const int N = 700, M = 300;
        HH cells = new(N) { gL = 0.3 * mS, V_initializer = Init.Uniform(-70 * mV, -55 * mV) };
        MorrisLecar other = new(M);
        var (driven, coupled, graded) = (new ExpConductance(N) { Name = "drive" },
            new ExpConductance(N) { Name = "ring", gbase = 0.1 * mS, E = -80 * mV }, new Graded(M));
        int[] all = [.. Enumerable.Range(0, N)];
        Attachments drive = Circuit.On(driven, cells, all), ring = Circuit.On(coupled, cells, all);
        Attachments between = Circuit.Between(graded, other, [.. Enumerable.Range(0, M).Select(i => (i, (i + 101) % M))]);
        Attachments open = Circuit.On(new Open(N), cells, all) with { Observes = true };
        var sums = new Attachments(new Summed(M), [.. Enumerable.Range(0, M).Select(i => new Cell(other, i))], [],
            [new CellRead(false, _ => "V"),
                new SumRead(open, [.. Enumerable.Range(0, 2 * M).Select(k => (k / 2, (7 * k + 350) % N, 1 + 0.01 * k))])]);
        EventSource[] sources =
        [
            .. all.Select(i => new EventSource(null, new PoissonSpikes(0.4, 0.5, 0, 1000), [new EventTarget(drive, i, 1, 0)])),
            .. all.Select(i =>
                Circuit.Spikes(cells, i, new EventTarget(ring, (i + 1) % N, 1, 0.7), new EventTarget(ring, (i + 400) % N, 2, 1.3))),
        ];
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.01), weight * mS);
        Network network = new Network(cells, other, gap).With(new Wiring([drive, ring, between, open, sums], sources))
            .Drive(cells, 10 * uA);

        PartitionTests.HoldsBits(network, new RunSettings(5 * ms, 0.02 * ms, Method.Parse(method), Seed: 7, Batch: batch,
            Solver: Enum.Parse<SolverKind>(solver)), spikes: 300);
    }
}
