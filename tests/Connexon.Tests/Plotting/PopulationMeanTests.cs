using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

public class PopulationMeanTests
{
    private static readonly double[] Times = [0, 50, 100];

    [Fact]
    public void The_band_reaches_one_deviation_to_either_side_of_the_mean()
    {
        using var pixels = Picture.PopulationMean(Times, [0, 0, 0], [10, 20, 10]).Pixels();
        var line = pixels.Inked();
        int left = line.Min(p => p.X), mean = line.First(p => p.X == left).Y;
        int right = line.Where(p => Math.Abs(p.Y - mean) <= 2 && p.X < 800).Max(p => p.X);
        int middle = (left + right) / 2, edge = left + 3;
        Assert.Equal(2.0, (double)Height(middle) / Height(edge), 0.05);
        // The whole band, 40 high, and 5% on either side.
        Assert.InRange(Height(middle), 200, 240);

        // A quarter of #0072B2 on white, or on a grid line.
        int Height(int x) => Enumerable.Range(0, 260).Count(y => pixels.GetPixel(x, y) is { Red: < 200 } or { Red: < 225, Blue: > 228 });
    }

    [Fact]
    public void With_a_deviation_line_and_band_are_named_and_without_there_is_no_legend()
    {
        Picture.PopulationMean(Times, [1, 2, 3], [1, 1, 1], title: "mean of 300")
            .Says("mean", "\u00b1 1 sd", "mean V (mV)", "time (ms)", "mean of 300");
        Assert.DoesNotContain("mean", Picture.PopulationMean(Times, [1, 2, 3]).Texts());
    }
}
