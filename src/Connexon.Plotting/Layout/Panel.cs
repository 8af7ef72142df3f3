using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>One pair of axes and what is drawn between them, made anew for each drawing: a picture never changes.</summary>
/// <param name="width">See <see cref="Block.Width"/>.</param>
/// <param name="height">See <see cref="Block.Height"/>.</param>
/// <param name="build">Makes the plot, its limits set.</param>
internal sealed class Panel(int width, int height, Func<Plot> build) : Block
{
    public override int Width => width;

    public override int Height => height;

    /// <summary>True where x is time, which panels above one another share.</summary>
    public bool HasTimeAxis { get; init; } = true;

    /// <summary>True where x and y count the same things: the data area is then square.</summary>
    public bool IsSquare { get; init; }

    public Plot Build() => build();

    public override void Draw(SKCanvas canvas, SKRect area)
    {
        using var plot = Build();
        var margins = Margins(plot, area);
        if (IsSquare) margins = Square(margins, area);
        Draw(plot, canvas, area, margins);
    }

    /// <summary>The room that titles, ticks, legend and colour bar need around the data.</summary>
    public static PixelPadding Margins(Plot plot, SKRect area)
    {
        var figure = new PixelRect(0, area.Width, area.Height, 0);
        using var paint = Paint.NewDisposablePaint();
        var data = new ScottPlot.LayoutEngines.Automatic().GetLayout(figure, plot, paint).DataRect;
        return new PixelPadding(data.Left, area.Width - data.Right, area.Height - data.Bottom, data.Top);
    }

    public static void Draw(Plot plot, SKCanvas canvas, SKRect area, PixelPadding margins)
    {
        plot.Layout.Fixed(margins);
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        // Not plot.Render: it draws a first time twice, over itself, and wipes the neighbours off the canvas.
        using var pack = new RenderPack(plot, new PixelRect(0, area.Width, area.Height, 0), canvas);
        foreach (var action in plot.RenderManager.RenderActions.Where(action => action is not ClearCanvas))
        {
            pack.CanvasState.Save();
            action.Render(pack);
            pack.CanvasState.RestoreAll();
        }
        canvas.Restore();
    }

    private static PixelPadding Square(PixelPadding margins, SKRect area)
    {
        float spareWidth = area.Width - margins.Left - margins.Right, spareHeight = area.Height - margins.Top - margins.Bottom;
        float x = Math.Max(0, spareWidth - spareHeight) / 2, y = Math.Max(0, spareHeight - spareWidth) / 2;
        return new PixelPadding(margins.Left + x, margins.Right + x, margins.Bottom + y, margins.Top + y);
    }
}
