using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>
/// Weights below 0, against the exact solution of linear cells: a mode decays at its leak plus an eigenvalue of the junctions, or grows.
/// </summary>
public class RepulsiveJunctions
{
    private const double Leak = 0.3; // per ms

    [Theory]
    [InlineData("Imex4", -0.1, 1e-7)] // the leak dominates: the difference decays at 0.3 - 2 * 0.1
    [InlineData("Imex4", -0.4, 1e-7)] // it grows at 2 * 0.4 - 0.3
    [InlineData("Imex4", -1, 1e-4)]
    [InlineData("Adaptive", -0.4, 1e-5)]
    [InlineData("RungeKutta4", -0.1, 1e-7)]
    [InlineData("RungeKutta4", -0.4, 1e-7)]
    [InlineData("RungeKutta2", -0.4, 1e-3)]
    [InlineData("Fast", -0.4, 0.01)]
    [InlineData("ExponentialEuler", -0.1, 0.02)]
    [InlineData("ExponentialEuler", -0.4, 0.1)]
    [InlineData("Euler", -0.4, 0.1)]
    public void Two_cells_grow_apart_or_not(string method, double g, double tolerance)
    {
        Passive cells = Cells([1, -0.5]);
        double[] v = After(cells, Of(cells, [(0, 1, g)]), method, dt: 0.1);

        Assert.Equal(1, (v[0] - v[1]) / (1.5 * Math.Exp(-(Leak + 2 * g) * 4)), tolerance);
        // They drive no current out.
        Assert.Equal(1, (v[0] + v[1]) / (0.5 * Math.Exp(-Leak * 4)), Math.Min(tolerance, 3e-4) + (method == "Euler" ? 0.02 : 0));
    }

    [Theory]
    [InlineData("Imex4", 1, 1e-6)]
    [InlineData("Imex4", 50, 1e-4)] // strong: steps are halved
    [InlineData("RungeKutta4", 1, 1e-5)]
    [InlineData("ExponentialEuler", 1, 0.05)]
    public void Three_cells_of_which_two_repel_each_other(string method, double attractive, double tolerance)
    {
        Passive cells = Cells([1, 0.3, -0.5]);
        double[] v = After(cells, Of(cells, [(0, 1, attractive), (1, 2, -0.3)]), method, dt: 0.1);

        double[] due = Exact([1, 0.3, -0.5], [(0, 1, attractive), (1, 2, -0.3)], 4);
        for (int i = 0; i < 3; i++) Assert.Equal(due[i], v[i], tolerance * Math.Abs(due[0]));
    }

    [Fact]
    public void Growth_and_the_bound_of_explicit_methods_are_those_of_the_signed_matrix()
    {
        Passive cells = Cells([1, 0.3, -0.5]);
        CouplingStrength coupling = new Network(cells, Of(cells, [(0, 1, 1), (1, 2, -0.3)])).Coupling(0.1 * ms);
        double root = Math.Sqrt(1.4 * 1.4 + 4 * 0.9); // x^3 - 1.4 x^2 - 0.9 x = 0
        Assert.Equal((root - 1.4) / 2, coupling.FastestGrowth.Value, 1e-8);
        Assert.Equal(2 / ((root + 1.4) / 2), coupling.LongestExplicitStep.Value, 1e-8);
        Assert.Equal(0.13, coupling.LargestKappa, 1e-12); // of the middle cell: 0.1 (1 + 0.3)
        Assert.Equal("explicit: weights are, or may become, negative; alone, they make differences grow at up to 0.479/ms",
            coupling.Treatment);

        CouplingStrength repelled = new Network(cells, Of(cells, [(0, 1, -0.4)])).Coupling(0.1 * ms);
        Assert.Equal(0.8, repelled.FastestGrowth.Value, 1e-8);
        Assert.Equal(double.PositiveInfinity, 1 / Math.Round(1 / repelled.LongestExplicitStep.Value, 6));
        Assert.Equal(0,
            new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, 1 * mS)).Coupling(0.1 * ms).FastestGrowth.Value);

        Network strong = new(cells, Of(cells, [(0, 1, 30), (1, 2, -0.3)]));
        // x^3 - 59.4 x^2 - 27 x = 0: 2.785 over its largest root, 59.851.
        Assert.StartsWith("RungeKutta4 is stable up to dt = 0.04653 ms for these junctions, but dt = 0.1 ms was asked for.",
            Assert.Throws<NetworkException>(() => strong.Run(1 * ms, 0.1 * ms, Method.RungeKutta4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_implicit_refuses_them_by_name()
    {
        Passive cells = Cells([1, 0.3, -0.5]);
        Network network = new(cells, Of(cells, [(0, 1, 10), (1, 2, -0.3)]));
        string Refused(Method method, SolverKind solver = SolverKind.Automatic) =>
            Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.1 * ms, method, solver: solver)).Message;

        Assert.Equal("SolverKind.ConjugateGradients was asked for, but these junctions cannot be implicit: weights are, or may become, "
            + "negative. Leave the solver out.",
            Refused(Method.Imex4, SolverKind.ConjugateGradients));
        Assert.Equal("Weights are, or may become, negative, and Fast cannot have junctions implicit that repel, "
            + "as it would at kappa = 1.03: use Imex4 or RungeKutta4.", Refused(Method.Fast));
        Assert.Equal("Weights are, or may become, negative, and Lagged cannot have junctions implicit that repel, "
            + "as it would at kappa = 1.03: use Imex4 or RungeKutta4.", Refused(Method.Lagged));

        Network noisy = network.Drive(cells, Drive.WhiteNoise(1 * uA, 1 * ms));
        Assert.StartsWith("Passive has white noise and junctions of dt * lambda up to 1.99,",
            Assert.Throws<NetworkException>(() => noisy.Run(1 * ms, 0.1 * ms)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_must_be_asked_for_and_be_finite_and_may_then_be_set_too()
    {
        Passive cells = Cells([1, 0.3]);
        Assert.Equal("The weight of junction 0 is -1 mS: a weight must be finite and not negative. "
            + "Repulsive junctions are asked for by negativeWeights: "
            + "NegativeWeights.Allowed. (Parameter 'weight')",
            Assert.Throws<ArgumentException>(() => new SymmetryGapJunction(cells, "V", (_, _) => ([0], [1]), -1 * mS)).Message);
        Assert.Equal("The weight of junction 0 is NaN mS: a weight must be finite. (Parameter 'weight')",
            Assert.Throws<ArgumentException>(() => Of(cells, [(0, 1, double.NaN)])).Message);

        SymmetryGapJunction gap = Of(cells, [(0, 1, 0.2)]);
        Network network = new Network(cells, gap).Record(cells.V)
            .BetweenSteps(now => now[gap.Weight, 0] = (now.Steps < 20 ? 0.2 : -0.4) * mS, gap.Weight);
        Trace<Voltage> v = network.Run(4 * ms, 0.1 * ms)[cells.V];
        Assert.Equal(0.7 * Math.Exp(-(Leak + 0.4) * 2) * Math.Exp(-(Leak - 0.8) * 2), v.Number(40, 0) - v.Number(40, 1), 1e-6);
    }

    [Fact]
    public void One_way_weights_may_be_negative_too()
    {
        Passive cells = Cells([1, 0.3]);
        var gap = new AsymmetryGapJunction(cells, "V", (_, _) => ([0], [1]), (-0.4 * mS, 0 * mS), negativeWeights: NegativeWeights.Allowed);
        double[] v = After(cells, gap, "Imex4", 0.1);

        // V0 decays alone; what V1 gets of the difference makes that grow.
        Assert.Equal(Math.Exp(-Leak * 4), v[0], 1e-6);
        Assert.Equal(0.7 * Math.Exp(-(Leak - 0.4) * 4), v[0] - v[1], 1e-6);
        Assert.Equal(0.8, new Network(cells, gap).Coupling(0.1 * ms).FastestGrowth.Value, 1e-12); // an upper estimate
    }

    private static Passive Cells(double[] start) => new(start.Length)
    {
        gL = Leak * mS,
        EL = 0 * mV,
        V_initializer = (Voltage[])[.. start.Select(v => v * mV)],
    };

    private static SymmetryGapJunction Of(Neuron cells, (int A, int B, double G)[] edges) => new(cells, "V",
        (_, _) => ([.. edges.Select(e => e.A)], [.. edges.Select(e => e.B)]), (Conductance[])[.. edges.Select(e => e.G * mS)],
        negativeWeights: NegativeWeights.Allowed);

    private static double[] After(Passive cells, GapJunction gap, string method, double dt)
    {
        Trace<Voltage> v = new Network(cells, gap).Record(cells.V).Run(4 * ms, dt * ms, Method.Parse(method))[cells.V];
        return [.. Enumerable.Range(0, cells.Size).Select(i => v.Number(v.Rows - 1, i))];
    }

    // e^(A t) v by its series in small parts of t.
    private static double[] Exact(double[] v, (int A, int B, double G)[] edges, double t)
    {
        const int Parts = 4000;
        for (int part = 0; part < Parts; part++)
        {
            double[] term = [.. v];
            for (int k = 1; k <= 12; k++)
            {
                double[] slope = [.. term.Select(x => -Leak * x)];
                foreach (var (a, b, g) in edges)
                {
                    slope[a] -= g * (term[a] - term[b]);
                    slope[b] -= g * (term[b] - term[a]);
                }
                term = [.. slope.Select(x => x * t / Parts / k)];
                for (int i = 0; i < v.Length; i++) v[i] += term[i];
            }
        }
        return v;
    }
}
