using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>
/// The rule of model validation: counts are equal, and |found - expected| is at most 1e-8 + tolerance * |expected| everywhere.
/// </summary>
internal static class Comparison
{
    private const double Absolute = 1e-8;

    /// <summary>The largest relative difference, and what is wrong; null if nothing is.</summary>
    public static (double Difference, string? Problem) Of(IReadOnlyList<double> expected, IReadOnlyList<double> found, double tolerance)
    {
        if (expected.Count != found.Count) return (double.NaN, $"{expected.Count} expected, {found.Count} found");
        double largest = 0;
        string? problem = null;
        for (int k = 0; k < expected.Count; k++)
        {
            double apart = Math.Abs(found[k] - expected[k]), size = Math.Abs(expected[k]);
            largest = Math.Max(largest, apart == 0 ? 0 : apart / size);
            if (!(apart <= Absolute + tolerance * size))
                problem ??= string.Create(CultureInfo.InvariantCulture, $"number {k + 1} is {found[k]:G9}, {expected[k]:G9} is expected");
        }
        return (largest, problem);
    }
}
