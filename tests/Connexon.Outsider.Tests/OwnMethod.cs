using Connexon;

using static Connexon.Units;

namespace Outsider;

/// <summary>Ralston's method of second order (1962): two stages, with the least bound of the error.</summary>
public sealed class Ralston() : ExplicitMethod("Ralston", "Ralston's second-order Runge-Kutta", order: 2, couplingBound: 2, 0, 2 / 3.0)
{
    protected override Expr After(ExplicitState x, int stage) =>
        stage == 0 ? x.Start + 2 / 3.0 * x.Change(0) : x.Start + 0.25 * x.Change(0) + 0.75 * x.Change(1);
}

/// <summary>Kutta's method of third order (1901).</summary>
public sealed class Kutta3() : ExplicitMethod("Kutta3", "Kutta's third-order method", order: 3, couplingBound: 2.512, 0, 0.5, 1)
{
    protected override Expr After(ExplicitState x, int stage) => stage switch
    {
        0 => x.Start + 0.5 * x.Change(0),
        1 => x.Start - x.Change(0) + 2 * x.Change(1),
        _ => x.Start + 1 / 6.0 * x.Change(0) + 2 / 3.0 * x.Change(1) + 1 / 6.0 * x.Change(2),
    };
}

public sealed class OwnMethod(ITestOutputHelper output)
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Coupled_cells_converge_at_its_order(int order)
    {
        Method method = order == 2 ? new Ralston() : new Kutta3();
        double[] exact = At(Method.RungeKutta4, 0.0025), coarse = At(method, 0.02), fine = At(method, 0.01);
        double Error(double[] v) => v.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        double found = Math.Log2(Error(coarse) / Error(fine));
        output.WriteLine($"{method}: {Error(coarse):E2}, {Error(fine):E2} mV, order {found:F2}");
        Assert.InRange(found, order - 0.2, order + 0.5);
    }

    // Below and above the first spike, two unlike cells that are joined.
    private static double[] At(Method method, double dt)
    {
        var cells = new HH(2) { gL = 0.3 * mS, V_initializer = -60 * mV };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 0.2 * mS);
        Run run = new Network(cells, gap).Drive(cells, new[] { 20 * uA, 5 * uA }).Record(cells.V, every: (int)Math.Round(0.4 / dt)).Run(4
            * ms, dt * ms, method);
        return [.. Enumerable.Range(1, 10).SelectMany(row => new[] { run[cells.V][row, 0] / mV, run[cells.V][row, 1] / mV })];
    }

    /// <summary>3 uA into 1 uF, reset from 15 mV: as under the built-in methods.</summary>
    [Fact]
    public void Cells_spike_and_are_reset_under_it()
    {
        var cell = new Integrator(1);
        Run run = new Network(cell).Drive(cell, 3 * uA).Run(21 * ms, dt: 0.125 * ms, new Kutta3());
        Assert.Equal([5.0, 10, 15, 20], run.Spikes(cell).Times(0).Select(t => t / ms));
    }

    [Fact]
    public void It_is_refused_above_the_bound_that_it_states()
    {
        var cells = new Integrator(2);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 20 * mS);
        var e = Assert.Throws<NetworkException>(() => new Network(cells, gap).Run(1 * ms, dt: 0.1 * ms, new Kutta3()));
        Assert.StartsWith("Kutta3 is stable up to dt = 0.0628 ms for these junctions, but dt = 0.1 ms was asked for.",
            Assert.Single(e.Problems));
    }

    private sealed class Wrong(double[] nodes, int order = 1, double bound = 2) : ExplicitMethod("Wrong", "", order, bound, nodes)
    {
        protected override Expr After(ExplicitState x, int stage) => x.Start + x.Change(1);
    }

    [Fact]
    public void Its_mistakes_are_named()
    {
        static string Message(Action make) => Assert.ThrowsAny<ArgumentException>(make).Message;
        Assert.StartsWith("Wrong has stages at 0.5, 1: the first must be at 0, each from 0 to 1 of the step.",
            Message(() => new Wrong([0.5, 1])));
        Assert.StartsWith("Wrong is of order 0: an order is 1 or more.", Message(() => new Wrong([0], 0)));
        Assert.StartsWith("Wrong has the bound -1: a bound is a number above 0.", Message(() => new Wrong([0], bound: -1)));
        Assert.StartsWith("In stage 0 there are the slopes of stages 0 to 0.",
            Message(() => new Network(new Integrator(1)).Run(1 * ms, dt: 0.1 * ms, new Wrong([0]))));
    }
}
