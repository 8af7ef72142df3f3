using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>The area between two curves, such as a mean less and plus its standard deviation.</summary>
internal sealed class Band(double[] times, double[] low, double[] high, Color colour, string name) : Ink
{
    private readonly Color shade = colour.WithAlpha(0.25);

    public override IEnumerable<LegendItem> LegendItems => [new LegendItem { LabelText = name, FillColor = shade }];

    public override void Render(RenderPack rp)
    {
        using var path = new SKPath();
        int columns = Columns(rp);
        var upper = Edge(high, columns);
        var lower = Edge(low, columns);
        lower.Reverse();
        path.AddPoly([.. upper, .. lower], close: true);
        using var paint = new SKPaint { Color = shade.ToSKColor(), IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }

    private List<SKPoint> Edge(double[] values, int columns) =>
    [
        .. Decimation.Keep(times, values, Axes.XAxis.Min, Axes.XAxis.Max, columns).Where(i => double.IsFinite(values[i]))
            .Select(i => new SKPoint(Axes.GetPixelX(times[i]), Axes.GetPixelY(values[i]))),
    ];
}
