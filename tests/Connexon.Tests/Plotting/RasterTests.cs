using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

public class RasterTests
{
    private static readonly SKColor AxisColour = SKColor.Parse("#262626");

    [Fact]
    public void Each_spike_is_inked_at_its_time_in_its_neurons_row()
    {
        using var pixels = Picture.Raster([20, 80, 50], [0, 0, 2], 3, duration_ms: 100).Pixels();
        var ink = pixels.Inked();
        var columns = Groups(ink.Select(p => p.X));
        Assert.Equal(3, columns.Length);
        Assert.Equal(columns[1], (columns[0] + columns[2]) / 2, 1.0);
        // Time 0 is at the axis.
        double axis = pixels.Find(AxisColour, tolerance: 40).GroupBy(p => p.X).MaxBy(column => column.Count())!.Key;
        Assert.Equal(axis, columns[0] - (columns[2] - columns[0]) / 3, 1.5);
        // Three rows: neuron 0 the lowest third, neuron 2 the highest.
        var rows = Groups(ink.Select(p => p.Y));
        Assert.Equal(2, rows.Length);
        Assert.All(ink.Where(p => Math.Abs(p.X - columns[1]) <= 2), p => Assert.True(p.Y < (rows[0] + rows[1]) / 2));
        Assert.All(ink.Where(p => Math.Abs(p.X - columns[1]) > 2), p => Assert.True(p.Y > (rows[0] + rows[1]) / 2));
    }

    [Fact]
    public void A_spike_among_300_neurons_is_still_two_pixels_high()
    {
        using var pixels = Picture.Raster([50], [150], 300, duration_ms: 100).Pixels();
        var ink = pixels.Inked();
        Assert.InRange(ink.Max(p => p.Y) - ink.Min(p => p.Y) + 1, 2, 4);
        Assert.InRange(ink.Average(p => p.Y), 175, 186);
    }

    [Fact]
    public void Time_starts_at_0_and_ends_at_the_run_or_at_a_later_spike()
    {
        Assert.Equal(("0", "100"), Ends(Picture.Raster([20, 40], [0, 0], 1, duration_ms: 100)));
        Assert.Equal(("0", "40"), Ends(Picture.Raster([20, 40], [0, 0], 1)));
        Assert.Equal(("0", "200"), Ends(Picture.Raster([200], [0], 1, duration_ms: 100)));
    }

    [Fact]
    public void A_silent_run_is_drawn_empty()
    {
        var picture = Picture.Raster([], [], 4, "silence", 50);
        using var pixels = picture.Pixels();
        Assert.Empty(pixels.Inked());
        picture.Says("silence", "neuron", "time (ms)", "0", "1", "2", "3", "50");
    }

    /// <summary>The first and the last number under the time axis, whose texts come first.</summary>
    private static (string, string) Ends(Picture picture)
    {
        string[] numbers = [.. picture.Texts().TakeWhile(t => t != "neuron").Where(t => int.TryParse(t, out _))];
        return (numbers[0], numbers[^1]);
    }

    /// <summary>The middles of runs of neighbouring numbers.</summary>
    private static double[] Groups(IEnumerable<int> numbers)
    {
        var groups = new List<List<int>>();
        foreach (int n in numbers.Distinct().Order())
            if (groups.Count > 0 && n - groups[^1][^1] <= 2) groups[^1].Add(n);
            else groups.Add([n]);
        return [.. groups.Select(g => g.Average())];
    }
}
