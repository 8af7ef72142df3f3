using ScottPlot;
using SkiaSharp;
using Range = ScottPlot.Range;

namespace Connexon.Plotting;

/// <summary>The conductance between each two cells as the colour of a square, on both sides of the diagonal.</summary>
internal sealed class JunctionMatrix : Ink, IHasColorAxis
{
    /// <summary>Squares may be smaller than this many pixels; what is drawn is not, or a lone junction would fade away.</summary>
    private const float Smallest = 2.5f;

    private readonly int nodes;
    private readonly List<(int Row, int Column, double Weight)> squares;

    public JunctionMatrix(int nodes, int[] a, int[] b, double[] weights)
    {
        this.nodes = nodes;
        var sums = new Dictionary<(int, int), double>(2 * a.Length);
        for (int k = 0; k < a.Length; k++)
        {
            Add(a[k], b[k], weights[k]);
            if (a[k] != b[k]) Add(b[k], a[k], weights[k]);
        }
        // The strongest last: where squares touch, it is the one seen.
        squares = [.. sums.Where(pair => pair.Value > 0).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))
            .OrderBy(square => square.Value).ThenBy(square => square.Item1).ThenBy(square => square.Item2)];

        void Add(int row, int column, double weight) => sums[(row, column)] = sums.GetValueOrDefault((row, column)) + weight;
    }

    /// <summary>The largest conductance, parallel junctions added; 0 where there is no junction.</summary>
    public double Strongest => squares.Count == 0 ? 0 : squares[^1].Weight;

    public IColormap Colormap => Palette.Weights;

    public Range GetRange() => new(0, Strongest);

    public override void Render(RenderPack rp)
    {
        var area = rp.DataRect;
        float width = area.Width / nodes, height = area.Height / nodes;
        // Smoothed edges would leave pale seams between neighbours.
        using var paint = new SKPaint { IsAntialias = false };
        foreach (var (row, column, weight) in Shown(Columns(rp)))
        {
            float x = area.Left + (column + 0.5f) * width, y = area.Top + (row + 0.5f) * height;
            float halfWidth = Math.Max(width, Smallest) / 2, halfHeight = Math.Max(height, Smallest) / 2;
            paint.Color = Colormap.GetColor(weight / Strongest).ToSKColor();
            rp.Canvas.DrawRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, paint);
        }
    }

    /// <summary>All squares or, of those that fall on the same pixel, the strongest: a file's size follows its pixels.</summary>
    private IEnumerable<(int Row, int Column, double Weight)> Shown(int columns) => nodes <= columns ? squares
        : squares.GroupBy(square => ((long)square.Row * columns / nodes, (long)square.Column * columns / nodes))
            .Select(pixel => pixel.Last()).OrderBy(square => square.Weight);
}
