using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Non-reciprocal weights: their matrix is not symmetric, charge is not conserved. Against the classical method at a tiny step.
/// </summary>
public sealed class OneWayJunctions(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.1, 0.02)]
    [InlineData(5, 0.01)]
    [InlineData(100, 0.01)]
    public void The_default_meets_the_classical_method_at_a_tiny_step(double weight, double error)
    {
        double[] exact = Voltages(weight, 0.05 / Math.Ceiling(10 + 4 * weight), Method.RungeKutta4),
            found = Voltages(weight, 0.05, Method.Imex4);
        double worst = found.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"{weight} mS: largest error {worst:E2} mV");
        Assert.InRange(exact.Max() - exact.Min(), 60, 150);
        Assert.InRange(worst, 0, error);
    }

    [Fact]
    public void A_driven_passive_pair_has_the_two_coupling_coefficients_of_the_circuit()
    {
        // g1 V1 = I + a (V2 - V1), g2 V2 = b (V1 - V2)
        const double g1 = 0.3, g2 = 0.7, toPre = 50, toPost = 200;
        var n = new Physics.Passive(2) { gL = [g1 * mS, g2 * mS] };
        var gap = new AsymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), (toPost * mS, toPre * mS));
        foreach (Method method in new[] { Method.Imex4, Method.Fast })
        {
            Run run = new Network(n, gap).Drive(n, new[] { 1 * uA, 0 * uA }).Record(n.V, every: 2000).Run(200 * ms, 0.1 * ms, method);
            double ratio = toPost / (toPost + g2), first = 1 / (g1 + toPre * (1 - ratio));
            Assert.Equal(1, run[n.V].Number(1, 1) / run[n.V].Number(1, 0) / ratio, 1e-10);
            Assert.Equal(1, run[n.V].Number(1, 0) / first, 1e-10);
        }
    }

    private static double[] Voltages(double weight, double dt, Method method)
    {
        var n = new HH(12) { gL = 0.3 * mS, V_initializer = Init.Each(i => (-70 + 2 * i) * mV) };
        AsymmetricWeight.Pair[] weights =
            [.. Enumerable.Range(0, 12).Select(k => new AsymmetricWeight.Pair(weight * mS, weight * (k % 4) / 4 * mS))];
        var gap = new AsymmetryGapJunction(n, "V", Connect.Ring, weights);
        Run run = new Network(n, gap).Drive(n, Init.Each(i => (i % 3 == 0 ? 20 : 5) * uA)).Record(n.V, every: (int)Math.Round(0.5 / dt))
            .Run(30 * ms, dt * ms, method);
        return [.. Enumerable.Range(0, 12).SelectMany(i => run[n.V].Numbers(i))];
    }
}
