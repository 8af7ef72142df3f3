using Connexon.Plotting;

namespace Connexon.Tests.Plotting;

public class LogLogTests
{
    [Fact]
    public void Powers_of_ten_are_ticks_and_curves_have_their_names() =>
        Picture.LogLog([[0.1, 1, 10], [0.2, 2]], [[1e-7, 1e-3, 10], [1, 100]], ["default", "fast"], "time (s)", "error (mV)", "weak")
            .Says("time (s)", "error (mV)", "weak", "default", "fast", "0.1", "1", "10", "0.001", "1e-7", "100");

    [Fact]
    public void A_short_axis_has_ticks_between_the_powers() =>
        Picture.LogLog([[0.15, 0.6]], [[3, 9000]], ["a"], "x", "y").Says("0.2", "0.5", "10", "1000");

    [Fact]
    public void Equal_ratios_are_equal_distances()
    {
        using var pixels = Picture.LogLog([[1, 100, 10_000]], [[1, 1000, 1_000_000]], ["a"], "x", "y").Pixels();
        var ink = pixels.Inked();
        // The dots at both ends and in the middle lie on one line, so that the middle one is the centre of all ink but the legend's.
        var dots = ink.Where(p => p.X < 520).ToArray();
        int x = (dots.Min(p => p.X) + dots.Max(p => p.X)) / 2, y = (dots.Min(p => p.Y) + dots.Max(p => p.Y)) / 2;
        Assert.Contains((x, y), dots);
        Assert.Contains((x, y + 3), dots);
        Assert.Contains((x, y - 3), dots);
    }

    [Fact]
    public void What_cannot_be_drawn_is_said()
    {
        Assert.Equal("Curve \"a\" holds 0, which has no place on a logarithmic axis; give positive finite numbers.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([[1]], [[0]], ["a"], "x", "y")).Message);
        Assert.Equal("Curve \"a\" has 2 x and 1 y; give as many of each.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([[1, 2]], [[1]], ["a"], "x", "y")).Message);
        Assert.Equal("No curve has a point; give one or more.", Assert.Throws<ArgumentException>(() => Picture.LogLog([[]], [[]], ["a"], "x", "y")).Message);
        Assert.Equal("There are 0 curves; give 1 to 7, each with its label.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([], [], [], "x", "y")).Message);
    }
}
