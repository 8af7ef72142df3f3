using System.Globalization;
using static Connexon.Units;

namespace Connexon.Tests.Recordings;

/// <summary>Spikes that go to a file as they come, or are counted alone.</summary>
public sealed class RecordedSpikes : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LIF _cells = new(3);

    public void Dispose() => _folder.Dispose();

    private Network Network => new Network(_cells).Drive(_cells, new[] { 0 * mA, 2 * mA, 4 * mA });

    private static string Row(SpikeRecord s, int k) => string.Create(CultureInfo.InvariantCulture, $"{s.Time(k).Value},{s.Neuron(k)}");

    public static TheoryData<string> Methods => ["Imex4", "Adaptive", "ExponentialEuler", "RungeKutta4", "Fast"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_file_has_what_memory_has_in_the_order_of_time(string method)
    {
        Run run = Network.RecordSpikes(_cells, to: _folder / "s.csv", keep: true).Run(40 * ms, dt: 0.1 * ms, Method.Parse(method));

        SpikeRecord spikes = run.Spikes(_cells);
        Assert.InRange(spikes.Count, 30, 40);
        string[] lines = File.ReadAllLines(_folder / "s.csv");
        Assert.Equal("t_ms,neuron", lines[0]);
        Assert.Equal(Enumerable.Range(0, spikes.Count).Select(k => Row(spikes, k)).Order(), lines[1..].Order());
        double[] times = [.. lines[1..].Select(l => double.Parse(l.Split(',')[0], CultureInfo.InvariantCulture))];
        Assert.Equal(times.Order(), times);
        Assert.Equal([_folder / "s.csv"], _folder.Entries);
    }

    [Fact]
    public void Members_have_a_column()
    {
        var cells = new LIF(2);
        Run run = new Network(cells).Drive(cells, Init.Batch(new[,] { { 4 * mA, 0 * mA }, { 0 * mA, 2 * mA } }))
            .RecordSpikes(cells, to: _folder / "s.csv").Run(2 * ms, dt: 0.1 * ms, Method.ExponentialEuler, batch: 2);

        // The first after 1.5 ms; the second would be after 3.5.
        Assert.Equal("t_ms,member,neuron\n1.5,0,0\n", File.ReadAllText(_folder / "s.csv"));
        Assert.Equal(1, run.Spikes(cells).Count);
    }

    [Fact]
    public void Conditions_have_a_column()
    {
        var cell = new TwoLevels(1);
        new Network(cell).Drive(cell, 1 * uA).RecordSpikes(cell, to: _folder / "s.csv").Run(30 * ms, dt: 0.5 * ms);

        // V rises by 1 mV in each ms from -65 mV, and is seen at -55 and -45.
        string[][] rows = [.. File.ReadAllLines(_folder / "s.csv").Select(l => l.Split(','))];
        Assert.Equal(["t_ms", "neuron", "condition"], rows[0]);
        Assert.Equal(["0", "low", "0", "high"], rows[1..].SelectMany(r => r[1..]));
        Assert.Equal(10, double.Parse(rows[1][0], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(20, double.Parse(rows[2][0], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Without_being_kept_they_are_counted_and_nothing_else()
    {
        int due = Network.Run(40 * ms, dt: 0.1 * ms).Spikes(_cells).Count;

        SpikeRecord spikes = Network.RecordSpikes(_cells).Run(40 * ms, dt: 0.1 * ms).Spikes(_cells);

        Assert.Equal((due, false), (spikes.Count, spikes.IsKept));
        string message = $"The spikes of LIF were not kept in memory: there are {due}. "
            + "Ask for keep: true in RecordSpikes, or read the file.";
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => spikes.Time(0)).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => spikes.Times(1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => spikes.Neuron(due));
    }

    [Fact]
    public void They_take_no_memory()
    {
        var cells = new LIF(1000);
        Network network = new Network(cells).Drive(cells, 1e6 * mA).RecordSpikes(cells).Record(cells.V, every: 1000, neurons: [0]);
        network.Run(1 * ms, dt: 0.01 * ms, Method.ExponentialEuler);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run run = network.Run(10 * ms, dt: 0.01 * ms, Method.ExponentialEuler);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(run.Spikes(cells).Count, 400_000, 1_000_000); // 20 bytes each in memory
        Assert.InRange(taken, 0, 4_000_000);
    }

    [Fact]
    public void Actions_between_steps_see_those_of_the_step_just_done()
    {
        var seen = new List<double>();
        Run run = Network.RecordSpikes(_cells).BetweenSteps(now =>
        {
            Spikes s = now.Spikes(_cells);
            for (int k = 0; k < s.Count; k++) seen.Add(s.Time(k).Value + 1000 * s.Neuron(k));
        }).Run(40 * ms, dt: 0.1 * ms);

        SpikeRecord due = Network.Run(40 * ms, dt: 0.1 * ms).Spikes(_cells);
        Assert.Equal(Enumerable.Range(0, due.Count).Select(k => due.Time(k).Value + 1000 * due.Neuron(k)).Order(), seen.Order());
    }

    [Fact]
    public void A_run_without_them_is_not_compared_and_a_network_is()
    {
        Network network = Network.RecordSpikes(_cells, to: _folder / "s.csv");

        Assert.Equal("The spikes of LIF were not kept, so that they cannot be compared: ask for keep: true in RecordSpikes.",
            Assert.Throws<NetworkException>(() => network.Run(20 * ms, dt: 0.1 * ms).Verify()).Message);
        Assert.InRange(network.Verify(20 * ms, dt: 0.1 * ms).Spikes[0].Kept, 10, 20);
        Assert.InRange(File.ReadAllLines(_folder / "s.csv").Length, 11, 21);
    }

    [Fact]
    public void Two_recordings_into_one_file_and_of_strangers_are_refused()
    {
        Assert.Equal($"The recordings of V of LIF and spikes of LIF go to one file, '{_folder / "x.csv"}': give each its own.",
            Assert.Throws<NetworkException>(() => Network.Record(_cells.V, to: _folder / "x.csv")
                .RecordSpikes(_cells, to: _folder / "x.csv").Run(1 * ms, dt: 0.1 * ms)).Message);
        Assert.Equal("The recording of spikes of Passive is of something that is not part of the network.",
            Assert.Throws<NetworkException>(() => Network.RecordSpikes(new Passive(1)).Run(1 * ms, dt: 0.1 * ms)).Message);
        Assert.Empty(_folder.Entries);
    }

    private sealed class TwoLevels(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr I = m.Input(Dimension.Current);
            Expr V = m.State("V", -65 * mV);
            m.Derivative(V, I / (1 * uF));
            m.SpikeWhenRising("low", V, above: -55 * mV);
            m.SpikeWhenRising("high", V, above: -45 * mV);
        }
    }
}
