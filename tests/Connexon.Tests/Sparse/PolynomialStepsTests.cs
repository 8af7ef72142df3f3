namespace Connexon.Tests.Sparse;

public class PolynomialStepsTests
{
    [Fact]
    public void The_counts_are_those_of_the_bounds()
    {
        Assert.Equal(22, PolynomialSteps.ChebyshevCount(2)); // acosh(1e12) / acosh(2) = 21.5
        Assert.Equal(6, PolynomialSteps.ChebyshevCount(0.02)); // acosh(1e12) / acosh(101) = 5.3
        Assert.Equal(40, PolynomialSteps.RichardsonCount(1)); // log2(1e12) = 39.9
        Assert.Equal(290, PolynomialSteps.RichardsonCount(10));
        Assert.Equal((0, 0), (PolynomialSteps.ChebyshevCount(0), PolynomialSteps.RichardsonCount(0)));
        Assert.Equal(1, PolynomialSteps.ChebyshevCount(1e-13));
    }

    [Theory]
    [InlineData(0.1, 1e-3)]
    [InlineData(4, 1e-6)]
    [InlineData(300, 1e-6)]
    public void Chebyshevs_error_stays_below_its_bound_and_is_no_smaller_than_that_promises(double bound, double tolerance)
    {
        // What remains of an error whose eigenvalue is 1 + x: the polynomial itself.
        double worst = 0;
        foreach (double x in Enumerable.Range(0, 2001).Select(k => bound * k / 2000))
        {
            double error = 1, d = 0;
            foreach (var (keep, step) in PolynomialSteps.Chebyshev(bound, tolerance))
            {
                d = keep * d - step * (1 + x) * error;
                error += d;
            }
            worst = Math.Max(worst, Math.Abs(error));
        }
        double promised = 1 / Math.Cosh(PolynomialSteps.ChebyshevCount(bound, tolerance) * Math.Acosh(1 + 2 / bound));
        Assert.InRange(promised, tolerance / 50, tolerance);
        Assert.Equal(promised, worst, 1e-9 * promised + 1e-15);
    }

    [Fact]
    public void A_solve_takes_the_steps_that_were_promised()
    {
        CouplingSolver solver = CoupledNetwork.Lattice(40, 40, 0.5).Solver(SolverKind.Chebyshev); // 4 neighbours: kappa 0.5, bound 1
        Assert.Equal("17 Chebyshev steps", solver.Description);
        Assert.Equal(17, solver.Iterations);
        Assert.Equal("26 Richardson steps", CoupledNetwork.Lattice(40, 40, 0.5).Solver(SolverKind.Richardson).Description);
    }
}
