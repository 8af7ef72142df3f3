using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>No strength of junctions makes a run blow up: kappa = dt g / C of one junction from 0 to 10^6.</summary>
public sealed class AnyStrength(ITestOutputHelper output)
{
    private const double Dt = 0.05, Leak = 0.3;

    public static TheoryData<string, double> MethodsAndKappas => new(
        new[] { Method.Imex4, Method.Fast }.SelectMany(_ => new[] { 0, 1e-3, 1, 1e3, 1e6 }, (m, k) => (m.Name, k)));

    [Theory, MemberData(nameof(MethodsAndKappas))]
    public void A_small_passive_network_stays_within_its_start_and_settles(string method, double kappa) =>
        StaysAndSettles(200, method, kappa);

    [Theory, MemberData(nameof(MethodsAndKappas))]
    public void A_large_passive_network_stays_within_its_start_and_settles(string method, double kappa) =>
        StaysAndSettles(2000, method, kappa);

    [Theory, MemberData(nameof(MethodsAndKappas))]
    public void Active_cells_stay_finite_and_junctions_carry_no_charge_away(string method, double kappa)
    {
        HH squid = HH.Squid(50);
        var n = new HH(50) { gL = squid.gL, V_initializer = Init.Uniform(-80 * mV, 40 * mV) };
        var gap = new SymmetryGapJunction(n, "V", Connect.FixedDegree(4), kappa / Dt * mS);
        Run run = new Network(n, gap).Drive(n, Init.Uniform(0 * uA, 20 * uA)).Record(n.V).Record(gap)
            .Run(50 * ms, Dt * ms, Method.Parse(method), seed: 2);
        double highest = double.NegativeInfinity, lowest = double.PositiveInfinity;
        for (int row = 0; row < run[n.V].Rows; row++)
        {
            for (int i = 0; i < 50; i++)
                (highest, lowest) = (Math.Max(highest, run[n.V].Number(row, i)), Math.Min(lowest, run[n.V].Number(row, i)));
            // What a neuron receives, over all neurons: each junction gives to one what it takes from the other.
            var received = new double[50];
            double moved = 0;
            for (int k = 0; k < gap.Count; k++)
            {
                double current = run[gap].Number(row, k);
                received[gap.PostIds[k]] += current;
                received[gap.PreIds[k]] -= current;
                moved += Math.Abs(current);
            }
            Assert.InRange(Math.Abs(received.Sum()), 0, 1e-14 * moved);
        }
        Assert.InRange(highest, 20, 60);
        Assert.InRange(lowest, -90, -70);
    }

    /// <summary>
    /// Cells that differ only in their start: the mean decays as if alone, the differences by their junctions too. The leak is 0.3 / ms,
    /// small against the step, so that what leaves the bounds comes from the junctions.
    /// </summary>
    private void StaysAndSettles(int size, string method, double kappa)
    {
        var n = new Physics.Passive(size) { gL = Leak * mS, V_initializer = Init.Uniform(-80 * mV, 40 * mV) };
        var gap = new SymmetryGapJunction(n, "V", Connect.FixedDegree(10), kappa / Dt * mS);
        Run run = new Network(n, gap).Record(n.V).Run(10 * ms, Dt * ms, Method.Parse(method), seed: 3);
        Trace v = run[n.V];
        double[] Row(int row) => [.. Enumerable.Range(0, size).Select(i => v.Number(row, i))];
        double[] start = Row(0);
        double span = start.Max() - start.Min(),
            beyond = Enumerable.Range(0, v.Rows).Max(row => Math.Max(Row(row).Max() - start.Max(), start.Min() - Row(row).Min()));
        double[] end = Row(v.Rows - 1);
        double mean = start.Average() * Math.Exp(-Leak * 10), spread = end.Max() - end.Min(), due = span * Math.Exp(-Leak * 10);
        output.WriteLine($"{size} {method} {kappa}: beyond {beyond / span:E1}, mean off by {end.Average() / mean - 1:E1}, "
            + $"spread {spread / due:E1} of that of lone cells; {run.Treatment}");
        Assert.Equal(200, v.Rows - 1);
        Assert.InRange(beyond, double.NegativeInfinity, 0.05 * span);
        Assert.Equal(1, end.Average() / mean, method == nameof(Method.Imex4) ? 1e-6 : 1e-4);
        Assert.InRange(spread / due, 0, kappa == 0 ? 1.001 : kappa < 1 ? 0.95 : 1e-6);
    }
}
