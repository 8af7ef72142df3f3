using System.Text;

namespace Connexon.Cli;

/// <summary>What people call what a text table is written with: its separators, its decimal mark, its encoding.</summary>
internal static class TextNames
{
    /// <summary>Separators that have names.</summary>
    public static IReadOnlyDictionary<string, char> Delimiters { get; } =
        new OrderedDictionary<string, char>(StringComparer.OrdinalIgnoreCase)
        {
            ["comma"] = ',',
            ["semicolon"] = ';',
            ["tab"] = '\t',
            ["bar"] = '|',
            ["whitespace"] = ' ',
            ["space"] = ' ',
            [@"\t"] = '\t',
        };

    /// <summary>A separator by its name, or the character itself.</summary>
    public static char? Delimiter(string? text) => text switch
    {
        null => null,
        [var c] => c,
        _ when text.Length > 1 && string.IsNullOrWhiteSpace(text) => ' ',
        _ when Delimiters.TryGetValue(text, out char c) => c,
        _ => throw new FormatException(
            $"--delimiter: '{text}' is neither one character nor one of {string.Join(", ", Delimiters.Keys)}."),
    };

    /// <summary>A decimal mark.</summary>
    public static char? Decimal(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "." or "point" => '.',
        "," or "comma" => ',',
        _ => throw new FormatException($"--decimal: '{text}' is neither point nor comma."),
    };

    /// <summary>An encoding by its name: those of .NET, without regard to case.</summary>
    public static Encoding? Encoding(string? text)
    {
        if (text is null) return null;
        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return System.Text.Encoding.GetEncoding(text.Trim());
        }
        catch (ArgumentException e)
        {
            throw new FormatException(
                $"--encoding: '{text}' is no known encoding, such as utf-8, utf-16, windows-1252, iso-8859-1 or macintosh.", e);
        }
    }
}
