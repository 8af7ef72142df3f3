using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>A rectangle of a picture: one panel, or several beside or above one another.</summary>
internal abstract class Block
{
    /// <summary>The width at which text and lines look right, in pixels.</summary>
    public abstract int Width { get; }

    /// <summary>The height at which text and lines look right, in pixels.</summary>
    public abstract int Height { get; }

    public abstract void Draw(SKCanvas canvas, SKRect area);
}
