using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>
/// Blocks above one another. Panels with a time axis share it: the same limits, the same left and right edge, and its name
/// and numbers only under the lowest.
/// </summary>
internal sealed class Column(IReadOnlyList<Block> blocks) : Block
{
    public IReadOnlyList<Block> Blocks => blocks;

    public override int Width => blocks.Max(block => block.Width);

    public override int Height => blocks.Sum(block => block.Height);

    public override void Draw(SKCanvas canvas, SKRect area)
    {
        var areas = Split(area, new float[blocks.Count]);
        var plots = new Dictionary<int, Plot>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Panel { HasTimeAxis: true } panel) plots[i] = panel.Build();
            else blocks[i].Draw(canvas, areas[i]);
        }
        if (plots.Count == 0) return;

        ShareTime([.. plots.Values]);
        var margins = plots.ToDictionary(plot => plot.Key, plot => Panel.Margins(plot.Value, areas[plot.Key]));
        // Where all are over time, it is the data that share the height, so that equal panels have equal scales.
        if (plots.Count == blocks.Count) areas = Split(area, [.. blocks.Select((_, i) => margins[i].Vertical)]);
        float left = margins.Values.Max(m => m.Left), right = margins.Values.Max(m => m.Right);
        foreach (var (i, plot) in plots)
        {
            Panel.Draw(plot, canvas, areas[i], new PixelPadding(left, right, margins[i].Bottom, margins[i].Top));
            plot.Dispose();
        }
    }

    private static void ShareTime(IReadOnlyList<Plot> plots)
    {
        double from = plots.Min(plot => plot.Axes.Bottom.Min), to = plots.Max(plot => plot.Axes.Bottom.Max);
        foreach (var plot in plots) plot.Axes.SetLimitsX(from, to);
        foreach (var plot in plots.SkipLast(1))
        {
            plot.Axes.Bottom.Label.Text = "";
            plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        }
    }

    /// <summary>To each block what it needs at least and, of the height left over, its share.</summary>
    private SKRect[] Split(SKRect area, float[] needed)
    {
        float top = area.Top, spare = Math.Max(0, area.Height - needed.Sum());
        return [.. blocks.Select((block, i) =>
        {
            float height = needed[i] + spare * block.Height / Height;
            var part = SKRect.Create(area.Left, top, area.Width, height);
            top += height;
            return part;
        })];
    }
}
