using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>Everything that is wrong is found before the first step, and said together.</summary>
public class NetworkExceptionTests
{
    private static readonly string NoThreads = "0 threads: 1 to 1024 are possible, and more than the "
        + $"{Environment.ProcessorCount} processors of this machine make nothing faster.";

    private readonly HH _n = new(3);

    [Fact]
    public void All_problems_are_listed_together()
    {
        var bad = new LIF(2) { Name = "bad", R = [1 * ohm, 2 * ohm, 3 * ohm], V_initializer = [0 * mV] };
        HH stranger = new(4) { Name = "stranger" };
        var gap = new SymmetryGapJunction((_n, stranger), "V", Connect.Pairs((0, 3)), 0.1 * mS);
        Network network = new Network(_n, bad, _n, gap, gap)
            .Drive(_n, 0.5).Drive(bad, new[] { 1 * uA, 2 * uA, 3 * uA }).Drive(stranger, 1 * uA)
            .Record(_n.V, every: 0).Record(_n.m, neurons: [0, 3]).Record(stranger.V).Record(_n.h, to: Path.GetTempPath());

        var e = Assert.Throws<NetworkException>(() => network.Run(-1 * ms, dt: 0 * ms, threads: 0, batch: 2, member: 2));

        string[] due =
        [
            "HH(3) is listed twice: a population is one object, listed once.",
            "R of bad(2) has 3 values for 2 neurons: give one value, or exactly one per neuron.",
            "The start of V of bad(2) has 1 values for 2 neurons: give one value, or exactly one per neuron.",
            "The junctions HH - stranger (1) are listed twice: that would double them; a junction is one object, listed once.",
            "A junction joins stranger(4), which is not part of the network: list it among the parts.",
            "The drive of HH is a pure number, but a current (uA) is needed.",
            "The drive of bad has 3 values for 2 neurons: give one value, or exactly one per neuron.",
            "stranger(4) is driven, but is not part of the network: list it among the parts.",
            "The recording of V of HH has every = 0: it must be at least 1 step.",
            "The recording of m of HH names neuron 3, but neurons go from 0 to 2.",
            "The recording of V of stranger is of something that is not part of the network.",
            $"The recording of h of HH cannot be written: '{Path.GetTempPath()}' is a folder: name a file.",
            "dt is 0 ms: it must be positive.",
            "The duration is -1 ms: it must not be negative.",
            NoThreads,
            "Member 2 of a batch of 2: members go from 0 to 1.",
        ];
        Assert.Equal(due, e.Problems);
        Assert.Equal("The network cannot be run, for 16 reasons:\n- " + string.Join("\n- ", due), e.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void One_problem_is_the_message()
    {
        Assert.Equal("The network has no neurons: give it at least one population.",
            Assert.Throws<NetworkException>(() => new Network().Run(1 * ms, dt: 0.1 * ms)).Message);
        Assert.Equal("Deaf(2) is driven, but its model has no input.", Message(new Deaf(2), n => new Network(n).Drive(n, 1 * uA)));
    }

    [Theory]
    [InlineData(-1, 0.1, "The duration is -1 ms: it must not be negative.")]
    [InlineData(double.NaN, 0.1, "The duration is NaN ms: it must not be negative.")]
    [InlineData(double.PositiveInfinity, 0.1, "The duration is Infinity ms: it must not be negative.")]
    [InlineData(1, 0, "dt is 0 ms: it must be positive.")]
    [InlineData(1, -0.1, "dt is -0.1 ms: it must be positive.")]
    [InlineData(1, double.NaN, "dt is NaN ms: it must be positive.")]
    [InlineData(1, 0.3, "1 ms is not a whole number of steps of 0.3 ms: choose 0.9 ms or 1.2 ms, or a dt of 0.25 ms.")]
    [InlineData(0.05, 0.1, "A step of 0.1 ms is longer than the run, 0.05 ms: choose a dt of 0.05 ms or less.")]
    [InlineData(200, 1e300, "A step of 1E+300 ms is longer than the run, 200 ms: choose a dt of 200 ms or less.")]
    [InlineData(5.07, 0.05, "5.07 ms is not a whole number of steps of 0.05 ms: choose 5.05 ms or 5.1 ms, or a dt of 0.039 ms.")]
    [InlineData(1000, 0.07, "1000 ms is not a whole number of steps of 0.07 ms: choose 999.95 ms or 1000.02 ms, or a dt of 0.064 ms.")]
    [InlineData(0.1, 0.09, "0.1 ms is not a whole number of steps of 0.09 ms: choose 0.09 ms or 0.18 ms, or a dt of 0.05 ms.")]
    [InlineData(1e12, 1e-9, "1000000000000 ms in steps of 1E-09 ms are 1.0E+021 steps: at most 1E15 are possible.")]
    public void Times_that_cannot_be(double duration, double dt, string problem) =>
        Assert.Equal(problem, Message(_n, n => new Network(n), duration, dt));

    [Fact]
    public void Numbers_of_threads_and_members_that_cannot_be()
    {
        string[] Problems(int threads, int batch, int? member) =>
            [.. new Network(_n).Check(new RunSettings(1 * ms, 0.1 * ms, Method.ExponentialEuler, 0, threads, batch, member))];

        Assert.Equal([NoThreads], Problems(0, 1, null));
        Assert.Equal(["A batch of 0: at least 1 member is needed."], Problems(1, 0, null));
        Assert.Equal(["Member -1 of a batch of 4: members go from 0 to 3."], Problems(1, 4, -1));
        Assert.Empty(Problems(2, 4, 3));
    }

    [Fact]
    public void Recordings_that_cannot_be()
    {
        Assert.Equal("The recording of V of HH would hold 1000000001 rows of 3 numbers, but memory takes 2147483591 numbers: "
            + "record fewer steps (every) or neurons, or stream to a file (to).", Message(_n, n => new Network(n).Record(n.V), 1e7, 0.01));
        Assert.Equal("The recordings of V of HH and m of HH go to one file, 'one.csv': give each its own.",
            Message(_n, n => new Network(n).Record(n.V, to: "one.csv").Record(n.m, to: "./one.csv")));
        Assert.Equal("The recording of V of HH goes to a file without a name: name one, or give null to keep it in memory.",
            Message(_n, n => new Network(n).Record(n.V, to: "")));
    }

    [Fact]
    public void Drives_of_the_wrong_unit()
    {
        Assert.Equal("The drive of HH is a voltage per time (mV/ms), but a current (uA) is needed.",
            Message(_n, n => new Network(n).Drive(n, 1 * mV / ms)));
        Assert.Equal("The drive of HH is a voltage (mV), but its input is a current (uA).",
            Message(_n, n => new Network(n).Drive(n, Drive.Pulse(1 * mV, 0 * ms, 1 * ms))));
        Assert.Equal("The drive of HH is a voltage (mV), but its input is a current (uA).",
            Message(_n, n => new Network(n).Drive(n, Drive.Function<Quantity>(_ => 1 * mV))));
        Assert.Equal("The drive of Izhikevich is a current (uA), but its input is a voltage per time (mV/ms).",
            Message(new Izhikevich(1), n => new Network(n).Drive(n, Drive.Sine(1 * uA, 40 * Hz))));
    }

    [Fact]
    public void Populations_of_one_name_are_numbered()
    {
        var second = new HH(2);
        var network = new Network(_n, second);

        Assert.Equal(("HH", "HH_2"), (network.LabelOf(_n), network.LabelOf(second)));
        Assert.Equal("The drive of HH_2 is a pure number, but a current (uA) is needed.", network.Drive(second, 1.0).Check().Single());
    }

    private static string Message<N>(N neurons, Func<N, Network> network, double duration = 1, double dt = 0.1) where N : Neuron =>
        Assert.Throws<NetworkException>(() => network(neurons).Run(duration * ms, dt: dt * ms)).Message;
}
