using ScottPlot;
using SkiaSharp;
using Range = ScottPlot.Range;

namespace Connexon.Plotting;

/// <summary>
/// Neuron by time, the value as colour. Samples (and, in a large population, neurons) that share a pixel are shown by the one
/// farthest from the mean of all, so that a spike shows however short it is.
/// </summary>
internal sealed class HeatMap : Ink, IHasColorAxis
{
    private readonly double[] times;
    private readonly IReadOnlyList<double[]> traces;
    private readonly double low, high, mean;

    // The limits are the values of the first and of the last colour.
    public HeatMap(double[] times, IReadOnlyList<double[]> traces, (double Low, double High) limits)
    {
        (this.times, this.traces) = (times, traces);
        (low, high) = limits;
        double sum = 0;
        long count = 0;
        foreach (var trace in traces)
            foreach (double value in trace)
                if (double.IsFinite(value)) (sum, count) = (sum + value, count + 1);
        mean = sum / count;
    }

    public IColormap Colormap => Palette.Values;

    public Range GetRange() => new(low, high);

    public override void Render(RenderPack rp)
    {
        int width = Columns(rp), height = Rows(rp), columns = Math.Min(width, times.Length), rows = Math.Min(height, traces.Count);
        var colours = new SKColor[256];
        for (int i = 0; i < colours.Length; i++) colours[i] = Colormap.GetColor(i / 255.0).ToSKColor();
        var cells = Array.ConvertAll(Cells(columns, rows), value => double.IsNaN(value) ? SKColors.Transparent
            : colours[(int)Math.Round((value - low) / (high - low) * 255)]);
        // As many pixels as will be seen: an image stretched later is blurred by most viewers of SVG, cell into cell.
        var pixels = new SKColor[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                pixels[y * width + x] = cells[(int)((long)y * rows / height) * columns + (int)((long)x * columns / width)];
        using var bitmap = new SKBitmap(width, height) { Pixels = pixels };
        using var image = SKImage.FromBitmap(bitmap);
        float left = Axes.GetPixelX(times[0]), right = times[^1] > times[0] ? Axes.GetPixelX(times[^1]) : rp.DataRect.Right;
        var area = new SKRect(left, rp.DataRect.Top, right, rp.DataRect.Bottom);
        rp.Canvas.DrawImage(image, area, new SKSamplingOptions(SKFilterMode.Nearest));
    }

    /// <summary>The value shown in each cell, row by row from the top, where the last neuron is; NaN where there is none.</summary>
    internal double[] Cells(int columns, int rows)
    {
        var cells = new double[columns * rows];
        Array.Fill(cells, double.NaN);
        double from = times[0], to = times[^1] > from ? times[^1] : from + 1;
        for (int neuron = 0; neuron < traces.Count; neuron++)
        {
            int row = rows - 1 - (int)((long)neuron * rows / traces.Count);
            for (int i = 0; i < times.Length; i++)
            {
                double value = traces[neuron][i];
                if (!double.IsFinite(value)) continue;
                ref double cell = ref cells[row * columns + Decimation.Column(times[i], from, to, columns)];
                if (!(Math.Abs(value - mean) <= Math.Abs(cell - mean))) cell = value;
            }
        }
        return cells;
    }
}
