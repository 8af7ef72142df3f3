using static Connexon.Units;

namespace Connexon.Tests.Versus;

public class BrainPyTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void Pair_of_HH(double g)
    {
        var n = new HH(2) { V_initializer = [-65 * mV, -40 * mV] };
        var gap = new SymmetryGapJunction(n, "V", (pre, post) => ([0], [1]), g * mS);
        var csv = File.ReadAllLines(SharedData.Path("traces", "brainpy", $"hh_pair_g{g:0.0}.csv"));

        Run run = new Network(n, gap).Drive(n, 10 * uA).Record(n.V, every: 20).Run(200 * ms, dt: 0.01 * ms);

        double worst = 0;
        for (int r = 1; r < csv.Length; r++)
        {
            double[] x = [.. csv[r].Split(',').Select(double.Parse)];
            for (int i = 0; i < 2; i++) worst = Math.Max(worst, Math.Abs(run[n.V].Number(r - 1, i) - x[i + 1]));
        }
        Assert.InRange(worst, 0, 1e-7);
    }
}
