using ScottPlot;

namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>The mean of a population against time and, if given, the band of one standard deviation on either side.</summary>
    /// <param name="times_ms">Times of the samples in ms, not descending.</param>
    /// <param name="mean">For each time the mean, in the unit that <paramref name="yLabel"/> names.</param>
    /// <param name="sd">For each time the standard deviation over the neurons, 0 or more, in the same unit; by default no band.</param>
    /// <param name="yLabel">What the mean is of, with its unit; by default "mean V (mV)".</param>
    /// <param name="title">Above the panel; by default nothing.</param>
    /// <exception cref="ArgumentException">Nothing to draw, lengths that differ, a negative deviation; the message says where.</exception>
    public static Picture PopulationMean(double[] times_ms, double[] mean, double[]? sd = null, string yLabel = "mean V (mV)",
        string? title = null)
    {
        Check.Mean(times_ms, mean, sd);
        double[] low = mean, high = mean;
        if (sd is not null)
        {
            low = [.. mean.Zip(sd, (m, s) => m - s)];
            high = [.. mean.Zip(sd, (m, s) => m + s)];
        }
        return new(new Panel(900, 300, Build));

        Plot Build()
        {
            var plot = Style.Fresh(TimeLabel, yLabel, title);
            if (sd is not null) plot.Add.Plottable(new Band(times_ms, low, high, Palette.Ink, "\u00b1 1 sd"));
            plot.Add.Plottable(new TraceLine(times_ms, mean, Palette.Ink, sd is null ? null : "mean"));
            var (bottom, top) = Limits.Padded(Limits.Of([low, high]));
            var (from, to) = Limits.Time(times_ms);
            plot.Axes.SetLimits(from, to, bottom, top);
            if (sd is not null) Style.Legend(plot);
            return plot;
        }
    }
}
