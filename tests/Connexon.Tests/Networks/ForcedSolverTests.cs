using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>
/// A solver that is named is used, whatever the strength; one that cannot solve is refused before the run, with the reason.
/// </summary>
public sealed class ForcedSolverTests
{
    private static readonly Time Dt = 0.05 * ms;

    [Theory]
    [InlineData(SolverKind.Dense, "implicit for kappa, up to 5, by dense inverse of 10 neurons, as asked for")]
    [InlineData(SolverKind.ConjugateGradients, "implicit for kappa, up to 5, by conjugate gradients, as asked for")]
    [InlineData(SolverKind.BiCgStab, "implicit for kappa, up to 5, by stabilised biconjugate gradients, as asked for")]
    [InlineData(SolverKind.Automatic, "implicit for kappa, up to 5, by dense inverse of 10 neurons, the cheapest here")]
    public void Every_solver_gives_the_same_run_and_says_who_it_is(SolverKind kind, string treatment)
    {
        Run due = Ring(50 * mS, out HH n).Run(20 * ms, Dt, solver: SolverKind.Dense),
            run = Ring(50 * mS, out HH m).Run(20 * ms, Dt, solver: kind);

        Assert.Equal(treatment, run.Treatment);
        Assert.Equal(treatment, run.Network.Coupling(Dt, solver: kind).Treatment);
        Assert.Equal(due[n.V].Number(400, 3), run[m.V].Number(400, 3), 1e-7);
    }

    [Fact]
    public void Fixed_counts_of_steps_solve_too()
    {
        Run due = Ring(50 * mS, out HH n).Run(20 * ms, Dt);
        foreach (var (kind, name) in new[] { (SolverKind.Chebyshev, "Chebyshev"), (SolverKind.Richardson, "Richardson") })
        {
            Run run = Ring(50 * mS, out HH m).Run(20 * ms, Dt, solver: kind);
            Assert.Matches($@"^implicit for kappa, up to 5, by \d+ {name} steps, as asked for$", run.Treatment);
            Assert.Equal(due[n.V].Number(400, 3), run[m.V].Number(400, 3), 1e-7);
        }
    }

    [Fact]
    public void Weak_junctions_are_explicit_unless_a_solver_is_named()
    {
        Assert.Equal("explicit: kappa, up to 0.01, is weak enough for that", Ring(0.1 * mS, out _).Coupling(Dt).Treatment);
        Assert.Equal("implicit for kappa, up to 0.01, by dense inverse of 10 neurons, as asked for",
            Ring(0.1 * mS, out _).Coupling(Dt, solver: SolverKind.Dense).Treatment);
        Assert.Equal("explicit, as RungeKutta4 is", Ring(0.1 * mS, out _).Coupling(Dt, Method.RungeKutta4).Treatment);
        Assert.Equal("half-gaps, as Lagged is", Ring(50 * mS, out _).Coupling(Dt, Method.Lagged).Treatment);
    }

    [Fact]
    public void A_symmetric_solver_is_refused_for_junctions_that_are_not()
    {
        var n = new HH(2);
        var gap = new AsymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), (1 * mS, 2 * mS));

        string message = Assert.Throws<NetworkException>(() => new Network(n, gap).Run(1 * ms, Dt, solver: SolverKind.Chebyshev)).Message;

        Assert.StartsWith("SolverKind.Chebyshev needs reciprocal junctions, but row ", message);
        Assert.EndsWith("Take Automatic, Dense, Richardson or BiCgStab.", message);
    }

    [Fact]
    public void A_solver_is_refused_where_nothing_is_solved()
    {
        Assert.Equal("SolverKind.Dense was asked for, but RungeKutta4 solves for nothing: leave the solver out, or use Imex4 or Fast.",
            Assert.Throws<NetworkException>(() => Ring(0.1 * mS, out _)
                .Run(1 * ms, Dt, Method.RungeKutta4, solver: SolverKind.Dense)).Message);

        var n = new LIFRef(2);
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), 0.1 * mS);
        Assert.Equal("SolverKind.Dense was asked for, but these junctions cannot be implicit: what a junction carries must move the state "
            + "that it reads and no other, by a constant gain, and refractory time must not hold it. Leave the solver out.",
            Assert.Throws<NetworkException>(() => new Network(n, gap).Run(1 * ms, Dt, solver: SolverKind.Dense)).Message);
    }

    private static Network Ring(Conductance g, out HH n)
    {
        n = new HH(10) { gL = 0.3 * mS, V_initializer = -65 * mV };
        return new Network(n, new SymmetryGapJunction(n, "V", Connect.Ring, g)).Drive(n, Init.Each(i => (5 + i) * uA));
    }
}
