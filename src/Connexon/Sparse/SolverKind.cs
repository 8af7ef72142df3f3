namespace Connexon;

/// <summary>
/// How the linear equations of implicit coupling are solved: (1 + a K) x = r, where K = C^-1 L, L is the Laplacian of the junctions and a
/// is a time, a fixed part of the step. All give the same x within their tolerance; they differ in cost. With kappa = a max_i sum_j(g_ij)
/// / C_i:
/// </summary>
public enum SolverKind
{
    /// <summary>The cheapest for this network, by its size, components, coupling number and symmetry.</summary>
    Automatic,

    /// <summary>The inverse of each connected component, as a full matrix. Exact to round-off at any kappa; for components of up to a few
    /// hundred neurons. Costs their size cubed once, and squared at each solve.</summary>
    Dense,

    /// <summary>A fixed number of Chebyshev steps, known before the run: 10 at kappa = 0.1, 22 at 1, about 20 sqrt(kappa) for strong
    /// coupling. No sums over the network. For weak coupling in large networks, reciprocal junctions (g_ij = g_ji). Relative error
    /// 1e-12.</summary>
    Chebyshev,

    /// <summary>Conjugate gradients, scaled by the diagonal (Jacobi). For strong coupling in large networks, reciprocal junctions.
    /// Relative error 1e-12.</summary>
    ConjugateGradients,

    /// <summary>A fixed number of Richardson steps, known before the run: 40 at kappa = 1, about 28 kappa for strong coupling. For weak
    /// coupling in large networks whose junctions are not all reciprocal. Relative error 1e-12.</summary>
    Richardson,

    /// <summary>Stabilised biconjugate gradients (van der Vorst 1992, doi:10.1137/0913035), scaled by the diagonal. For strong coupling in
    /// large networks whose junctions are not all reciprocal.</summary>
    BiCgStab,
}
