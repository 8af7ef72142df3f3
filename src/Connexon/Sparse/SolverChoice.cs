namespace Connexon;

/// <summary>Which solver is made for a system.</summary>
internal static class SolverChoice
{
    public static CouplingSolver Make(CouplingSystem system, int batch, SolverKind kind) => kind switch
    {
        SolverKind.Dense => new DenseSolver(system, system.CoupledComponents(), batch),
        SolverKind.Chebyshev => new PolynomialSolver(system, batch, PolynomialSteps.Chebyshev(system.LargestEigenvalueBound()), "Chebyshev steps"),
        SolverKind.Richardson => new PolynomialSolver(system, batch, PolynomialSteps.Richardson(system.LargestKappa), "Richardson steps"),
        SolverKind.ConjugateGradients => new ConjugateGradients(system, batch),
        SolverKind.BiCgStab => new BiCgStab(system, batch),
        _ => Make(system, batch, SolverKind.Dense),
    };
}
