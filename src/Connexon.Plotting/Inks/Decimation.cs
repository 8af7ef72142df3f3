namespace Connexon.Plotting;

/// <summary>
/// Thins a trace to what its pixels can show: of the samples that share a column of pixels, the first, the lowest, the highest
/// and the last. The line through them covers the same pixels as the line through all, so no spike is lost, at any length.
/// </summary>
internal static class Decimation
{
    /// <summary>
    /// The samples to keep, ascending. A sample that is no finite number is passed over; a column of nothing else keeps
    /// one of them, as the mark of a gap.
    /// </summary>
    /// <param name="times">Not descending.</param>
    /// <param name="values">One for each time.</param>
    /// <param name="from">The time at the left edge.</param>
    /// <param name="to">The time at the right edge, above <paramref name="from"/>.</param>
    /// <param name="columns">The width in pixels.</param>
    public static List<int> Keep(double[] times, double[] values, double from, double to, int columns)
    {
        var kept = new List<int>(Math.Min(times.Length, 4 * columns + 4));
        for (int start = 0, end; start < times.Length; start = end)
        {
            int column = Column(times[start], from, to, columns);
            int first = -1, low = -1, high = -1, last = -1;
            for (end = start; end < times.Length && Column(times[end], from, to, columns) == column; end++)
            {
                if (!double.IsFinite(values[end])) continue;
                if (first < 0) first = low = high = end;
                if (values[end] < values[low]) low = end;
                if (values[end] > values[high]) high = end;
                last = end;
            }
            if (first < 0)
            {
                kept.Add(start);
                continue;
            }
            foreach (int i in (ReadOnlySpan<int>)[first, Math.Min(low, high), Math.Max(low, high), last])
                if (kept.Count == 0 || kept[^1] != i) kept.Add(i);
        }
        return kept;
    }

    /// <summary>The column of pixels that a time falls in.</summary>
    public static int Column(double time, double from, double to, int columns) =>
        Math.Clamp((int)((time - from) / (to - from) * columns), 0, columns - 1);
}
