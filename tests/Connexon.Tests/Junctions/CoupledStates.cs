using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>Any state can be coupled where dimensions agree.</summary>
public class CoupledStates
{
    private const double Dt = 0.1, Tau = 10;

    [Fact]
    public void A_state_that_is_a_pure_number()
    {
        var n = new TwoNumbers(2) { x_initializer = [1, 3], y_initializer = [0, 1] };
        var gap = new SymmetryGapJunction(n, "x", One, 0.5 * one);

        Run run = new Network(n, gap).Drive(n, 0.25).Run(Dt * ms, dt: Dt * ms, Method.ExponentialEuler);

        Assert.Equal(Step(1, 0.25 + 0.5 * (3 - 1) - 1), run[n.x].Number(1, 0), 1e-14);
        Assert.Equal(Step(3, 0.25 + 0.5 * (1 - 3) - 3), run[n.x].Number(1, 1), 1e-14);
    }

    [Fact]
    public void Two_states_of_one_population_with_junctions_each()
    {
        var n = new TwoNumbers(3) { x_initializer = [1, 3, 0], y_initializer = [0, 1, 5] };
        var onX = new SymmetryGapJunction(n, "x", Of((0, 1)), 0.5 * one);
        var onY = new SymmetryGapJunction(n, "y", Of((1, 2)), 0.25 * one); // its current, too, comes in at the model's one input

        Run run = new Network(n, onX, onY).Record(n.x).Record(n.y).Record(onX).Record(onY)
            .Run(Dt * ms, dt: Dt * ms, Method.ExponentialEuler);

        Assert.Equal([Step(1, 0.5 * 2 - 1), Step(3, 0.5 * -2 + 0.25 * 4 - 3), Step(0, 0.25 * -4)],
            Enumerable.Range(0, 3).Select(i => run[n.x].Number(1, i)), Close);
        Assert.Equal([Step(0, 1 - 0), Step(1, 3 - 1), Step(5, 0 - 5)], Enumerable.Range(0, 3).Select(i => run[n.y].Number(1, i)), Close);
        Assert.Equal(0.5 * (1 - 3), run[onX].Number(0, 0));
        Assert.Equal(0.25 * (1 - 5), run[onY].Number(0, 0));
    }

    [Fact]
    public void One_state_of_a_neuron_to_another_of_its_own()
    {
        var n = new TwoNumbers(2) { x_initializer = [1, 3], y_initializer = [0, 1] };
        var gap = new SymmetryGapJunction(n, ("x", "y"), Of((0, 0), (0, 1), (1, 0)), 0.5 * one, listing: Listing.Error);

        Run run = new Network(n, gap).Record(n.x).Record(gap).Run(Dt * ms, dt: Dt * ms, Method.ExponentialEuler);

        Assert.Equal(new ListingReport(3, 3, 0, 0, 0), gap.Report); // x 0 to y 0 is no self pair, x 0 to y 1 and x 1 to y 0 no mirrors
        Assert.Equal([0.5 * (1 - 0), 0.5 * (1 - 1), 0.5 * (3 - 0)], Enumerable.Range(0, 3).Select(k => run[gap].Number(0, k)), Close);
        Assert.Equal(Step(1, -0.5 - 0 + 0.5 + 1.5 - 1), run[n.x].Number(1, 0), 1e-14); // all at the input of the same neuron
        Assert.Equal(Step(3, 0 - 1.5 - 3), run[n.x].Number(1, 1), 1e-14);
    }

    [Fact]
    public void The_loop_gives_the_same_for_two_states()
    {
        var n = new TwoNumbers(11) { x_initializer = Init.Each(i => 0.1 * i), y_initializer = Init.Each(i => 0.3 - 0.02 * i * i) };
        var onX = new SymmetryGapJunction(n, "x", Connect.Ring, 0.5 * one);
        var across = new SymmetryGapJunction(n, ("y", "x"), Connect.Ring, 0.25 * one);

        Run run = new Network(n, onX, across).Record(n.x).Record(n.y).Drive(n, 0.5)
            .Run(10 * ms, dt: Dt * ms, Method.ExponentialEuler, threads: 2);
        n.InitState(dt: Dt * ms);
        for (int k = 0; k < 100; k++)
        {
            onX.Update();
            across.Update();
            n.Update(0.5);
        }

        for (int i = 0; i < 11; i++)
        {
            Assert.Equal(n.x[i], run[n.x].Number(100, i), 1e-13);
            Assert.Equal(n.y[i], run[n.y].Number(100, i), 1e-13);
        }
    }

    /// <summary>A step of the original's scheme for a state that relaxes with Tau; slopeTimesTau is its slope times Tau.</summary>
    private static double Step(double x, double slopeTimesTau) => x + slopeTimesTau * (1 - Math.Exp(-Dt / Tau));

    private static bool Close(double due, double got) => Math.Abs(due - got) < 1e-14;
}
