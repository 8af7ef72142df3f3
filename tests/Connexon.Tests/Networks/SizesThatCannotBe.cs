using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>What no memory holds is told at once, with how much it would take.</summary>
public class SizesThatCannotBe
{
    private static readonly string There = FormattableString.Invariant(
        $"but this process has {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:G3} GB");

    private static string Refused(Network network, int batch = 1, Precision precision = Precision.Double) =>
        Assert.Throws<NetworkException>(() =>
            network.Run(1 * ms, dt: 0.1 * ms, Method.RungeKutta4, batch: batch, precision: precision)).Message;

    // HH has four states.
    [Theory]
    [InlineData(1_000_000_000, Precision.Double, "128")]
    [InlineData(int.MaxValue, Precision.Double, "275")]
    [InlineData(int.MaxValue, Precision.Single, "137")]
    public void A_batch(int batch, Precision precision, string gigabytes)
    {
        Assert.SkipWhen(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 120e9, "it fits into this machine");
        Assert.Equal($"4 neurons in {batch} members of a batch need, for the states alone, at least {gigabytes} GB of memory, {There}: "
            + "run fewer members at a time.", Refused(new Network(new HH(4)), batch, precision));
    }

    [Fact]
    public void A_population()
    {
        Assert.SkipWhen(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 60e9, "it fits into this machine");
        Assert.Equal($"2147483647 neurons need, for the states alone, at least 68.7 GB of memory, {There}: run a smaller network.",
            Refused(new Network(new HH(int.MaxValue))));
    }

    [Fact]
    public void More_than_numbers_count()
    {
        Assert.SkipWhen(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 17e9, "it does not fit into this machine");
        Assert.Equal("2000000001 neurons in 1 members are more than one run can hold, 2000000000: run fewer at a time.",
            Refused(new Network(new Still(2_000_000_001))));
    }

    [Fact]
    public void Junctions()
    {
        Assert.Equal("The rule asks for 4999950000 junctions, but at most 2147483591 fit in one list; join smaller populations.",
            Assert.Throws<ArgumentException>(() => Connect.AllToAll(100_000, 100_000)).Message);
        Assert.Equal("The rule asks for 3000000000 junctions, but at most 2147483591 fit in one list; join smaller populations.",
            Assert.Throws<ArgumentException>(() => Connect.SmallWorld(6000, 0.1)(1_000_000, 1_000_000)).Message);
        Assert.Equal("The rule asks for 3000000000 junctions, but at most 2147483591 fit in one list; join smaller populations.",
            Assert.Throws<ArgumentException>(() => Connect.FixedDegree(3000)(1_000_000, 1_000_000)).Message);
    }

    [Theory]
    [InlineData(1e-9, "A source of spikes sends one every 1E-09 ms, 1E+08 in a step of 0.1 ms")]
    [InlineData(0, "A source of spikes sends one every 0 ms, Infinity in a step of 0.1 ms")]
    [InlineData(-1, "A source of spikes sends one every -1 ms, -1 in a step of 0.1 ms")]
    public void Spikes_of_a_source(double period, string problem)
    {
        var cells = new HH(1);
        var wired = new Network(cells).With(new Wiring([], [new EventSource(null, new RegularSpikes(period), [])]));

        Assert.Equal($"{problem}: each is followed, and at most 10000 in a step are possible. Give it a longer period or a lower rate.",
            Refused(wired));
    }

    [Fact]
    public void The_rate_of_each_kind_of_source()
    {
        Assert.Equal(3, new UniformSpikes(2, 4).MeanInterval);
        Assert.Equal(0.5, new PoissonSpikes(2, 0.1, 0, 10).MeanInterval);
        Assert.Equal(4, new PoissonSpikes(2, 4, 0, 10).MeanInterval);
        Assert.Equal(double.PositiveInfinity, new PoissonSpikes(0, 0, 0, 10).MeanInterval);
        Assert.Null(new ListedSpikes([1, 1, 1]).Problem(0.1));
        Assert.NotNull(new PoissonSpikes(1e9, 0, 0, 10).Problem(0.1));
        Assert.Null(new RegularSpikes(1e-5).Problem(0.1));
    }

    private sealed class Still(Shape size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m) => m.State("x", Init.Each(_ => 0.0));
    }
}
