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
        var picture = Picture.LogLog([[1, 100, 10_000]], [[1, 1000, 1_000_000]], ["a"], "x", "y");
        var dots = picture.Xml().Descendants().Where(e => e.Name.LocalName is "ellipse" or "circle")
            .Select(e => (X: (double)e.Attribute("cx")!, Y: (double)e.Attribute("cy")!)).ToArray();
        Assert.Equal(3, dots.Length);
        Assert.Equal(dots[1].X, (dots[0].X + dots[2].X) / 2, 0.01);
        Assert.Equal(dots[1].Y, (dots[0].Y + dots[2].Y) / 2, 0.01);
        Assert.InRange(dots[0].X, 0, dots[2].X - 100);
        Assert.InRange(dots[2].Y, 0, dots[0].Y - 100);
    }

    [Fact]
    public void What_cannot_be_drawn_is_said()
    {
        Assert.Equal("Curve \"a\" holds 0, which has no place on a logarithmic axis; give positive finite numbers.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([[1]], [[0]], ["a"], "x", "y")).Message);
        Assert.Equal("Curve \"a\" has 2 x and 1 y; give as many of each.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([[1, 2]], [[1]], ["a"], "x", "y")).Message);
        Assert.Equal("No curve has a point; give one or more.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([[]], [[]], ["a"], "x", "y")).Message);
        Assert.Equal("There are 0 curves; give 1 to 7, each with its label.",
            Assert.Throws<ArgumentException>(() => Picture.LogLog([], [], [], "x", "y")).Message);
    }
}
