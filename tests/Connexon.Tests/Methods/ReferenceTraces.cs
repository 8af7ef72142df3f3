using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// The default method against converged solutions that others computed (long-double RK4; converged RK4 of the benchmark network).
/// </summary>
public sealed class ReferenceTraces
{
    [Theory]
    [InlineData("pair_weak", 0.05, 0.01)]
    [InlineData("pair_weak", 0.025, 0.001)]
    [InlineData("pair_strong", 0.05, 0.01)]
    [InlineData("pair_strong", 0.025, 0.001)]
    public void Pairs_of_the_same_cells(string name, double dt, double due)
    {
        double[][] exact = SharedData.Numbers("traces", "neuron", $"{name}_rk4_longdouble.csv");
        var (conductance, current) = name == "pair_weak" ? (0.05, 10) : (0.5, 20);
        Assert.InRange(Rms(exact, dt, conductance, current, second: -65), 0, due);
    }

    /// <summary>Two unlike cells, kappa up to 25: no method that treats coupling explicitly runs at these steps.</summary>
    [Theory]
    [InlineData(0.5, 0.002)]
    [InlineData(5, 0.002)]
    [InlineData(50, 0.005)]
    [InlineData(500, 0.03)]
    public void Unlike_cells_strongly_coupled(double conductance, double due)
    {
        double[][] exact = SharedData.Numbers("traces", "strong", $"pair_g{conductance}.csv");
        Assert.InRange(Rms(exact, 0.05, conductance, current: 20, second: -45), 0, due);
    }

    [Fact]
    public void A_network_of_1000_cells()
    {
        double[][] exact = SharedData.Numbers("benchmark", "W_N1000_k10_exact.csv");
        var (network, n) = BenchmarkNetwork.Read();
        Run run = network.Run(100 * ms, 0.05 * ms, Method.Imex4);
        double rms = Math.Sqrt(exact.Average(row => Math.Pow(run[n.V].Number(400, (int)row[0]) - row[2], 2)));
        Assert.InRange(rms, 0, 0.005);
        Assert.Equal(exact.Select(row => (int)row[5]), exact.Select(row => run.Spikes(n).Steps((int)row[0]).Length));
    }

    private static double Rms(double[][] exact, double dt, double conductance, double current, double second)
    {
        var n = new HH(2) { gL = 0.3 * mS, V_initializer = [-65 * mV, second * mV] };
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), conductance * mS);
        int every = (int)Math.Round(0.1 / dt);
        Run run = new Network(n, gap).Drive(n, new[] { current * uA, 0 * uA }).Record(n.V, every)
            .Run((exact.Length - 1) * (0.1 * ms), dt * ms, Method.Imex4);
        return Math.Sqrt(Enumerable.Range(0, exact.Length).Average(k =>
            (Math.Pow(run[n.V].Number(k, 0) - exact[k][1], 2) + Math.Pow(run[n.V].Number(k, 1) - exact[k][2], 2)) / 2));
    }
}
