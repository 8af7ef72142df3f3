using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>Blocks beside one another, each as wide as its natural width asks.</summary>
internal sealed class Row(IReadOnlyList<Block> blocks) : Block
{
    public override int Width => blocks.Sum(block => block.Width);

    public override int Height => blocks.Max(block => block.Height);

    public override void Draw(SKCanvas canvas, SKRect area)
    {
        float left = area.Left;
        foreach (var block in blocks)
        {
            float width = area.Width * block.Width / Width;
            block.Draw(canvas, SKRect.Create(left, area.Top, width, area.Height));
            left += width;
        }
    }
}
