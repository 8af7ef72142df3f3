using System.Globalization;

namespace Connexon;

/// <summary>Steps and lengths of runs as people type them, each of which a run takes.</summary>
internal static class StepAdvice
{
    private const int Decades = 3;

    /// <summary>True if a length is a whole number of steps.</summary>
    /// <param name="duration">The length, in ms.</param>
    /// <param name="dt">The step, in ms.</param>
    public static bool IsWhole(double duration, double dt)
    {
        double steps = duration / dt;
        return Math.Abs(steps - Math.Round(steps)) <= 1e-6 * Math.Max(1, steps);
    }

    /// <summary>The longest step of two digits at most that a length is a whole number of.</summary>
    /// <param name="duration">The length.</param>
    /// <param name="longest">What it must not exceed; more than 0.</param>
    public static Time Step(Time duration, Time longest)
    {
        int power = (int)Math.Floor(Math.Log10(longest.Value)) - 1;
        int digits = (int)Math.Floor(longest.Value / Typed(1, power) * (1 + 1e-12));
        for (int p = power; p > power - Decades; p--, digits = 99)
            for (int n = digits; n >= 10; n--)
                if (Typed(n, p) is > 0 and var dt && IsWhole(duration.Value, dt)) return new Time(dt);
        return new Time(Typed(digits, power));
    }

    /// <summary>The lengths next to one that are whole numbers of steps: the one below, if there is one, and the one above.</summary>
    /// <param name="duration">The length.</param>
    /// <param name="dt">The step.</param>
    public static IEnumerable<Time> Durations(Time duration, Time dt)
    {
        double below = Math.Floor(duration.Value / dt.Value);
        return new[] { below, below + 1 }.Where(n => n > 0).Select(n => new Time(Rounded(n * dt.Value, dt.Value)));
    }

    // Twelve digits, where these are as good: 0.9 and not 0.8999999999999999.
    private static double Rounded(double duration, double dt)
    {
        double brief = double.Parse($"{duration:G12}", CultureInfo.InvariantCulture);
        return IsWhole(brief, dt) ? brief : duration;
    }

    private static double Typed(int digits, int power) => double.Parse($"{digits}E{power}", CultureInfo.InvariantCulture);
}
