using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>
    /// Curves of measured points on logarithmic axes: error against time, cost against size. A power law is a straight line.
    /// </summary>
    /// <param name="x">For each curve its abscissae, positive.</param>
    /// <param name="y">For each curve its ordinates, one for each abscissa, positive.</param>
    /// <param name="labels">For each curve its name; at most 7 curves. One without a point is named all the same, so that curves keep their
    /// colours.</param>
    /// <param name="xLabel">What the abscissae are, with their unit.</param>
    /// <param name="yLabel">What the ordinates are, with their unit.</param>
    /// <param name="title">Above the panel; by default nothing.</param>
    /// <exception cref="ArgumentException">Nothing to draw, lengths that differ, a number that has no logarithm; the message says
    /// where.</exception>
    public static Picture LogLog(
        IReadOnlyList<double[]> x, IReadOnlyList<double[]> y, IReadOnlyList<string> labels, string xLabel, string yLabel,
        string? title = null)
    {
        Check.Curves(x, y, labels);
        double[][] logX = [.. x.Select(Logs)], logY = [.. y.Select(Logs)];
        return new(new Panel(640, 480, Build) { HasTimeAxis = false });

        Plot Build()
        {
            var plot = Style.Fresh(xLabel, yLabel, title);
            plot.Grid.XAxisStyle.IsVisible = true;
            for (int i = 0; i < labels.Count; i++) plot.Add.Plottable(new CurveDots(logX[i], logY[i], Palette.Line(i), labels[i]));
            var (left, right) = Limits.Padded(Limits.Of(logX));
            var (bottom, top) = Limits.Padded(Limits.Of(logY));
            plot.Axes.SetLimits(left, right, bottom, top);
            plot.Axes.Bottom.TickGenerator = Decades(left, right);
            plot.Axes.Left.TickGenerator = Decades(bottom, top);
            Style.Legend(plot);
            return plot;
        }
    }

    private static double[] Logs(double[] numbers) => [.. numbers.Select(Math.Log10)];

    /// <summary>A tick at each power of ten; where there are fewer than two, at 2 and 5 times them too.</summary>
    private static NumericManual Decades(double low, double high)
    {
        int first = (int)Math.Floor(low), decades = (int)Math.Ceiling(high) - first;
        int[] steps = Math.Floor(high) - Math.Ceiling(low) >= 1 ? [1] : [1, 2, 5];
        var at = from decade in Enumerable.Range(first, decades + 1)
                 from step in steps
                 let place = decade + Math.Log10(step)
                 where place >= low && place <= high
                 select (Place: place, Text: decade is > -4 and < 5 ? Number(step * Math.Pow(10, decade)) : $"{step}e{decade}");
        var ticks = at.ToArray();
        return new NumericManual([.. ticks.Select(t => t.Place)], [.. ticks.Select(t => t.Text)]);
    }

    private static string Number(double x) => x.ToString("0.####", CultureInfo.InvariantCulture);
}
