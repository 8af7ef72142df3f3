using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>
/// Numbers as NeuroML's schema allows them: the shortest digits that read back as the same number, no plus sign in the exponent.
/// </summary>
internal static class NumberText
{
    public static string Of(double x) => x.ToString("R", CultureInfo.InvariantCulture).Replace("+", "");
}
