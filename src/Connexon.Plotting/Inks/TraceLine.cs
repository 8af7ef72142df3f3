using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>One value against time, thinned to the pixels at hand.</summary>
internal sealed class TraceLine(double[] times, double[] values, Color colour, string? name) : Ink
{
    private const float Thickness = 1.5f;

    public override IEnumerable<LegendItem> LegendItems => name is null ? [] :
        [new LegendItem { LabelText = name, LineColor = colour, LineWidth = 2, MarkerShape = MarkerShape.None }];

    public override void Render(RenderPack rp)
    {
        using var path = new SKPath();
        bool down = false;
        foreach (int i in Decimation.Keep(times, values, Axes.XAxis.Min, Axes.XAxis.Max, Columns(rp)))
        {
            if (!double.IsFinite(values[i]))
            {
                down = false;
                continue;
            }
            var point = new SKPoint(Axes.GetPixelX(times[i]), Axes.GetPixelY(values[i]));
            if (down) path.LineTo(point);
            else path.MoveTo(point);
            down = true;
        }
        using var paint = new SKPaint
        {
            Color = colour.ToSKColor(),
            IsStroke = true,
            StrokeWidth = Thickness,
            IsAntialias = true,
            // A sharp spike would otherwise be drawn higher than it is.
            StrokeJoin = SKStrokeJoin.Round,
            StrokeCap = SKStrokeCap.Round,
        };
        rp.Canvas.DrawPath(path, paint);
    }
}
