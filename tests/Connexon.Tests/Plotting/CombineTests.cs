using Connexon.Plotting;

namespace Connexon.Tests.Plotting;

public class CombineTests
{
    private static readonly Picture Raster = Picture.Raster([10, 90], [0, 1], 2, "spikes", 100);
    private static readonly Picture Mean = Picture.PopulationMean([0, 1000], [0, 1], [1, 1]);

    [Fact]
    public void Stacked_pictures_share_one_time_axis_over_all_of_them()
    {
        var texts = Picture.Stacked(Raster, Mean).Texts();
        Assert.Equal(1, texts.Count(t => t == "time (ms)"));
        Assert.Equal(1, texts.Count(t => t == "1000"));
        Assert.Contains("spikes", texts);
        Assert.Contains("mean V (mV)", texts);
    }

    [Fact]
    public void Stacked_data_line_up_though_one_has_a_legend()
    {
        Assert.NotEqual(Raster.DataAreas().Single(), Mean.DataAreas().Single());
        var areas = Picture.Stacked(Raster, Mean).DataAreas();
        Assert.Equal(2, areas.Length);
        Assert.Equal((areas[0].X, areas[0].Width), (areas[1].X, areas[1].Width));
    }

    [Fact]
    public void Beside_pictures_keep_their_own_axes()
    {
        var texts = Picture.Beside(Raster, Mean).Texts();
        Assert.Equal(2, texts.Count(t => t == "time (ms)"));
        Assert.Equal(2, Picture.Beside(Raster, Mean).DataAreas().Length);
    }

    [Fact]
    public void A_matrix_in_a_stack_keeps_its_own_axis()
    {
        var texts = Picture.Stacked(Raster, Picture.Connectivity(40, [0], [39], [1]), Mean).Texts();
        Assert.Equal(2, texts.Count(t => t == "cell"));
        Assert.Equal(1, texts.Count(t => t == "time (ms)"));
    }

    [Fact]
    public void A_stack_in_a_stack_is_one_stack()
    {
        var nested = Picture.Stacked(Picture.Stacked(Raster, Mean), Raster);
        Assert.Equal(1, nested.Texts().Count(t => t == "time (ms)"));
        Assert.Equal(Picture.Stacked(Raster, Mean, Raster).Bytes(), nested.Bytes());
    }

    [Fact]
    public void Natural_sizes_add_along_the_way_and_are_the_largest_across()
    {
        var stacked = Picture.Stacked(Raster, Mean).Xml().Root!;
        var beside = Picture.Beside(Raster, Mean).Xml().Root!;
        Assert.Equal(("900", "540"), (stacked.Attribute("width")!.Value, stacked.Attribute("height")!.Value));
        Assert.Equal(("1800", "300"), (beside.Attribute("width")!.Value, beside.Attribute("height")!.Value));
    }

    [Fact]
    public void Before_and_after_have_the_same_axes()
    {
        double[] low = [-80, -60], high = [-60, 40];
        var texts = Picture.BeforeAfter([0, 10], [low], [high], afterTitle: "0.1 mS").Texts();
        Assert.Equal((1, 1, 1), (Count("uncoupled"), Count("0.1 mS"), Count("time (ms)")));
        Assert.Equal((2, 2, 2), (Count("\u221280"), Count("40"), Count("V (mV)")));
        // One area, for both are alike.
        Assert.Single(Picture.BeforeAfter([0, 10], [low, low], [high, high]).DataAreas());
        int Count(string text) => texts.Count(t => t == text);
    }

    [Fact]
    public void Too_many_panels_for_the_size_asked_are_cut_off_and_not_an_error()
    {
        using var folder = new TemporaryFolder();
        var picture = Picture.Stacked(Raster, Mean, Raster, Mean, Picture.Traces([0, 1], [[1, 2], [3, 4]], ["a", "b"]));
        using var pixels = SkiaSharp.SKBitmap.Decode(picture.Save(folder / "p.png", 200, 200));
        Assert.Equal((200, 200), (pixels.Width, pixels.Height));
    }

    [Fact]
    public void No_picture_is_refused()
    {
        Assert.Equal("Picture.Beside was given no picture; give it one or more.",
            Assert.Throws<ArgumentException>(() => Picture.Beside()).Message);
        Assert.Equal("Picture.Stacked was given no picture; give it one or more.",
            Assert.Throws<ArgumentException>(() => Picture.Stacked()).Message);
    }
}
