using static Connexon.Units;

namespace Connexon.Tests.Physics;

/// <summary>
/// Pairs of squid cells against converged solutions by an independent integrator in extended precision, and against NEURON
/// (Hines and Carnevale 1997, doi:10.1162/neco.1997.9.6.1179).
/// </summary>
public class Convergence
{
    [Theory]
    [InlineData(nameof(Method.ExponentialEuler), 0.005, 1, 0.1)]
    [InlineData(nameof(Method.RungeKutta4), 0.02, 4, 0.2)]
    public void Halving_the_step_divides_the_error_as_the_order_says(string method, double dt, double order, double within)
    {
        double[][] exact = Read("neuron", "pair_strong_rk4_longdouble.csv");
        double coarse = Error(Pair(0.5, 100, dt, method), exact, until: 15), fine = Error(Pair(0.5, 100, dt / 2, method), exact, until: 15);
        Assert.Equal(order, Math.Log2(coarse / fine), within);
    }

    [Theory]
    [InlineData("pair_strong", 0.5, 20)]
    [InlineData("pair_weak", 0.05, 10)]
    public void RungeKutta4_meets_the_converged_solution_and_NEURON(string name, double g, double current)
    {
        double[][] ours = Pair(g, 100, 0.005, nameof(Method.RungeKutta4), current);
        Assert.InRange(Error(ours, Read("neuron", name + "_rk4_longdouble.csv")), 0, 1e-5);
        Assert.InRange(Error(ours, Read("neuron", name + "_neuron_cvode.csv")), 0, 1e-5);
    }

    [Fact]
    public void At_one_step_the_error_is_far_below_that_of_half_gaps()
    {
        double[][] exact = Read("neuron", "pair_strong_rk4_longdouble.csv");
        double halves = Error(Read("neuron", "pair_strong_neuron_fixed_dt0.025.csv"), exact);
        double ours = Error(Pair(0.5, 100, 0.025, nameof(Method.RungeKutta4)), exact);
        Assert.InRange(ours / halves, 0, 1e-4);
    }

    [Theory]
    [InlineData(0.5, 0.005)]
    [InlineData(5, 0.005)]
    [InlineData(50, 0.002)]
    [InlineData(500, 0.0005)]
    public void Strongly_joined_unlike_cells_meet_the_converged_solution(double g, double dt)
    {
        double[][] ours = Pair(g, 60, dt, nameof(Method.RungeKutta4), secondStart: -45);
        Assert.InRange(Error(ours, Read("strong", $"pair_g{g}.csv")), 0, 1e-5);
    }

    /// <summary>A current in uA into the first of two squid cells; a row (t, V1, V2) every 0.1 ms.</summary>
    private static double[][] Pair(double g, double duration, double dt, string method, double current = 20, double secondStart = -65)
    {
        HH squid = HH.Squid(2);
        var n = new HH(2) { gL = squid.gL, V_initializer = [-65 * mV, secondStart * mV] };
        var gap = new SymmetryGapJunction(n, "V", (_, _) => ([0], [1]), g * mS);
        Run run = new Network(n, gap).Drive(n, new[] { current * uA, 0 * uA }).Record(n.V, every: (int)Math.Round(0.1 / dt))
            .Run(duration * ms, dt * ms, Method.Parse(method));
        return [.. Enumerable.Range(0, run[n.V].Rows)
            .Select(r => new[] { run[n.V].Times[r], run[n.V].Number(r, 0), run[n.V].Number(r, 1) })];
    }

    private static double Error(double[][] found, double[][] due, double until = double.PositiveInfinity)
    {
        Assert.Equal(due.Length, found.Length);
        Assert.All(found.Zip(due), p => Assert.Equal(p.Second[0], p.First[0], 1e-9));
        return found.Zip(due, (f, d) => d[0] <= until ? Math.Max(Math.Abs(f[1] - d[1]), Math.Abs(f[2] - d[2])) : 0).Max();
    }

    private static double[][] Read(string folder, string file) => SharedData.Numbers("traces", folder, file);
}
