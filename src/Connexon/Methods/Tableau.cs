namespace Connexon;

/// <summary>
/// The pair of Runge-Kutta methods ARK4(3)6L[2]SA of Kennedy and Carpenter, Additive Runge-Kutta schemes for convection-diffusion-reaction
/// equations, Appl. Numer. Math. 44 (2003) 139-181, appendix C, doi:10.1016/S0168-9274(02)00138-1: an explicit one for the cells and a
/// singly diagonally implicit, L-stable and stiffly accurate one for the junctions, with common nodes and weights. Fourth order
/// together; the embedded solution is of third order.
/// </summary>
internal static class Tableau
{
    public const int Stages = 6;

    /// <summary>The diagonal of the implicit method.</summary>
    public const double Gamma = 1 / 4.0;

    /// <summary>Where in the step the stages lie.</summary>
    public static double[] Nodes { get; } = [0, 1 / 2.0, 83 / 250.0, 31 / 50.0, 17 / 20.0, 1];

    /// <summary>Rows of the explicit method.</summary>
    public static double[][] Explicit { get; } =
    [
        [],
        [1 / 2.0],
        [13861 / 62500.0, 6889 / 62500.0],
        [-116923316275 / 2393684061468.0, -2731218467317 / 15368042101831.0, 9408046702089 / 11113171139209.0],
        [
            -451086348788 / 2902428689909.0, -2682348792572 / 7519795681897.0,
            12662868775082 / 11960479115383.0, 3355817975965 / 11060851509271.0,
        ],
        [
            647845179188 / 3216320057751.0, 73281519250 / 8382639484533.0,
            552539513391 / 3454668386233.0, 3354512671639 / 8306763924573.0, 4040 / 17871.0,
        ],
    ];

    /// <summary>Rows of the implicit method, without the diagonal.</summary>
    public static double[][] Implicit { get; } =
    [
        [],
        [1 / 4.0],
        [8611 / 62500.0, -1743 / 31250.0],
        [5012029 / 34652500.0, -654441 / 2922500.0, 174375 / 388108.0],
        [15267082809 / 155376265600.0, -71443401 / 120774400.0, 730878875 / 902184768.0, 2285395 / 8070912.0],
        [82889 / 524892.0, 0, 15625 / 83664.0, 69875 / 102672.0, -2260 / 8211.0],
    ];

    /// <summary>The weights of the solution, of both methods.</summary>
    public static double[] Weights { get; } = [82889 / 524892.0, 0, 15625 / 83664.0, 69875 / 102672.0, -2260 / 8211.0, 1 / 4.0];

    /// <summary>The parabola through the stages before the last one, at the end of the step: stages and weights.</summary>
    public static (int Stage, double Weight)[] ToEnd { get; } = Extrapolation(Stages - 4, Stages - 3, Stages - 2);

    /// <summary>
    /// By how much that parabola misses the implicit slope of the last stage in a mode that is infinitely fast, in parts of the first
    /// stage's slope: each stage brings such a mode to nothing, and of the last one's slope nothing is left (stiffly accurate).
    /// </summary>
    public static double FastModeAtEnd { get; } = OfFastMode();

    private static double OfFastMode()
    {
        var slopes = new double[Stages];
        slopes[0] = 1;
        for (int i = 1; i < Stages; i++) slopes[i] = -Implicit[i].Zip(slopes, (a, s) => a * s).Sum() / Gamma;
        return slopes[^1] - ToEnd.Sum(e => e.Weight * slopes[e.Stage]);
    }

    private static (int, double)[] Extrapolation(params int[] stages) => [.. stages.Select(j => (j, stages.Where(k => k != j)
        .Aggregate(1.0, (w, k) => w * (Nodes[^1] - Nodes[k]) / (Nodes[j] - Nodes[k]))))];

    /// <summary>The weights of the embedded solution.</summary>
    public static double[] Embedded { get; } =
        [4586570599 / 29645900160.0, 0, 178811875 / 945068544.0, 814220225 / 1159782912.0, -3700637 / 11593932.0, 61727 / 225920.0];
}
