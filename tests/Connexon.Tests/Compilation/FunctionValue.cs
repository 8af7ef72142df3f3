using System.Globalization;
using System.Numerics;

namespace Connexon.Tests.Compilation;

/// <summary>One value of functions.csv: known to 30 digits, by functions.py.</summary>
/// <param name="Function">The name of the function.</param>
/// <param name="X">The argument.</param>
/// <param name="Y">The second one; 0 if there is none.</param>
/// <param name="Value">The value, as text.</param>
internal sealed record FunctionValue(string Function, double X, double Y, string Value)
{
    public static IReadOnlyList<FunctionValue> Table { get; } = [.. Read()];

    /// <summary>By how many units of the last place a number misses the value.</summary>
    public double Ulps(double found)
    {
        double nearest = double.Parse(Value, CultureInfo.InvariantCulture);
        if (!double.IsFinite(found) || !double.IsFinite(nearest)) return found.Equals(nearest) ? 0 : double.PositiveInfinity;
        // found = m 2^k and value = d 10^e, both as integers over a common denominator
        var (m, k) = Exact(found);
        string[] parts = Value.Split('e');
        BigInteger d = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        int e = int.Parse(parts[1], CultureInfo.InvariantCulture) - (parts[0].Length - parts[0].IndexOf('.', StringComparison.Ordinal) - 1);
        var (_, ulp) = Exact(nearest);
        int twos = -Math.Min(0, Math.Min(k, ulp)), tens = Math.Max(0, -e);
        BigInteger scale = BigInteger.Pow(10, tens);
        BigInteger error = (m << (k + twos)) * scale - ((d * BigInteger.Pow(10, e + tens)) << twos);
        return Math.Abs((double)(error * 1000_000 / (scale << (ulp + twos)))) / 1e6;
    }

    // x = m 2^k, with 2^k the unit of its last place.
    private static (BigInteger, int) Exact(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x), mantissa = bits & 0xFFFFFFFFFFFFF;
        int exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger m = exponent == 0 ? mantissa : mantissa | 1L << 52;
        return (x < 0 ? -m : m, Math.Max(exponent, 1) - 1075);
    }

    private static IEnumerable<FunctionValue> Read()
    {
        using Stream file = typeof(FunctionValue).Assembly.GetManifestResourceStream("functions.csv")!;
        using var text = new StreamReader(file);
        text.ReadLine();
        while (text.ReadLine()?.Split(',') is [var function, var x, var y, var value])
            yield return new FunctionValue(function, double.Parse(x, CultureInfo.InvariantCulture),
                y.Length == 0 ? 0 : double.Parse(y, CultureInfo.InvariantCulture), value);
    }
}
