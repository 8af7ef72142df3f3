using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Weights that change while a network runs, against the closed form of a passive pair: the difference decays by exp(-2/C integral of g).
/// </summary>
public sealed class ChangingWeights
{
    private readonly Physics.Passive _cells = new(2) { V_initializer = [-60 * mV, -40 * mV] };
    private readonly SymmetryGapJunction _gap;

    public ChangingWeights() => _gap = new SymmetryGapJunction(_cells, "V", Connect.Pairs((0, 1)), 0.5 * mS);

    [Theory]
    [InlineData(nameof(Method.Imex4), 1e-5)]
    [InlineData(nameof(Method.Fast), 4e-3)]
    [InlineData(nameof(Method.RungeKutta4), 1e-6)]
    public void A_factor_that_jumps_between_steps_is_honoured_at_the_next_step(string method, double within)
    {
        Run run = new Network(_cells, _gap).Vary(_gap, t => t < 1 * ms ? 0 : 3).Record(_cells.V).Record(_gap)
            .Run(2 * ms, 0.05 * ms, Method.Parse(method));
        Assert.Equal(20 * Math.Exp(-0.3 * 1), Difference(run, 20), within * 20);
        Assert.Equal(20 * Math.Exp(-(0.3 * 2 + 2 * 1.5 * 1)), Difference(run, 40), within * 20);
        Assert.Equal(0, run[_gap].Number(19, 0));
        Assert.Equal(-1.5 * Difference(run, 20), run[_gap].Number(20, 0), 1e-12);
    }

    [Fact]
    public void A_factor_that_moves_is_of_second_order()
    {
        double Error(double dt)
        {
            Run run = new Network(_cells, _gap).Vary(_gap, t => 2 + Math.Sin(t / ms)).Run(2 * ms, dt * ms);
            return Math.Abs(Difference(run, (int)Math.Round(2 / dt)) - 20 * Math.Exp(-(0.3 * 2 + (2 * 2 + 1 - Math.Cos(2)))));
        }
        Assert.Equal(2, Math.Log2(Error(0.1) / Error(0.05)), 0.1);
    }

    [Fact]
    public void Weights_set_between_steps_are_honoured_at_the_next_step()
    {
        var seen = new List<double>();
        Run run = new Network(_cells, _gap).BetweenSteps(now =>
        {
            seen.Add(now[_cells.V, 0].Value);
            if (now.Steps == 10) now[_gap.Weight, 0] = 2 * mS;
        }, _gap.Weight).Run(1 * ms, 0.05 * ms, threads: 2);
        Assert.Equal(20 * Math.Exp(-(0.3 * 0.5 + 2 * 0.5 * 0.5)), Difference(run, 10), 1e-4);
        Assert.Equal(20 * Math.Exp(-(0.3 + 2 * 0.5 * 0.5 + 2 * 2 * 0.5)), Difference(run, 20), 1e-4);
        Assert.Equal(Enumerable.Range(0, 20).Select(k => run[_cells.V].Number(k, 0)), seen);
    }

    [Fact]
    public void An_explicit_method_above_its_bound_is_refused_when_it_comes_there()
    {
        Network network = new Network(_cells, _gap).Vary(_gap, t => t < 1 * ms ? 1 : 100);
        string message = Assert.Throws<NetworkException>(() => network.Run(2 * ms, 0.05 * ms, Method.ExponentialEuler)).Message;
        Assert.StartsWith("At 1 ms the weights have changed: ExponentialEuler is stable up to dt = 0.02 ms", message);
    }

    private double Difference(Run run, int row) => run[_cells.V].Number(row, 1) - run[_cells.V].Number(row, 0);
}
