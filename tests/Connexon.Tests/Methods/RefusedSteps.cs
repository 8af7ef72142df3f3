using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// A step that is taken again in halves leaves nothing behind: neither in noise, nor in what is remembered of a state's size.
/// </summary>
public sealed class RefusedSteps
{
    [Fact]
    public void Noise_goes_on_as_if_there_had_been_none()
    {
        // The first population is stiff and makes steps be halved; the second only sees its noise.
        var (stiff, quiet) = (new HhPscAlphaGap(2) { V_initializer = -20 * mV }, new Physics.Passive(3));
        Drive noise = Drive.OrnsteinUhlenbeck(0 * uA, 1 * uA, 5 * ms);
        Run with = new Network(stiff, quiet).Drive(quiet, noise).Drive(stiff, 500 * pA).Record(quiet.V)
            .Run(20 * ms, 0.05 * ms, Method.Imex4, seed: 4);
        Run without = new Network(quiet).Drive(quiet, noise).Record(quiet.V).Run(20 * ms, 0.05 * ms, Method.RungeKutta4, seed: 4);

        Assert.InRange(with.StepsHalved, 10, 10_000);
        double largest = without[quiet.V].Numbers(0).Max(Math.Abs);
        Assert.InRange(largest, 0.3, 30);
        // Noise is held over a step: both methods then solve the same linear equation, to their order.
        for (int i = 0; i < 3; i++)
            Assert.InRange(with[quiet.V].Numbers(i).Zip(without[quiet.V].Numbers(i), (a, b) => Math.Abs(a - b)).Max(), 0, 1e-6);
    }

    [Fact]
    public void The_scale_of_a_state_is_that_of_its_course()
    {
        var n = new Swinging(1) { start = 2 * uA };
        Run coarse = new Network(n).Record(n["y"]).Run(20 * ms, 1 * ms, Method.Imex4);
        Run fine = new Network(n).Record(n["y"], every: 1000).Run(20 * ms, 0.001 * ms, Method.RungeKutta4);
        Assert.InRange(coarse.StepsHalved, 10, 10_000);
        Assert.InRange(coarse[n["y"]].Numbers(0).Zip(fine[n["y"]].Numbers(0), (a, b) => Math.Abs(a - b)).Max(), 0, 0.01);
    }

    [Fact]
    public void A_member_that_overflows_in_one_costs_the_others_nothing()
    {
        var n = new Swinging(2) { start = Init.Batch(new[,] { { 2 * uA, 0.1 * uA }, { 0.1 * uA, 0.2 * uA }, { 0.3 * uA, 1.5 * uA } }) };
        Network network = new Network(n).Record(n["y"]);
        Run batch = network.Run(20 * ms, 1 * ms, Method.Imex4, batch: 3);
        for (int member = 0; member < 3; member++)
        {
            Run alone = network.Run(20 * ms, 1 * ms, Method.Imex4, batch: 3, member: member);
            for (int i = 0; i < 2; i++) Assert.Equal(alone[n["y"]].Numbers(i), batch[n["y"]].Numbers(i, member));
        }
    }

    /// <summary>
    /// An oscillator of 3 / ms with a friction (x / uA)^5, of which nothing shows in the linear part of its equation: a step of 1 ms
    /// overflows.
    /// </summary>
    private sealed class Swinging(int size) : Neuron(size)
    {
        public Init<Current> start { get; init; } = 1 * uA;

        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State("x", start), y = m.State("y", start);
            m.Derivative(x, (3 * y - m.Instantaneous("gate", Pow(x / (1 * uA), 5)) * (1 * uA)) / (1 * ms));
            m.Derivative(y, -3 * x / (1 * ms));
        }
    }
}
