namespace Connexon;

/// <summary>How hard the coupling of a network is.</summary>
/// <param name="LargestKappa">The largest coupling number dt sum_j(|g_ij|) / C_i; 0 without junctions.</param>
/// <param name="MedianKappa">The median over the neurons that have a junction.</param>
/// <param name="LongestExplicitStep">
/// The longest step at which <see cref="Method.ExponentialEuler"/> is stable; infinite without junctions.
/// </param>
/// <param name="Treatment">What the method does with these junctions, and why.</param>
/// <param name="PredictedError">
/// By how much the method's treatment of the junctions alone changes rates, as a part of them, for the neuron with the largest kappa; null
/// where it is below the method's other errors.
/// </param>
public sealed record CouplingStrength(
    double LargestKappa, double MedianKappa, Time LongestExplicitStep, string Treatment, double? PredictedError)
{
    /// <summary>
    /// The largest rate at which junctions of negative weights make differences of coupled states grow, were there nothing else: what the
    /// cells' own currents must hold. 0 without such junctions; an upper estimate where weights are one-way.
    /// </summary>
    public Rate FastestGrowth { get; init; }

    /// <summary>The coupling numbers, and what the method does.</summary>
    public override string ToString() => $"kappa up to {LargestKappa:G4}, {MedianKappa:G4} in the median; {Treatment}";

    internal static CouplingStrength Of(CouplingOperator coupling, RunSettings settings)
    {
        Electrical electrical = coupling.Electrical;
        double[] kappa = [.. electrical.Kappa(settings.Dt.Value).Order()];
        double rate = Math.Max(0, electrical.LargestRate(enough: 0));
        return new CouplingStrength(
            kappa.Length == 0 ? 0 : kappa[^1],
            kappa.Length == 0 ? 0 : 0.5 * (kappa[(kappa.Length - 1) / 2] + kappa[kappa.Length / 2]),
            new Time(Method.ExponentialEuler.CouplingBound!.Value / rate),
            kappa.Length == 0 ? "nothing is coupled" : coupling.Description,
            kappa.Length == 0 ? null : settings.Method.CouplingError(kappa[^1]))
        {
            FastestGrowth = new Rate(electrical.FastestGrowth()),
        };
    }
}
