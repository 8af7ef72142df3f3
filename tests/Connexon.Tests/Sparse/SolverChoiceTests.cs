namespace Connexon.Tests.Sparse;

public class SolverChoiceTests
{
    [Fact]
    public void Small_components_are_inverted()
    {
        Assert.Equal("dense inverses of 2 components, the largest of 120 neurons",
            Automatic(CoupledNetwork.Random(200, 1, reciprocal: false)));
        Assert.Equal("dense inverse of 400 neurons", Automatic(CoupledNetwork.Lattice(20, 20, 100)));
    }

    [Fact]
    public void Large_networks_with_weak_coupling_take_a_known_number_of_steps()
    {
        Assert.Equal("9 Chebyshev steps", Automatic(CoupledNetwork.Lattice(60, 60, 0.0625)));
        Assert.Equal("9 Richardson steps", Automatic(CoupledNetwork.Random(3000, 0.0625, reciprocal: false)));
    }

    [Fact]
    public void Strong_coupling_takes_what_a_trial_shows_to_be_cheaper()
    {
        Assert.StartsWith("conjugate gradients, about ", Automatic(CoupledNetwork.Random(3000, 128, reciprocal: true)));
        Assert.StartsWith("stabilised biconjugate gradients, about ", Automatic(CoupledNetwork.Random(3000, 128, reciprocal: false)));
        Assert.EndsWith(" Chebyshev steps", Automatic(CoupledNetwork.Lattice(60, 60, 16)));
    }

    [Theory]
    [InlineData(SolverKind.ConjugateGradients, "The method of conjugate gradients")]
    [InlineData(SolverKind.BiCgStab, "The method of stabilised biconjugate gradients")]
    public void A_solve_that_does_not_converge_is_counted_and_told(SolverKind kind, string method)
    {
        CoupledNetwork network = CoupledNetwork.Random(300, 100, reciprocal: true);
        var system = new CouplingSystem(network.Matrix, network.Gain, network.A);
        CouplingSolver solver = kind == SolverKind.BiCgStab
            ? new BiCgStab(system, 2, limit: 5)
            : new ConjugateGradients(system, 2, limit: 5);
        Assert.Null(solver.FailureMessage);
        double[] r = [.. network.Potentials().SelectMany(v => new[] { v, -65.0 })]; // the second member is uniform

        CoupledNetwork.Solve(solver, r, batch: 2);
        CoupledNetwork.Solve(solver, r, batch: 2);

        Assert.Equal((5, 2L), (solver.Iterations, solver.Failures));
        Assert.Matches(
            $"^{method} did not reach its tolerance in 2 solves of the coupling within 5 iterations each: the worst was left with "
            + @"0\.\d+ of its first residual instead of [\d.]+e-15\. "
            + @"Take a shorter step or another solver, for instance SolverKind\.Dense\.$",
            solver.FailureMessage);
    }

    [Fact]
    public void What_cannot_be_solved_is_refused_with_its_numbers()
    {
        CoupledNetwork oneWay = CoupledNetwork.Pair(0.5, 0.125, 1, 2, 8);
        Assert.Equal("SolverKind.Chebyshev needs reciprocal junctions, but row 0 receives with the weight 0.5 from row 1, "
            + "which receives with 0.125 from it. "
            + "Take Automatic, Dense, Richardson or BiCgStab.", Refusal(() => oneWay.Solver(SolverKind.Chebyshev)));
        Assert.StartsWith("SolverKind.ConjugateGradients needs", Refusal(() => oneWay.Solver(SolverKind.ConjugateGradients)));
        Assert.Equal(
            "SolverKind.Richardson would need 28973240 steps per solve at the coupling number 1.05e+06; at most 100000 are allowed. "
            + "Take SolverKind.Automatic or SolverKind.BiCgStab.",
            Refusal(() => CoupledNetwork.Lattice(5, 5, 1 << 20).Solver(SolverKind.Richardson)));
        Assert.Equal(
            "SolverKind.Dense would need 7 GiB for this network, whose largest component has 30000 neurons; at most 2 GiB are allowed. "
            + "Take SolverKind.Automatic.",
            Refusal(() => CouplingSolver.For(ConductanceMatrix.Of(Chain(30_000)), new double[30_000], 1, 1, SolverKind.Dense)));
        ConductanceMatrix pair = ConductanceMatrix.Of(new(2, [0], [1], [0.5])), negative = ConductanceMatrix.Of(new(2, [0], [1], [-0.5]));
        Assert.Equal("A junction into row 0 from row 1 has the weight -0.5; implicit coupling needs finite weights, 0 or more. "
            + "(Parameter 'matrix')",
            Refusal(() => CouplingSolver.For(negative, [1, 1], 1, 1)));
        Assert.Equal("Row 1 has the gain 1/C = -1; implicit coupling needs finite gains, 0 or more. (Parameter 'gain')",
            Refusal(() => CouplingSolver.For(pair, [1, -1], 1, 1)));
        Assert.Equal("The implicit time is NaN ms; it must be a finite number, 0 or more. (Parameter 'a')",
            Refusal(() => CouplingSolver.For(pair, [1, 1], double.NaN, 1)));
    }

    private static WeightedGraph Chain(int n) =>
        new(n, [.. Enumerable.Range(0, n - 1)], [.. Enumerable.Range(1, n - 1)], [.. Enumerable.Repeat(1.0, n - 1)]);

    private static string Refusal(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;

    private static string Automatic(CoupledNetwork network) => network.Solver(SolverKind.Automatic).Description;
}
