using System.Text;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>
/// A drawing of a run: traces, spikes, connections, means, alone or combined. It never changes; save it as often and in as many
/// sizes as needed. Arrays given to it are not copied: leave them as they are until it is saved.
/// </summary>
/// <example><code>Picture.Traces(times, [v0, v1], ["pre", "post"]).Save("traces.png");</code></example>
public sealed partial class Picture
{
    private const int Smallest = 200, Largest = 16384;

    private readonly Block block;

    private Picture(Block block) => this.block = block;

    /// <summary>
    /// Writes the picture, as PNG (pixels) or SVG (lines and text to edit) by the ending of the file's name. Text and lines grow
    /// with the size asked for. A missing folder is made, a file of that name is replaced, and only by a whole picture.
    /// </summary>
    /// <param name="path">Where to; ends in .png or .svg, in any case of letters.</param>
    /// <param name="width">Width in pixels, 200 to 16384; by default what suits the kind of picture (a panel is about 900),
    /// or follows from <paramref name="height"/>.</param>
    /// <param name="height">Height in pixels, 200 to 16384; by default what suits the kind of picture,
    /// or follows from <paramref name="width"/>.</param>
    /// <returns>The whole path of the file written.</returns>
    /// <exception cref="ArgumentException">The name ends in neither .png nor .svg; nothing is written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width or height that no picture can have; nothing is written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing in that folder is not permitted.</exception>
    /// <exception cref="IOException">The folder cannot be made or the file cannot be written.</exception>
    public string Save(string path, int? width = null, int? height = null)
    {
        bool svg = PictureFile.IsSvg(path);
        int w = width ?? Follow(height, block.Width, block.Height), h = height ?? Follow(width, block.Height, block.Width);
        foreach (int size in (ReadOnlySpan<int>)[w, h])
            if (size is < Smallest or > Largest)
                throw new ArgumentOutOfRangeException(null, $"A picture is {Smallest} to {Largest} pixels wide and high; "
                    + $"this one would be {w} x {h}. Ask for another width or height.");
        PictureFile.Write(path, svg ? Svg(w, h) : Png(w, h));
        return Path.GetFullPath(path);
    }

    /// <summary>The side that was not asked for: natural, or in proportion to the one that was.</summary>
    private static int Follow(int? asked, int natural, int other) =>
        asked is null ? natural : (int)Math.Clamp(Math.Round((double)asked.Value * natural / other), int.MinValue, int.MaxValue);

    private byte[] Png(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        Draw(surface.Canvas, width, height);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private byte[] Svg(int width, int height)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
            Draw(canvas, width, height);
        // Whoever opens the file may not have the font that measured it.
        string text = Encoding.UTF8.GetString(stream.ToArray())
            .Replace("font-family=\"Roboto\"", "font-family=\"Roboto, Arial, Helvetica, sans-serif\"");
        return Encoding.UTF8.GetBytes(text);
    }

    private void Draw(SKCanvas canvas, int width, int height)
    {
        // Below three quarters of its natural size text could no longer be read: then it is the data that gets less room.
        float scale = Math.Max(0.75f, Math.Min((float)width / block.Width, (float)height / block.Height));
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        block.Draw(canvas, SKRect.Create(width / scale, height / scale));
    }
}
