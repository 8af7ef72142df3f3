using static Connexon.Units;

namespace Connexon.Tests.Simulation;

/// <summary>A step allocates nothing: a run ten times as long takes the same memory, to the byte.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HH _n = new(9);
    private readonly LIF _other = new(5);
    private readonly SymmetryGapJunction _gap;

    public AllocationTests() => _gap = new SymmetryGapJunction(_n, "V", Connect.Ring, 0.1 * mS);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(Method.ExponentialEuler))]
    [InlineData(nameof(Method.RungeKutta4))]
    public void Recording_in_memory_spikes_and_every_kind_of_drive(string method)
    {
        Network network = new Network(_n, _other, _gap)
            .Drive(_n, 6 * uA).Drive(_n, Init.Uniform(0 * uA, 1 * uA)).Drive(_n, Drive.Function(t => 1 * uA))
            .Drive(_n, Drive.Function<Quantity>(t => 1 * uA)).Drive(_n, Drive.Sine(1 * uA, 40 * Hz)).Drive(_n, Drive.Pulse(1 * uA, 1 * ms, 2 * ms))
            .Drive(_n, Drive.Ramp(0 * uA, 1 * uA, 0 * ms, 5 * ms)).Drive(_n, Drive.Step((1 * ms, 1 * uA), (2 * ms, 0 * uA)))
            .Drive(_n, Drive.WhiteNoise(0.1 * uA, 1 * ms)).Drive(_n, Drive.OrnsteinUhlenbeck(0 * uA, 0.1 * uA, 5 * ms)).Drive(_other, 2 * mA);

        // As many rows for both lengths: memory is set aside for them before the first step.
        long Allocated(int steps) => AllocatedBy(() => network.Record(_n.V, every: steps / 100).Record(_gap, every: steps / 100)
            .Run(steps * (0.01 * ms), dt: 0.01 * ms, Method.Parse(method), batch: 2));

        Allocated(1000);
        Assert.Equal(Allocated(1000), Allocated(10_000));
    }

    [Fact]
    public void Streaming_to_a_file()
    {
        Network network = new Network(_n, _gap).Drive(_n, 10 * uA).Record(_n.V, to: _folder / "V.csv").Record(_gap, to: _folder / "I.csv");

        long Allocated(int steps) => AllocatedBy(() => network.Run(steps * (0.01 * ms), dt: 0.01 * ms));

        Allocated(1000);
        Assert.Equal(Allocated(1000), Allocated(10_000));
    }

    [Fact]
    public void Spikes_double_their_memory_when_it_is_full()
    {
        var n = new LIF(50);
        Network network = new Network(n).Drive(n, 1000 * mA).Record(n.V, neurons: []); // a spike in every step

        long Allocated(int steps) => AllocatedBy(() => network.Run(steps * (0.1 * ms), dt: 0.1 * ms));

        Allocated(10);
        Assert.InRange(Allocated(2560) - Allocated(10), 12 * 2560 * 50, 4 * 12 * 2560 * 50); // 12 bytes a spike, at most twice, and copies
    }

    private static long AllocatedBy(Action act)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
