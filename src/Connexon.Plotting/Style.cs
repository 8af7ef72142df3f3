using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Connexon.Plotting;

/// <summary>The look that all panels share: two axes, quiet ticks, a light grid, no frame.</summary>
internal static class Style
{
    /// <summary>Half of the ticks that would fit.</summary>
    private const double Density = 0.5;

    /// <summary>Up to so many cells each have their number.</summary>
    private const int MostNumbers = 12;

    /// <summary>An empty panel with its texts and limits.</summary>
    public static Plot Fresh(string xLabel, string yLabel, string? title)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = Palette.Grid;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = 16;
        plot.Axes.Top.MinimumSize = 12;
        Axis(plot.Axes.Bottom, xLabel);
        Axis(plot.Axes.Left, yLabel);
        if (title is not null)
        {
            plot.Axes.Title.Label.Text = title;
            plot.Axes.Title.Label.FontName = TextFont.For(title);
            plot.Axes.Title.Label.FontSize = 16;
            plot.Axes.Title.Label.Bold = false;
            plot.Axes.Title.Label.ForeColor = Palette.Text;
        }
        return plot;
    }

    /// <summary>Gives an axis (or the colour bar's) its name, font and ticks.</summary>
    public static void Axis(IAxis axis, string label)
    {
        axis.Label.Text = label;
        axis.Label.FontName = TextFont.For(label);
        axis.Label.FontSize = 14;
        axis.Label.Bold = false;
        axis.Label.ForeColor = Palette.Text;
        axis.TickLabelStyle.FontName = TextFont.For(null);
        axis.TickLabelStyle.FontSize = 12;
        axis.TickLabelStyle.ForeColor = Palette.Text;
        axis.FrameLineStyle.Color = Palette.Text;
        axis.MajorTickStyle.Color = Palette.Text;
        axis.MinorTickStyle.Length = 0;
        if (axis is ScottPlot.AxisPanels.AxisBase panel)
        {
            panel.PaddingBetweenTickAndAxisLabels = new PixelPadding(6);
            panel.PaddingOutsideAxisLabels = new PixelPadding(4);
        }
        axis.TickGenerator = new NumericAutomatic { LabelFormatter = Number, TickDensity = Density };
    }

    /// <summary>Ticks at whole numbers only; at every cell where they have names (few enough to read) or are few.</summary>
    public static void Cells(IAxis axis, int count, IReadOnlyList<string>? names)
    {
        if (count <= MostNumbers) names ??= [.. Enumerable.Range(0, count).Select(i => $"{i}")];
        if (names is null)
        {
            axis.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = Number, TickDensity = Density };
            return;
        }
        axis.TickGenerator = new NumericManual([.. Enumerable.Range(0, names.Count).Select(i => (double)i)], [.. names]);
        axis.TickLabelStyle.FontName = TextFont.For(string.Concat(names));
    }

    /// <summary>Turns names upright where they would touch one another side by side.</summary>
    public static void Upright(IAxis axis, IReadOnlyList<string> names)
    {
        const int room = 450, letter = 8;
        int longest = names.Max(name => name.Length);
        if ((longest + 1) * letter * names.Count <= room) return;
        axis.TickLabelStyle.Rotation = -90;
        axis.TickLabelStyle.Alignment = Alignment.MiddleRight;
        // A turned label is measured as if it lay flat.
        axis.MinimumSize = longest * letter + 16;
    }

    /// <summary>The names of what has which colour, right of the data, where they hide none of it.</summary>
    public static void Legend(Plot plot)
    {
        plot.ShowLegend(ScottPlot.Edge.Right);
        plot.Legend.FontName = TextFont.For(string.Concat(plot.Legend.GetItems().Select(item => item.LabelText)));
        plot.Legend.FontSize = 12;
        plot.Legend.FontColor = Palette.Text;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.ShadowColor = Colors.Transparent;
    }

    /// <summary>The colours' scale, with its unit, right of the data.</summary>
    public static void ColourBar(Plot plot, IHasColorAxis source, string label)
    {
        var bar = new ScottPlot.Panels.ColorBar(source, ScottPlot.Edge.Right) { Width = 16 };
        Axis(bar.Axis, label);
        bar.Axis.FrameLineStyle.Width = 0;
        plot.Axes.AddPanel(bar);
    }

    /// <summary>A tick's number, with the minus sign of print.</summary>
    private static string Number(double value) =>
        Math.Round(value, 10).ToString("0.##########", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
