using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>Few points, each a dot, joined in the order given.</summary>
internal sealed class CurveDots(double[] x, double[] y, Color colour, string name) : Ink
{
    private const float Thickness = 1.5f, Radius = 3.5f;

    public override IEnumerable<LegendItem> LegendItems =>
        [new LegendItem { LabelText = name, LineColor = colour, LineWidth = 2, MarkerShape = MarkerShape.None }];

    public override void Render(RenderPack rp)
    {
        SKPoint[] points = [.. x.Zip(y, (a, b) => new SKPoint(Axes.GetPixelX(a), Axes.GetPixelY(b)))];
        using var paint = new SKPaint { Color = colour.ToSKColor(), StrokeWidth = Thickness, IsAntialias = true };
        rp.Canvas.DrawPoints(SKPointMode.Polygon, points, paint);
        foreach (SKPoint p in points) rp.Canvas.DrawCircle(p, Radius, paint);
    }
}
