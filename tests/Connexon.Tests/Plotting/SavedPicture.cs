using System.Xml.Linq;
using Connexon.Plotting;
using SkiaSharp;

namespace Connexon.Tests.Plotting;

/// <summary>What a reader of the saved file sees: the texts of an SVG, the pixels of a PNG.</summary>
internal static class SavedPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string[] Texts(this Picture picture) =>
        [.. picture.Xml().Descendants(Svg + "text").Select(text => text.Value.Trim())];

    /// <summary>Asserts that each of these is written somewhere in the picture.</summary>
    public static void Says(this Picture picture, params string[] texts) => Assert.Empty(texts.Except(picture.Texts()));

    /// <summary>Left edge, width and height of each data area, in the order drawn. (A legend is clipped too, but low.)</summary>
    public static (double X, double Width, double Height)[] DataAreas(this Picture picture) =>
        [.. picture.Xml().Descendants(Svg + "clipPath").Elements(Svg + "rect")
            .Select(rect => (X: Number(rect, "x"), Width: Number(rect, "width"), Height: Number(rect, "height")))
            .Where(area => area.Height > 100).Distinct()];

    private static double Number(XElement element, string name) => (double)element.Attribute(name)!;

    public static XDocument Xml(this Picture picture)
    {
        using var folder = new TemporaryFolder();
        return XDocument.Load(picture.Save(folder / "p.svg"));
    }

    public static byte[] Bytes(this Picture picture)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(picture.Save(folder / "p.png"));
    }

    public static SKBitmap Pixels(this Picture picture) => SKBitmap.Decode(picture.Bytes());

    /// <summary>The pixels in the blue of spikes and first traces, of which text and axes have nothing, from the top row down.</summary>
    public static (int X, int Y)[] Inked(this SKBitmap bitmap) => bitmap.Find(colour => colour.Blue - colour.Red > 80);

    /// <summary>The pixels of a colour, give or take a few steps of each channel, from the top row down.</summary>
    public static (int X, int Y)[] Find(this SKBitmap bitmap, SKColor colour, int tolerance = 0) =>
        bitmap.Find(p => Math.Abs(p.Red - colour.Red) <= tolerance && Math.Abs(p.Green - colour.Green) <= tolerance
            && Math.Abs(p.Blue - colour.Blue) <= tolerance);

    private static (int X, int Y)[] Find(this SKBitmap bitmap, Func<SKColor, bool> wanted) =>
        [.. from y in Enumerable.Range(0, bitmap.Height) from x in Enumerable.Range(0, bitmap.Width)
            where wanted(bitmap.GetPixel(x, y)) select (x, y)];
}
