using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

public class ConnectivityTests
{
    private static readonly SKColor Strongest = SKColor.Parse("#04244D");

    [Fact]
    public void A_junction_is_a_square_on_both_sides_of_the_diagonal_and_cell_0_is_top_left()
    {
        using var pixels = Picture.Connectivity(3, [2], [0], [0.1]).Pixels();
        var (left, top, side) = Matrix(pixels);
        var colours = from row in Enumerable.Range(0, 3)
                      from column in Enumerable.Range(0, 3)
                      select pixels.GetPixel((int)(left + (column + 0.5) * side / 3), (int)(top + (row + 0.5) * side / 3)) == Strongest;
        Assert.Equal([false, false, true, /**/ false, false, false, /**/ true, false, false], colours);
    }

    [Fact]
    public void The_matrix_is_square_in_any_picture()
    {
        using var folder = new TemporaryFolder();
        using var pixels = SKBitmap.Decode(Picture.Connectivity(2, [0], [1], [1]).Save(folder / "p.png", 1200, 580));
        var (left, top, side) = Matrix(pixels);
        Assert.InRange(side, 460, 530);
        // Of the two squares one starts in the middle of the upper edge and ends at the right one.
        int[] dark = [.. Enumerable.Range(left + 2, side - 4).Where(x => pixels.GetPixel(x, top + 20) == Strongest)];
        Assert.Equal(Enumerable.Range(dark[0], side - 2 - (dark[0] - left)), dark);
        Assert.Equal(left + side / 2.0, dark[0], 1.5);
    }

    [Fact]
    public void Parallel_junctions_add()
    {
        var matrix = new JunctionMatrix(4, [0, 1, 0, 3], [1, 0, 1, 3], [0.25, 0.5, 0.125, 0.75]);
        Assert.Equal(0.875, matrix.Strongest);
    }

    [Fact]
    public void A_junction_of_a_cell_with_itself_counts_once() =>
        Assert.Equal(0.5, new JunctionMatrix(2, [1], [1], [0.5]).Strongest);

    [Fact]
    public void The_colour_bar_names_its_unit_and_starts_at_0()
    {
        Picture.Connectivity(3, [0, 1], [1, 2], [0.1, 0.05], "a chain")
            .Says("conductance (mS)", "0.1", "0.05", "cell", "a chain", "0", "1", "2");
        Assert.DoesNotContain("conductance (mS)", Picture.Connectivity(3, [], [], []).Texts());
    }

    [Fact]
    public void Up_to_30_cells_are_named_along_both_axes()
    {
        string[] names = [.. Enumerable.Range(0, 31).Select(i => $"N{i:00}")];
        var texts = Picture.Connectivity(30, [0], [1], [1], labels: names[..30]).Texts();
        Assert.All(names[..30], name => Assert.Equal(2, texts.Count(t => t == name)));
        Assert.DoesNotContain(Picture.Connectivity(31, [0], [1], [1], labels: names).Texts(), t => t.StartsWith('N'));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(5000)]
    public void A_lone_junction_of_a_large_network_is_seen(int nodes)
    {
        using var pixels = Picture.Connectivity(nodes, [nodes / 3], [nodes / 2], [0.1]).Pixels();
        var (left, top, side) = Matrix(pixels);
        var ink = pixels.Find(Strongest, tolerance: 60)
            .Where(p => p.X > left + 3 && p.X < left + side - 3 && p.Y > top + 3 && p.Y < top + side - 3).ToArray();
        Assert.InRange(ink.Count(p => p.X > p.Y - top + left), 4, 16);
        Assert.InRange(ink.Count(p => p.X < p.Y - top + left), 4, 16);
        var upper = ink.Where(p => p.X > p.Y - top + left).ToArray();
        Assert.Equal(0.5, (upper.Average(p => p.X) - left) / side, 0.005);
        Assert.Equal(1.0 / 3, (upper.Average(p => p.Y) - top) / side, 0.005);
    }

    [Fact]
    public void Of_junctions_on_the_same_pixel_the_strongest_is_drawn_and_files_stay_small()
    {
        int[] a = [.. Enumerable.Range(0, 200_000).Select(k => k % 1000)], b = [.. Enumerable.Range(0, 200_000).Select(k => k * 7 % 1000)];
        double[] weights = [.. a.Select((_, k) => k == 77_777 ? 1.0 : 0.001)];
        var picture = Picture.Connectivity(20_000, a, b, weights);
        // 1000 of 20 000 cells are a twentieth of about 490 pixels: 25 x 25 squares.
        Assert.InRange(picture.Xml().Descendants().Count(e => e.Name.LocalName == "rect"), 300, 800);
        using var pixels = picture.Pixels();
        Assert.InRange(pixels.Find(Strongest).Count(p => p.X < 200 && p.Y < 100), 4, 16);
    }

    /// <summary>The frame of the matrix: the longest black row and column.</summary>
    private static (int Left, int Top, int Side) Matrix(SKBitmap pixels)
    {
        var black = pixels.Find(new SKColor(0, 0, 0), tolerance: 60);
        var columns = black.GroupBy(p => p.X).Where(g => g.Count() > 300).Select(g => g.Key).ToArray();
        var rows = black.GroupBy(p => p.Y).Where(g => g.Count() > 300).Select(g => g.Key).ToArray();
        return (columns.Min(), rows.Min(), rows.Max() - rows.Min());
    }
}
