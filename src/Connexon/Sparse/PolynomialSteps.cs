namespace Connexon;

/// <summary>
/// The factors of a <see cref="PolynomialSolver"/>: how many steps reduce the error by a tolerance, given where the eigenvalues of I + a K
/// lie.
/// </summary>
internal static class PolynomialSteps
{
    /// <summary>The factor by which the error of z is smaller than z.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>
    /// Chebyshev's: the error, in the norm sqrt(sum_i C_i e_i^2), is at most 1 / T_n((2 + bound) / bound) of z (Saad 2003, Iterative
    /// Methods for Sparse Linear Systems, algorithm 12.1).
    /// </summary>
    /// <param name="bound">No eigenvalue of a K, which are real, is larger; none is negative.</param>
    /// <param name="tolerance">The factor by which the error is reduced.</param>
    public static (double Keep, double Step)[] Chebyshev(double bound, double tolerance = Tolerance)
    {
        if (bound == 0)
            return [];
        double half = bound / 2, sigma = (1 + half) / half;
        var steps = new (double, double)[ChebyshevCount(bound, tolerance)];
        double rho = 1 / sigma;
        steps[0] = (0, 1 / (1 + half));
        for (int k = 1; k < steps.Length; k++)
        {
            double next = 1 / (2 * sigma - rho);
            (steps[k], rho) = ((next * rho, 2 * next / half), next);
        }
        return steps;
    }

    /// <summary>The number of Chebyshev's steps.</summary>
    public static int ChebyshevCount(double bound, double tolerance = Tolerance) =>
        bound == 0 ? 0 : Count(Math.Acosh(1 / tolerance) / Math.Acosh(1 + 2 / bound));

    /// <summary>
    /// Richardson's, the same step always: the largest error of a row is at most (kappa / (1 + kappa))^n of the largest z. The best that
    /// can be promised where the eigenvalues may lie anywhere in the disc around 1 + kappa through 1.
    /// </summary>
    /// <param name="kappa">The largest coupling number.</param>
    /// <param name="tolerance">The factor by which the error is reduced.</param>
    public static (double Keep, double Step)[] Richardson(double kappa, double tolerance = Tolerance)
    {
        var steps = new (double, double)[RichardsonCount(kappa, tolerance)];
        Array.Fill(steps, (0, 1 / (1 + kappa)));
        return steps;
    }

    /// <summary>The number of Richardson's steps.</summary>
    public static int RichardsonCount(double kappa, double tolerance = Tolerance) =>
        kappa == 0 ? 0 : Count(-Math.Log(tolerance) / double.LogP1(1 / kappa));

    // A count beyond all use is cut; the choice of a solver never comes near.
    private static int Count(double steps) => (int)Math.Min(Math.Max(1, Math.Ceiling(steps)), 100_000_000);
}
