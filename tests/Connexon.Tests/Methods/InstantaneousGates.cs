using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// A gate that follows V at once is held by methods that take the linear part of an equation, and is nothing special to others.
/// </summary>
public sealed class InstantaneousGates
{
    private const double V0 = 1.5, Dt = 0.25;

    /// <summary>
    /// x' = -x^2 written as -gate x: held, a step of exponential Euler is x exp(-x dt); as a slope it is x - dt exprel(-2 x dt) x^2.
    /// </summary>
    [Fact]
    public void ExponentialEuler_holds_it()
    {
        Assert.Equal(V0 * Math.Exp(-V0 * Dt), After(new Gated(true), Method.ExponentialEuler), 1e-15);
        Assert.Equal(V0 - V0 * (1 - Math.Exp(-2 * V0 * Dt)) / 2, After(new Gated(false), Method.ExponentialEuler), 1e-15);
    }

    [Theory]
    [InlineData(nameof(Method.RungeKutta2))]
    [InlineData(nameof(Method.RungeKutta4))]
    public void Explicit_methods_see_no_difference(string method) =>
        Assert.Equal(After(new Gated(false), Method.Parse(method)), After(new Gated(true), Method.Parse(method)));

    /// <summary>Held or not, every method converges to 1 / (1/x + t).</summary>
    [Theory]
    [InlineData(nameof(Method.ExponentialEuler), 2e-3)]
    [InlineData(nameof(Method.Fast), 2e-5)]
    [InlineData(nameof(Method.Imex4), 1e-9)]
    [InlineData(nameof(Method.Lagged), 2e-3)]
    public void Every_method_converges_to_the_solution(string method, double tolerance)
    {
        var n = new Gated(true);
        Run run = new Network(n).Record(n["x"]).Run(2 * ms, 0.01 * ms, Method.Parse(method));
        Assert.Equal(1 / (1 / V0 + 2), run[n["x"]].Number(200, 0), tolerance);
    }

    private static double After(Neuron n, Method method) =>
        new Network(n).Record(n["x"]).Run(Dt * ms, Dt * ms, method)[n["x"]].Number(1, 0);

    private sealed class Gated(bool instantaneous) : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State("x", V0), gate = instantaneous ? m.Instantaneous("gate", x / ms) : m.Let("gate", x / ms);
            m.Derivative(x, -gate * x);
        }
    }
}
