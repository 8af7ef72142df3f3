using static Connexon.Units;

namespace Connexon.Tests.Stepping;

/// <summary>A step allocates nothing: not a byte in thousands of them, counted from within by a drive.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HH _n = new(9);
    private readonly LIF _other = new(5);
    private readonly SymmetryGapJunction _gap, _strong;

    public AllocationTests() =>
        (_gap, _strong) = (new(_n, "V", Connect.Ring, 0.1 * mS), new(_n, "V", Connect.Ring, 100 * mS));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(Method.ExponentialEuler))]
    [InlineData(nameof(Method.RungeKutta4))]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.Fast))]
    [InlineData(nameof(Method.Lagged))]
    [InlineData(nameof(Method.ExponentialEuler), Precision.Single)]
    [InlineData(nameof(Method.RungeKutta4), Precision.Single)]
    public void Recording_in_memory_spikes_and_every_kind_of_drive(string method, Precision precision = Precision.Double)
    {
        Network network = new Network(_n, _other, _gap)
            .Drive(_n, 6 * uA).Drive(_n, Init.Uniform(0 * uA, 1 * uA)).Drive(_n, Drive.Function(t => 1 * uA))
            .Drive(_n, Drive.Function<Quantity>(t => 1 * uA)).Drive(_n, Drive.Sine(1 * uA, 40 * Hz))
            .Drive(_n, Drive.Pulse(1 * uA, 1 * ms, 2 * ms))
            .Drive(_n, Drive.Ramp(0 * uA, 1 * uA, 0 * ms, 5 * ms)).Drive(_n, Drive.Step((1 * ms, 1 * uA), (2 * ms, 0 * uA)))
            .Drive(_n, Drive.WhiteNoise(0.1 * uA, 1 * ms)).Drive(_n, Drive.OrnsteinUhlenbeck(0 * uA, 0.1 * uA, 5 * ms))
            .Drive(_other, 2 * mA);

        Assert.Equal(0, AllocatedWithin(network.Record(_n.V).Record(_gap, every: 3), Method.Parse(method), precision));
    }

    /// <summary>kappa = 2; NEST's stiff cells beside them, whose spikes make steps be halved all along.</summary>
    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.Fast))]
    public void Implicit_junctions_and_steps_in_halves(string method)
    {
        var stiff = new HhPscAlphaGap(3);
        Network network = new Network(_n, stiff, _strong).Drive(_n, 6 * uA).Drive(stiff, 500 * pA).Record(_n.V).Record(_strong, every: 3);
        Assert.Equal(0, AllocatedWithin(network, Method.Parse(method)));
    }

    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.RungeKutta4))]
    public void Noise_that_goes_through_junctions(string method)
    {
        var gap = new SymmetryGapJunction(_n, "V", Connect.Ring, 20 * mS);
        Network network = new Network(_n, gap).Drive(_n, 6 * uA).Drive(_n, Drive.WhiteNoise(1 * uA, 1 * ms)).Record(_n.V);
        Assert.Equal(0, AllocatedWithin(network, Method.Parse(method)));
    }

    [Fact]
    public void Streaming_to_a_file()
    {
        Network network = new Network(_n, _gap).Drive(_n, 10 * uA).Record(_n.V, to: _folder / "V.csv").Record(_gap, to: _folder / "I.csv");

        Assert.Equal(0, AllocatedWithin(network, Method.ExponentialEuler));
        Assert.True(new FileInfo(_folder / "V.csv").Length > 1_000_000); // the buffer was written out many times
    }

    /// <summary>Long steps and short ones, and the rows within them; once each length has been taken.</summary>
    [Fact]
    public void Steps_of_several_dt()
    {
        var rows = new Watch();
        Network network = new Network(_n, _gap).Drive(_n, 6.5 * uA).Record(_gap, every: 3)
            .Record("watched", [new Probe(_n, 0, _n.V.Variable.Symbol), new Probe(_n, 1, 2.0 * (Expr)_n.V.Variable.Symbol)], 1, _ => rows);
        for (int k = 0; k < 5 && rows.Allocated > 0; k++)
        {
            Run run = network.Run(400 * ms, dt: 0.01 * ms, Method.Adaptive());
            Assert.InRange(run.StepsTaken, 2000, 36_000);
            Assert.NotEqual(0, run.Spikes(_n).Count);
        }
        Assert.Equal(0, rows.Allocated);
    }

    private sealed class Watch : RowSink
    {
        private long _from;

        public long Allocated { get; private set; } = long.MaxValue;

        public override void Write(double t, ReadOnlySpan<double> row)
        {
            if (Math.Abs(t - 250) < 1e-9) _from = GC.GetAllocatedBytesForCurrentThread();
            if (Math.Abs(t - 390) < 1e-9) Allocated = GC.GetAllocatedBytesForCurrentThread() - _from;
        }
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

    /// <summary>
    /// What the thread that runs the network allocates between its 1000th and its 9000th step. When other tests make the runtime collect in
    /// the background, it now and then counts the rest of the thread's 8 KB of room as allocated: the least of a few runs is what steps
    /// allocate.
    /// </summary>
    private long AllocatedWithin(Network network, Method method, Precision precision = Precision.Double)
    {
        long least = long.MaxValue;
        for (int k = 0; k < 5 && least > 0; k++) least = Math.Min(least, AllocatedOnce(network, method, precision));
        return least;
    }

    private long AllocatedOnce(Network network, Method method, Precision precision)
    {
        long from = -1, to = -1;
        Drive counter = Drive.Function(t =>
        {
            if (from < 0 && t >= 10 * ms) from = GC.GetAllocatedBytesForCurrentThread();
            if (to < 0 && t >= 90 * ms) to = GC.GetAllocatedBytesForCurrentThread();
            return 0 * uA;
        });
        network.Drive(_n, counter).Run(100 * ms, dt: 0.01 * ms, method, batch: 2, precision: precision);
        Assert.True(from > 0);
        return to - from;
    }

    private static long AllocatedBy(Action act)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
