using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Two leaky integrate-and-fire cells, weakly joined, whose spikes carry a charge beta: v' = I - v + g (v_k - v) (Lewis and
/// Rinzel 2003, doi:10.1023/A:1024474819512; Chow and Kopell 2000, doi:10.1162/089976600300015295). Antiphase is stable below
/// beta* = I ((T/2 - 1) + e^-T (T/2 + 1)), synchrony for any beta above 0.
/// </summary>
public sealed class LewisRinzelPair
{
    private const double Weak = 0.002;

    [Theory]
    [InlineData(2, 0.313035)]
    [InlineData(3, 0.657187)]
    [InlineData(4, 1.074629)]
    public void Antiphase_is_stable_up_to_the_closed_form_of_beta(double period, double critical)
    {
        double i = 1 / (1 - Math.Exp(-period)), beta = i * (period / 2 - 1 + Math.Exp(-period) * (period / 2 + 1));
        Assert.Equal(critical, beta, 1e-6);
        Assert.Equal(0.5, Phase(period, 0.95 * beta, start: 0.49), 0.003);
        Assert.Equal(0, Phase(period, 1.05 * beta, start: 0.49), 0.003);
    }

    [Fact]
    public void Without_a_charge_synchrony_is_unstable_and_with_one_stable()
    {
        Assert.Equal(0.5, Phase(2, 0, start: 0.05), 0.01);
        Assert.Equal(0, Phase(2, 0.8 * 0.313035, start: 0.05), 0.003);
    }

    /// <summary>The phase of the second cell to the first at the end of a long run, in periods, 0 to 0.5.</summary>
    private static double Phase(double period, double beta, double start)
    {
        double i = 1 / (1 - Math.Exp(-period));
        var n = new LIF(2)
        {
            tau = 1 * ms,
            spikelet = beta * (Quantity)mV * ms,
            V_initializer = [0 * mV, i * (1 - Math.Exp(-period * start)) * mV],
        };
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), new Quantity(Weak * 1e3, Dimension.Conductance));
        Run run = new Network(n, gap).Drive(n, i * mV / (1 * ohm)).Record(n.V, every: 1 << 24).Run(40_000 * ms, 0.05 * ms, Method.Imex4);
        double last = run.Spikes(n).Times(0)[^2] / ms, next = run.Spikes(n).Times(0)[^1] / ms;
        double phase = (run.Spikes(n).Times(1).Last(t => t / ms <= next + 1e-9) / ms - last) / (next - last);
        return Math.Min(phase, 1 - phase);
    }
}
