using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>A short upright mark for every spike, in the row of its neuron.</summary>
internal sealed class SpikeMarks(double[] times, int[] neurons) : Ink
{
    /// <summary>The part of a row that a mark fills.</summary>
    private const float Fill = 0.8f;

    /// <summary>Rows may be thinner than a pixel; a mark never is.</summary>
    private const float Shortest = 2, Thickness = 1.5f;

    public override void Render(RenderPack rp)
    {
        float row = Math.Abs(Axes.GetPixelY(0) - Axes.GetPixelY(1));
        float half = Math.Max(Shortest, Fill * row) / 2;
        using var path = new SKPath();
        for (int i = 0; i < times.Length; i++)
        {
            float x = Axes.GetPixelX(times[i]), y = Axes.GetPixelY(neurons[i]);
            path.MoveTo(x, y - half);
            path.LineTo(x, y + half);
        }
        using var paint = new SKPaint { Color = Palette.Ink.ToSKColor(), IsStroke = true, StrokeWidth = Thickness, IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }
}
