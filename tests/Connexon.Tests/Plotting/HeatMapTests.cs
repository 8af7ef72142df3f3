using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

public class HeatMapTests
{
    [Fact]
    public void Samples_that_share_a_pixel_are_shown_by_the_one_farthest_from_the_mean()
    {
        // The mean is 0; the last neuron is the top row.
        var map = new HeatMap([0, 1, 2, 3], [[-1, 3, -4, 2], [1, -2, 0, 1]], (-4, 3));
        Assert.Equal([-2, 1, /**/ 3, -4], map.Cells(2, 2));
    }

    [Fact]
    public void Neurons_that_share_a_pixel_are_shown_by_the_one_farthest_from_the_mean()
    {
        var map = new HeatMap([0, 1], [[0, 1], [0, -3], [5, 0], [-1, -2]], (-3, 5));
        Assert.Equal([5, -2, /**/ 0, -3], map.Cells(2, 2));
    }

    [Fact]
    public void A_cell_without_a_number_stays_empty()
    {
        var map = new HeatMap([0, 1], [[double.NaN, 1], [double.PositiveInfinity, 0]], (0, 1));
        Assert.Equal([double.NaN, 0, double.NaN, 1], map.Cells(2, 2));
    }

    [Fact]
    public void A_spike_in_one_of_300_neurons_is_a_bright_pixel_in_its_row_at_its_time()
    {
        var times = Enumerable.Range(0, 10_000).Select(i => i * 0.1).ToArray();
        var traces = Enumerable.Range(0, 300).Select(_ => times.Select(_ => -65.0).ToArray()).ToArray();
        traces[100][3000] = 40;
        using var pixels = Picture.Traces(times, traces).Pixels();

        SKColor low = new(68, 1, 84), high = new(253, 231, 37);
        var dark = pixels.Find(low);
        int left = dark.Min(p => p.X), top = dark.Min(p => p.Y), bottom = dark.Max(p => p.Y) + 1;
        int right = left;
        while (pixels.GetPixel(right, top + 5) == low) right++;
        var bright = pixels.Find(high, tolerance: 3).Where(p => p.X < right).ToArray();
        Assert.InRange(bright.Length, 1, 4);
        Assert.All(bright, p =>
        {
            Assert.InRange((p.X + 0.5 - left) / (right - left), 0.298, 0.303);
            Assert.InRange((bottom - p.Y - 0.5) / (bottom - top), 99.0 / 300, 102.0 / 300);
        });
    }
}
