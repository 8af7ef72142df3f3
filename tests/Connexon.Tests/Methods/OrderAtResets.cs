using static Connexon.Units;

namespace Connexon.Tests;

/// <summary>What docs/numerics.md says of the order where cells that are reset are joined.</summary>
public class OrderAtResets
{
    /// <summary>
    /// Ten cells all to all, as in synapses.gapjunctions of Brian2. The truth is an event-driven solution: exponentials of the matrix from
    /// spike to spike.
    /// </summary>
    [Theory]
    [InlineData("Imex4", 0.1, 6.82e-5, 3.62e-3)]
    [InlineData("Imex4", 0.05, 1.67e-5, 8.9e-4)]
    [InlineData("Imex4", 0.025, 4.4e-6, 2.3e-4)]
    [InlineData("Reference(1e-9)", 0.1, 4.3e-6, 2.3e-4)]
    public void Cells_that_are_reset_and_joined_are_of_second_order(string method, double dt, double voltage, double time)
    {
        var cells = new LIF(10)
        {
            R = 1 * ohm,
            tau = 10 * ms,
            V_th = 1 * mV,
            V_reset = 0 * mV,
            V_rest = 0 * mV,
            V_initializer = Init.Each(i => i / 9.0 * mV),
        };
        var gap = new SymmetryGapJunction(cells, "V", Connect.AllToAll, 0.02 * siemens);
        Run run = new Network(cells, gap).Drive(cells, 1.05 * mA).Record(cells.V).Run(500 * ms, dt * ms, Method.Parse(method));
        Assert.Equal(123, run.Spikes(cells).Count);
        Assert.Equal(voltage, Math.Abs(run[cells.V][0][^1] / mV - 0.85686833), 0.03 * voltage);
        Assert.Equal(time, Math.Abs(run.Spikes(cells).Times(0)[^1] / ms - 484.213511), 0.03 * time);
    }

    [Theory]
    [InlineData("Imex4", 0.1, 5.73e-4)]
    [InlineData("Imex4", 0.05, 8.0e-6)]
    [InlineData("Imex4", 0.025, 8.0e-6)]
    [InlineData("Reference(1e-9)", 0.1, 1.8e-7)]
    public void A_spikelet_is_of_first_order(string method, double dt, double error)
    {
        var cells = new LIF(2)
        {
            R = 100 * MOhm,
            tau = 20 * ms,
            V_rest = -70 * mV,
            V_reset = -70 * mV,
            V_th = [-50 * mV, 0 * mV],
            V_initializer = -70 * mV,
            spikelet = 100 * (Quantity)mV * ms,
        };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 1 * nS);
        Run run = new Network(cells, gap).Drive(cells, new[] { 300 * pA, 0 * pA }).Record(cells.V)
            .Run(40 * ms, dt * ms, Method.Parse(method));
        Assert.Equal(error, Math.Abs(run[cells.V][1][^1] / mV + 68.85318912), 0.1 * error);
    }
}
