namespace Connexon.Plotting;

/// <summary>How far axes reach.</summary>
internal static class Limits
{
    /// <summary>The lowest and the highest finite value; one apart where all are equal.</summary>
    public static (double Low, double High) Of(IEnumerable<double[]> traces)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var trace in traces)
            foreach (double value in trace)
            {
                if (!double.IsFinite(value)) continue;
                if (value < low) low = value;
                if (value > high) high = value;
            }
        return low < high ? (low, high) : (low - 0.5, high + 0.5);
    }

    /// <summary>From the first to the last time and a hair further: a last sample often is one step short of a round number.</summary>
    public static (double From, double To) Time(double[] times)
    {
        double from = times.Min(), to = times.Max();
        return (from, to > from ? to + 0.001 * (to - from) : from + 1);
    }

    /// <summary>With room above and below, so that a line at the edge is seen whole.</summary>
    public static (double Low, double High) Padded((double Low, double High) limits)
    {
        double room = 0.05 * (limits.High - limits.Low);
        return (limits.Low - room, limits.High + room);
    }
}
