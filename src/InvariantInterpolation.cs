using System.Globalization;
using System.Text;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What every interpolated text of these projects is made by, in place of the framework's: with a point in its numbers, whatever the
/// culture of the application. The compiler takes a type of this name that a project has itself. Without it, each of some thousand texts
/// would have to name the culture, and the first that forgot it would say "up to 0,005" in half of Europe.
/// </summary>
[InterpolatedStringHandler]
internal ref struct DefaultInterpolatedStringHandler
{
    private readonly StringBuilder _text;
    private StringBuilder.AppendInterpolatedStringHandler _handler;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + 8 * formattedCount);
        _handler = new(literalLength, formattedCount, _text, CultureInfo.InvariantCulture);
    }

    public void AppendLiteral(string value) => _handler.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _handler.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _handler.AppendFormatted(value, format);

    public void AppendFormatted<T>(T value, int alignment) => _handler.AppendFormatted(value, alignment);

    public void AppendFormatted<T>(T value, int alignment, string? format) => _handler.AppendFormatted(value, alignment, format);

    public void AppendFormatted(ReadOnlySpan<char> value) => _handler.AppendFormatted(value);

    public void AppendFormatted(string? value) => _handler.AppendFormatted(value);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        _handler.AppendFormatted(value, alignment, format);

    public string ToStringAndClear() => _text.ToString();
}
