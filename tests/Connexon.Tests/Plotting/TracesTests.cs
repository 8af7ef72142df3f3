using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

public class TracesTests
{
    private static readonly double[] Times = [.. Enumerable.Range(0, 1001).Select(i => 0.1 * i)];

    private static double[] Flat(double value) => [.. Times.Select(_ => value)];

    [Fact]
    public void Axes_title_and_legend_are_texts_with_their_units() =>
        Picture.Traces(Times, [Flat(-65), Flat(0), Flat(40)], ["pre", "post", "far"], "V (mV)", "0.1 mS")
            .Says("V (mV)", "time (ms)", "0.1 mS", "pre", "post", "far", "0", "100", "\u221260", "40");

    [Fact]
    public void Traces_without_labels_are_numbered_in_the_legend()
    {
        var texts = Picture.Traces([0.2, 0.8], [[0.25, 0.5], [0.5, 0.75]], yLabel: "I (\u00b5A)").Texts();
        Assert.Contains("I (\u00b5A)", texts);
        Assert.Equal(["0", "1"], texts.Where(t => t is "0" or "1"));
    }

    [Fact]
    public void One_trace_needs_no_legend_and_its_label_is_the_title()
    {
        Assert.Equal(1, Picture.Traces(Times, [Flat(1)], ["soma"]).Texts().Count(t => t == "soma"));
        Assert.DoesNotContain("soma", Picture.Traces(Times, [Flat(1)], ["soma"], title: "a cell").Texts());
    }

    [Fact]
    public void Seven_traces_are_lines_of_seven_colours_and_eight_are_a_heat_map()
    {
        var seven = Picture.Traces(Times, [.. Enumerable.Range(0, 7).Select(i => Flat(i))]);
        var colours = seven.Xml().Descendants().Select(e => e.Attribute("stroke")?.Value);
        Assert.Empty(new[] { "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "black" }.Except(colours));
        Assert.DoesNotContain(seven.Xml().Descendants(), e => e.Name.LocalName == "image");

        var eight = Picture.Traces(Times, [.. Enumerable.Range(0, 8).Select(i => Flat(i))]);
        Assert.Contains(eight.Xml().Descendants(), e => e.Name.LocalName == "image");
        Assert.Contains("neuron", eight.Texts());
        Assert.Contains("V (mV)", eight.Texts());
    }

    [Fact]
    public void A_heat_map_of_few_names_its_rows()
    {
        string[] names = ["AVAL", "AVAR", "AVBL", "AVBR", "PVCL", "PVCR", "DA1", "DB1"];
        var traces = names.Select((_, i) => Flat(i)).ToArray();
        Assert.Equal(names, Picture.Traces(Times, traces, names).Texts().Intersect(names));
    }

    [Fact]
    public void A_spike_of_one_sample_is_inked_at_its_time_and_above_all_else()
    {
        var times = Enumerable.Range(0, 100_001).Select(i => i * 0.01).ToArray();
        var values = times.Select(_ => -65.0).ToArray();
        values[25_000] = 40;
        using var pixels = Picture.Traces(times, [values]).Pixels();
        var ink = pixels.Inked();
        int left = ink.Min(p => p.X), right = ink.Max(p => p.X), top = ink.Min(p => p.Y), bottom = ink.Max(p => p.Y);
        Assert.InRange(ink.First(p => p.Y == top).X, left + 0.25 * (right - left) - 2, left + 0.25 * (right - left) + 2);
        // The spike fills the height but for the margins of 5% on either side.
        Assert.InRange(bottom - top, 300, 345);
        Assert.DoesNotContain(ink, p => p.Y < bottom - 5 && Math.Abs(p.X - left - 0.25 * (right - left)) > 3);
    }

    [Fact]
    public void Samples_that_are_no_number_leave_a_gap()
    {
        var values = Times.Select(t => t is > 40 and < 60 ? double.NaN : 1.0).ToArray();
        using var pixels = Picture.Traces(Times, [values]).Pixels();
        var columns = pixels.Inked().Select(p => p.X).Distinct().Order().ToArray();
        int width = columns[^1] - columns[0];
        var (from, to) = columns.Zip(columns.Skip(1)).Single(pair => pair.Second - pair.First > 5);
        Assert.InRange((double)(from - columns[0]) / width, 0.39, 0.41);
        Assert.InRange((double)(to - columns[0]) / width, 0.59, 0.61);
    }

    [Fact]
    public void Text_is_drawn_from_the_font_inside_the_assembly()
    {
        Assert.Equal("Connexon text", TextFont.For("V (mV), I (\u00b5A/cm\u00b2), 10 k\u03a9, \u221265, \u00b1 1 sd"));
        var families = Picture.Traces(Times, [Flat(1)]).Xml().Descendants().Select(e => e.Attribute("font-family")?.Value).OfType<string>();
        Assert.Equal(["Roboto, Arial, Helvetica, sans-serif"], families.Distinct());
        using var pixels = Picture.Traces(Times, [Flat(1)], title: "IIII").Pixels();
        // Ink of the title: the only thing in the top 30 rows.
        Assert.InRange(pixels.Find(new SKColor(0x26, 0x26, 0x26), tolerance: 60).Count(p => p.Y < 30), 30, 200);
    }
}
