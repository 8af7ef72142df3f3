namespace Connexon.NeuroML;

/// <summary>
/// How spikes are found in a trace. Times are those of rows: nothing is interpolated, for the published numbers were not.
/// </summary>
/// <param name="Threshold">What is crossed upwards; null for the peaks of the trace.</param>
internal sealed record Detection(double? Threshold)
{
    /// <summary>The times of spikes: the first row above the threshold, or the row of each peak.</summary>
    public IReadOnlyList<double> Spikes(IReadOnlyList<(double Time, double Value)> trace)
    {
        var times = new List<double>();
        for (int k = 1; k < trace.Count; k++)
        {
            double before = trace[k - 1].Value, here = trace[k].Value;
            bool spike = Threshold is { } threshold
                ? before <= threshold && here > threshold
                : k + 1 < trace.Count && here >= before && trace[k + 1].Value < here;
            if (spike) times.Add(trace[k].Time);
        }
        return times;
    }

    /// <summary>Spikes per unit of time: the number of intervals by their sum; 0 without an interval.</summary>
    public static double Rate(IReadOnlyList<double> spikes) => spikes.Count < 2 ? 0 : (spikes.Count - 1) / (spikes[^1] - spikes[0]);
}
