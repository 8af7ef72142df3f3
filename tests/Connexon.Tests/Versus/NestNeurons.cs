using Connexon.Programs;
using static Connexon.Units;

namespace Connexon.Tests.Versus;

/// <summary>
/// NEST's two neurons with gap junctions (hh_psc_alpha_gap, hh_cond_beta_gap_traub): their equations as NEST's sources have them, written
/// out once more here, and exact solutions of NEST's own test of two coupled cells (test_hh_psc_alpha_gap).
/// </summary>
public class NestNeurons
{
    [Fact]
    public void Two_cells_meet_the_exact_solution_of_NESTs_own_test()
    {
        Run run = Pair(new HhPscAlphaGap(2), 20, 20 * ms, 200, 0, every: 100, out HhPscAlphaGap cells);

        double[] v = run[cells.V].Numbers(1);
        (int Tenths, double V)[] exact =
        [
            (1, -69.5921), (13, -68.4131), (117, -33.8117), (118, -24.1837), (119, 8.2750), (120, 62.1896), (121, 39.1229), (131, -83.7479),
            (192, -70.6481),
        ];
        Assert.All(exact, e => Assert.Equal(e.V, v[e.Tenths], 1e-4)); // the digits given
    }

    [Fact]
    public void Two_cells_spike_when_the_exact_solution_does()
    {
        // As in NEST, moving V does not move the gates from where they rest.
        var start = new HhPscAlphaGap(2)
        {
            V_initializer = [-10 * mV, -69.60401191631222 * mV],
            m_initializer = 0.019198766985083732,
            h_initializer = 0.8684620412943989,
            n_initializer = 0.0005741576228359767,
            p_initializer = 0.00025113182271506326,
        };
        Run run = Pair(start, 0.5, 351 * ms, 100, 100, every: 1000, out HhPscAlphaGap cells);

        double[][] due =
        [
            [0.0797, 40.7135, 111.1339, 182.2237, 253.0094, 323.5694],
            [14.7899, 48.8823, 115.5468, 184.8598, 254.6297, 324.5900],
        ];
        for (int cell = 0; cell < 2; cell++)
        {
            double[] found = [.. run.Spikes(cells).Times(cell).Select(t => t / ms)];
            Assert.Equal(due[cell].Length, found.Length);
            Assert.All(found.Zip(due[cell]), s => Assert.InRange(s.First - s.Second, -0.0001, 0.0011)); // the end of the step that crosses
        }
    }

    [Fact]
    public void The_interneuron_starts_at_rest()
    {
        var cell = new HhPscAlphaGap(1);
        Run run = new Network(cell).Record(cell.V).Run(10 * ms, 0.001 * ms, Method.RungeKutta4);
        Assert.All(run[cell.V].Numbers(0), v => Assert.Equal(-69.60401191631222, v, 1e-11));
    }

    [Fact]
    public void The_pyramidal_cell_rests_where_its_currents_cancel_and_fires_as_an_independent_solution()
    {
        var cell = new HhCondBetaGapTraub(2);
        Run run = new Network(cell).Drive(cell, new[] { 0 * pA, 500 * pA }).Run(200 * ms, 0.005 * ms, Method.RungeKutta4);

        Assert.Equal(-59.99899744273995, run[cell.V].Numbers(0)[^1], 1e-6);
        double[] found = [.. run.Spikes(cell).Times(1).Select(t => t / ms).TakeWhile(t => t < 100)];
        double[] due = [8.9604, 26.0883, 43.2162, 60.3442, 77.4721, 94.6000];
        Assert.Equal(due.Length, found.Length);
        Assert.All(found.Zip(due), s => Assert.InRange(s.First - s.Second, -0.0001, 0.0051));
    }

    [Theory]
    [InlineData(-69.6)]
    [InlineData(-47.3)]
    [InlineData(12.5)]
    public void The_slopes_are_those_of_NESTs_source(double V)
    {
        double m = 0.31, h = 0.42, n = 0.53, p = 0.64, I = 123;
        Holds(new HhPscAlphaGap(1),
            (-4500 * m * m * m * h * (V - 74) - (9 * n * n * n * n + 9000 * p * p) * (V + 90) - 10 * (V + 70) + I) / 40,
            Gate(40 * (V - 75.5) / (1 - Math.Exp(-(V - 75.5) / 13.5)), 1.2262 / Math.Exp(V / 42.248), m),
            Gate(0.0035 / Math.Exp(V / 24.186), 0.017 * (51.25 + V) / (1 - Math.Exp(-(51.25 + V) / 5.2)), h),
            Gate(0.014 * (V + 44) / (1 - Math.Exp(-(V + 44) / 2.3)), 0.0043 / Math.Exp((V + 44) / 34), n),
            Gate((V - 95) / (1 - Math.Exp(-(V - 95) / 11.8)), 0.025 / Math.Exp(V / 22.222), p));
        double v = V + 50;
        Holds(new HhCondBetaGapTraub(1),
            (-20000 * m * m * m * h * (V - 50) - 6000 * n * n * n * n * (V + 90) - 10 * (V + 60) + I) / 200,
            Gate(0.32 * (13 - v) / (Math.Exp((13 - v) / 4) - 1), 0.28 * (v - 40) / (Math.Exp((v - 40) / 5) - 1), m),
            Gate(0.128 * Math.Exp((17 - v) / 18), 4 / (1 + Math.Exp((40 - v) / 5)), h),
            Gate(0.032 * (15 - v) / (Math.Exp((15 - v) / 5) - 1), 0.5 * Math.Exp((10 - v) / 40), n));

        static double Gate(double alpha, double beta, double x) => alpha * (1 - x) - beta * x;

        void Holds(Neuron neuron, params double[] slopes)
        {
            Model model = neuron.Model;
            Assert.Equal(slopes.Length, model.States.Count);
            var at = new Dictionary<string, double> { ["V"] = V, ["m"] = m, ["h"] = h, ["n"] = n, ["p"] = p, ["I"] = I * 1e-6 };
            Assert.All(model.States.Zip(slopes), s => Assert.Equal(s.Second, Value(s.First.Slope!), Math.Abs(s.Second) * 1e-13));

            double Value(Expr slope) =>
                Interpreter.Evaluate(slope, x => at.TryGetValue(x.Name, out double value) ? value : model.ParameterValues(x, 1)[0]);
        }
    }

    /// <summary>1/exprel(-x) is 1 + x/2 + x^2/12 near x = (V - at) / over = 0, where NEST's quotients are 0/0.</summary>
    [Theory]
    [InlineData("hh_psc_alpha_gap", "m", 75.5, 13.5, 540, true)]
    [InlineData("hh_psc_alpha_gap", "h", -51.25, 5.2, 0.0884, false)]
    [InlineData("hh_psc_alpha_gap", "n", -44, 2.3, 0.0322, true)]
    [InlineData("hh_psc_alpha_gap", "p", 95, 11.8, 11.8, true)]
    [InlineData("hh_cond_beta_gap_traub", "m", -37, 4, 1.28, true)]
    [InlineData("hh_cond_beta_gap_traub", "m", -10, -5, 1.4, false)]
    [InlineData("hh_cond_beta_gap_traub", "n", -35, 5, 0.16, true)]
    public void Rates_are_exact_at_their_removable_singularities(string name, string gate, double at, double over, double rate, bool opens)
    {
        Model model = Catalogue.Neurons.Single(e => e.Name == name).Model;
        foreach (double away in new[] { 0, 1e-12, -1e-9, 1e-6, -1e-4 })
        {
            double V = at + away, x = (V - at) / over, due = rate * (1 + x / 2 + x * x / 12);
            // At gate = 0 the slope is alpha, at 1 it is -beta.
            double found = Interpreter.Evaluate(model.Find(gate)!.Slope!,
                s => s.Name == "V" ? V : s.Kind == SymbolKind.State ? (opens ? 0 : 1) : model.ParameterValues(s, 1)[0]);
            Assert.Equal(opens ? due : -due, found, due * 1e-15);
        }
    }

    /// <summary>A junction in nS, currents in pA, RungeKutta4 at 1 us.</summary>
    private static Run Pair(HhPscAlphaGap pair, double g, Time duration, double first, double second, int every, out HhPscAlphaGap cells)
    {
        cells = pair;
        return new Network(pair, new SymmetryGapJunction(pair, "V", Connect.Ring, g * nS))
            .Drive(pair, new[] { first * pA, second * pA }).Record(pair.V, every).Run(duration, 0.001 * ms, Method.RungeKutta4);
    }
}
