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
        var areas = Split(area);
        var plots = new Dictionary<int, Plot>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Panel { HasTimeAxis: true } panel) plots[i] = panel.Build();
            else blocks[i].Draw(canvas, areas[i]);
        }
        if (plots.Count == 0) return;

        ShareTime([.. plots.Values]);
        var margins = plots.ToDictionary(plot => plot.Key, plot => Panel.Margins(plot.Value, areas[plot.Key]));
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

    private SKRect[] Split(SKRect area)
    {
        float top = area.Top;
        return [.. blocks.Select(block =>
        {
            float height = area.Height * block.Height / Height;
            var part = SKRect.Create(area.Left, top, area.Width, height);
            top += height;
            return part;
        })];
    }
}
