using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Two of NEST's hh_psc_alpha_gap cells, whose rates reach 100/ms, at a step of 0.05 ms: what NEST's own regression case and waveform
/// relaxation are about (Hahne et al. 2015, doi:10.3389/fninf.2015.00022).
/// </summary>
public sealed class NestPairs
{
    // Exact solution of NEST's regression case (testsuite/pytests/synapses/test_hh_psc_alpha_gap.py), V of cell 2 in mV.
    private static readonly (double T, double V)[] Table =
        [(0.1, -69.5921), (1.3, -68.4131), (11.7, -33.8117), (11.8, -24.1837), (11.9, 8.2750), (12.0, 62.1896), (12.1, 39.1229),
            (13.1, -83.7479), (19.2, -70.6481)];

    [Fact]
    public void The_regression_case_is_met_to_a_tenth_of_what_NEST_is_off()
    {
        var n = new HhPscAlphaGap(2);
        Run run = Pair(n, 20).Drive(n, new[] { 200 * pA, 0 * pA }).Run(20 * ms, 0.05 * ms, Method.Imex4);
        Assert.All(Table, row => Assert.Equal(row.V, run[n.V].Number((int)Math.Round(row.T / 0.05), 1), 0.05));
    }

    [Fact]
    public void The_exact_spike_times_are_those_of_an_independent_integrator()
    {
        double[][] found = [.. Spikes(-10, 0.5, 0.05, Exact).Select(c => c.Take(6).ToArray())];
        double[][] due =
        [
            [0.0797, 40.7135, 111.1339, 182.2237, 253.0094, 323.5694],
            [14.7899, 48.8823, 115.5468, 184.8598, 254.6297, 324.5900],
        ];
        for (int c = 0; c < 2; c++) Assert.All(found[c].Zip(due[c]), p => Assert.Equal(p.Second, p.First, 1e-4));
    }

    [Theory]
    [InlineData(-40, 0.5)]
    [InlineData(-40, 20)]
    [InlineData(-40, 200)]
    [InlineData(-40, 2000)]
    [InlineData(-10, 0.5)]
    [InlineData(-10, 20)]
    [InlineData(-10, 200)]
    [InlineData(-10, 2000)]
    public void Spike_times_are_right_to_5_microseconds_at_any_strength(double start, double conductance)
    {
        double[][] exact = Spikes(start, conductance, 0.0125, Exact), found = Spikes(start, conductance, 0.05, Method.Imex4);
        for (int c = 0; c < 2; c++)
        {
            Assert.Equal(exact[c].Length, found[c].Length);
            Assert.InRange(found[c].Zip(exact[c], (a, b) => Math.Abs(a - b)).Max(), 0, 0.005);
        }
    }

    private static readonly Method Exact = new Imex4("exact", tolerance: 1e-10, halvings: 20);

    private static Network Pair(HhPscAlphaGap n, double conductance) =>
        new(n, new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), conductance * nS));

    private static double[][] Spikes(double start, double conductance, double dt, Method method)
    {
        var rest = new HhPscAlphaGap(1);
        Run gates = new Network(rest).Record(rest["m"]).Record(rest["h"]).Record(rest["n"]).Record(rest["p"]).Run(0 * ms, 0.01 * ms);
        double Gate(string name) => gates[rest[name]].Number(0, 0);
        var n = new HhPscAlphaGap(2)
        {
            V_initializer = [start * mV, -69.60401191631222 * mV],
            m_initializer = Gate("m"),
            h_initializer = Gate("h"),
            n_initializer = Gate("n"),
            p_initializer = Gate("p"),
        };
        Run run = Pair(n, conductance).Drive(n, 100 * pA).Record(n.V, every: 1000).Run(351 * ms, dt * ms, method);
        return [.. Enumerable.Range(0, 2).Select(c => run.Spikes(n).Times(c).Select(t => t / ms).ToArray())];
    }
}
