using ScottPlot;

namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>
    /// Values against time. Up to 7 traces are lines, named in a legend (one trace: in the title, if that is free); more would hide
    /// one another, so they are rows of a heat map, the first at the bottom. Any number of samples is
    /// thinned to the pixels at hand without losing a peak. A sample that is no finite number leaves a gap.
    /// </summary>
    /// <param name="times_ms">Times of the samples in ms, not descending.</param>
    /// <param name="traces">For each neuron its values, one for each time, in the unit that <paramref name="yLabel"/> names.</param>
    /// <param name="labels">For each trace its name; by default "0", "1" and so on. A heat map shows
    /// those of up to 30.</param>
    /// <param name="yLabel">What the values are, with their unit; by default "V (mV)".</param>
    /// <param name="title">Above the panel; by default nothing.</param>
    /// <exception cref="ArgumentException">Nothing to draw, or lengths that differ; the message says where.</exception>
    public static Picture Traces(double[] times_ms, IReadOnlyList<double[]> traces, IReadOnlyList<string>? labels = null,
        string yLabel = "V (mV)", string? title = null)
    {
        Check.Traces(times_ms, traces, labels);
        return new(TracePanel(times_ms, traces, labels, yLabel, title, Limits.Of(traces)));
    }

    private static Panel TracePanel(double[] times, IReadOnlyList<double[]> traces, IReadOnlyList<string>? labels,
        string yLabel, string? title, (double, double) limits) =>
        traces.Count > Palette.LineCount
            ? new Panel(900, 500, () => Heat(times, traces, labels, yLabel, title, limits))
            : new Panel(900, 400, () => Lines(times, traces, labels, yLabel, title, limits));

    private static Plot Lines(double[] times, IReadOnlyList<double[]> traces, IReadOnlyList<string>? labels,
        string yLabel, string? title, (double, double) limits)
    {
        bool alone = traces.Count == 1;
        var plot = Style.Fresh(TimeLabel, yLabel, title ?? (alone ? labels?[0] : null));
        for (int i = 0; i < traces.Count; i++)
            plot.Add.Plottable(new TraceLine(times, traces[i], Palette.Line(i), alone ? null : labels?[i] ?? $"{i}"));
        var (low, high) = Limits.Padded(limits);
        var (from, to) = Limits.Time(times);
        plot.Axes.SetLimits(from, to, low, high);
        if (!alone) Style.Legend(plot);
        return plot;
    }

    private static Plot Heat(double[] times, IReadOnlyList<double[]> traces, IReadOnlyList<string>? labels,
        string valueLabel, string? title, (double, double) limits)
    {
        var names = traces.Count <= MostNames ? labels : null;
        var plot = Style.Fresh(TimeLabel, names is null ? NeuronLabel : "", title);
        plot.HideGrid();
        Style.Cells(plot.Axes.Left, traces.Count, names);
        var map = new HeatMap(times, traces, limits);
        plot.Add.Plottable(map);
        var (from, to) = Limits.Time(times);
        plot.Axes.SetLimits(from, to, -0.5, traces.Count - 0.5);
        Style.ColourBar(plot, map, valueLabel);
        return plot;
    }
}
