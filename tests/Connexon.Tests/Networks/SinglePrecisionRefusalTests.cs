using Connexon.Tests.Synapses;
using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>What single precision cannot do, or is not made for, is said before the first step.</summary>
public class SinglePrecisionRefusalTests
{
    private const string OrDouble = ", or leave the precision out: double is the default.";

    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    [InlineData("Reference")]
    public void Methods_that_estimate_their_error(string method) => Refused(Pair(0.01), Method.Parse(method),
        $"{Method.Parse(method)} takes its steps by an estimate of their error, which 7 digits do not give: "
        + $"in single precision use ExponentialEuler, Euler, RungeKutta2 or RungeKutta4{OrDouble}");

    [Fact]
    public void Verify_and_Check_say_the_same()
    {
        string message = "Imex4 takes its steps by an estimate of their error, which 7 digits do not give: "
            + $"in single precision use ExponentialEuler, Euler, RungeKutta2 or RungeKutta4{OrDouble}";
        Assert.Equal([message], Pair(0.01).Check(new RunSettings(1 * ms, 0.05 * ms, Method.Imex4, Precision: Precision.Single)));
        Assert.Equal(message,
            Assert.Throws<NetworkException>(() => Pair(0.01).Verify(1 * ms, 0.05 * ms, precision: Precision.Single)).Message);
    }

    [Fact]
    public void Junctions_that_are_solved_for() => Refused(Pair(10), Method.Fast,
        "Fast has these junctions implicit for kappa, up to 0.5, by dense inverse of 2 neurons, the cheapest here, "
        + "which 7 digits do not solve for: "
        + $"in single precision use ExponentialEuler or RungeKutta4 with a dt that it stands{OrDouble}");

    [Fact]
    public void Noise_that_is_carried_through_junctions()
    {
        var cells = new HH(2) { Name = "pair" };
        var network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, 1 * mS))
            .Drive(cells, Drive.WhiteNoise(1 * uA, over: 1 * ms));
        Refused(network, Method.ExponentialEuler,
            "pair has white noise that is carried through strong junctions within the step, by a solver in double precision: "
                + $"take a shorter dt{OrDouble}");
    }

    [Fact]
    public void Equations_that_read_the_time()
    {
        var cells = new LIFRef(3);
        Refused(new Network(cells), Method.RungeKutta4,
            "The equations of LIFRef read the time, of which single precision keeps 7 digits only: "
            + $"give what depends on time as a drive, which is computed in double precision{OrDouble}");
    }

    [Fact]
    public void Weights_that_change()
    {
        string message = "Weights change while the network runs, which a matrix of single precision does not take: "
            + $"run without that{OrDouble}";
        Network network = Pair(0.01);
        Refused(network.BetweenSteps(_ => { }, ((SymmetryGapJunction)network.Junctions[0]).Weight), Method.Euler, message);
        Refused(network.Vary(network.Junctions[0], _ => 1), Method.Euler, message);
    }

    [Fact]
    public void What_files_attach_and_compute()
    {
        var cells = new HH(2);
        Network network = new Network(cells).With(new Wiring([Circuit.On(new WaveConductance(1), cells, 0)], []))
            .Record("watched", [new Probe(cells, 0, cells.V.Variable.Symbol)], 1, _ => new MemorySink(1, 1));
        var e = Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.05 * ms, Method.Euler, precision: Precision.Single));
        Assert.Equal(
            [
                $"Synapses, inputs or events are attached to cells, which run in double precision only: run without them{OrDouble}",
                $"watched is computed in double precision from states: record states{OrDouble}",
            ], e.Problems);
    }

    private static void Refused(Network network, Method method, string message) =>
        Assert.Equal(message,
            Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.05 * ms, method, precision: Precision.Single)).Message);

    private static Network Pair(double weight)
    {
        var cells = new HH(2);
        return new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, weight * mS));
    }
}
