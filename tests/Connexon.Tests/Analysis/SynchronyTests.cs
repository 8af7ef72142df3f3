using static Connexon.Units;

namespace Connexon.Tests.Analysis;

public class SynchronyTests
{
    // Membranes without a drive of their own: V follows the input, so that traces can be set by hand.
    private sealed class Follower(int size) : Neuron(size)
    {
        public Init<double> Start { get; init; } = 0;

        public State<double> x => State<double>();

        protected override void Define(ModelBuilder m) => m.Derivative(m.State("x", Start), m.Input(Dimension.Rate));
    }

    [Fact]
    public void Neurons_that_move_as_one_have_chi_1_and_opposite_ones_0()
    {
        var same = new Follower(2);
        var opposite = new Follower(2);

        Run run = new Network(same, opposite)
            .Drive(same, Drive.Sine(1 / ms, 100 * Hz))
            .Drive(opposite, (Init<Quantity>)new Quantity[] { 1 / ms, -(Quantity)(1 / ms) })
            .Run(10 * ms, dt: 0.1 * ms);

        Assert.Equal(1, Synchrony.Chi(run[same.x]), 1e-12);
        Assert.Equal(0, Synchrony.Chi(run[opposite.x]), 1e-12);
    }

    [Fact]
    public void One_moving_neuron_of_four_has_chi_one_half()
    {
        var n = new Follower(4);

        Run run = new Network(n).Drive(n, (Init<Quantity>)new Quantity[] { 1 / ms, 0 / ms, 0 / ms, 0 / ms }).Run(1 * ms, dt: 0.1 * ms);

        // The mean moves a quarter as far: Var = Var_1 / 16; the mean of the variances is Var_1 / 4.
        Assert.Equal(0.5, Synchrony.Chi(run[n.x]), 1e-12);
    }

    [Fact]
    public void Where_nothing_moves_chi_is_undefined()
    {
        var n = new Follower(2) { Start = [1, 2] };

        Assert.Equal(double.NaN, Synchrony.Chi(new Network(n).Run(1 * ms, dt: 0.1 * ms)[n.x]));
    }
}
