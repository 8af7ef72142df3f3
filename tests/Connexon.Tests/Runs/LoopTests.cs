using static Connexon.Units;
namespace Connexon.Tests.Runs;

public class LoopTests
{
    [Fact]
    public void The_loop_of_the_original_gives_the_bits_of_the_run()
    {
        var n = new HH(5) { V_initializer = [-65 * mV, -40 * mV, -60 * mV, -70 * mV, -50 * mV] };
        var gap = new SymmetryGapJunction(n, "V", (pre, post) => ([0, 1, 2, 3], [1, 2, 3, 4]), [0.1 * mS, 0.2 * mS, 0.3 * mS, 0.05 * mS]);

        n.InitState(dt: 0.01 * ms);
        for (int k = 0; k < 1000; k++)
        {
            gap.Update();
            n.Update(10 * uA);
        }
        Run run = new Network(n, gap).Drive(n, 10 * uA).Run(10 * ms, dt: 0.01 * ms, Method.ExponentialEuler);

        for (int i = 0; i < 5; i++) Assert.Equal(run[n.V].Number(1000, i), n.V[i] / mV, 1e-11);
    }
}
