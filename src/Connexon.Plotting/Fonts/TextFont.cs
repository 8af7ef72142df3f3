using ScottPlot;
using SkiaSharp;

namespace Connexon.Plotting;

/// <summary>
/// The font of every picture, carried inside the assembly: a bare machine has no font at all, and there Skia draws no text
/// and says nothing. Text that it has no glyphs for (Chinese, say) is left to the system's fonts.
/// </summary>
internal sealed class TextFont : IFontResolver
{
    /// <summary>The name by which a label asks for this font; not "Roboto", which a program may ask the system for.</summary>
    private const string Alias = "Connexon text";

    private static readonly SKTypeface Typeface = Load();

    static TextFont() => ScottPlot.Fonts.FontResolvers.Insert(0, new TextFont());

    /// <summary>The name of the font that can draw a text.</summary>
    public static string For(string? text) =>
        string.IsNullOrEmpty(text) || Typeface.ContainsGlyphs(text) ? Alias : ScottPlot.Fonts.Detect(text);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Alias ? Typeface : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Alias ? Typeface : null;

    private static SKTypeface Load()
    {
        using var stream = typeof(TextFont).Assembly.GetManifestResourceStream("Roboto-Regular.ttf")!;
        return SKTypeface.FromStream(stream);
    }
}
