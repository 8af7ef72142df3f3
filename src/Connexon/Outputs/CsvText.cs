namespace Connexon;

/// <summary>Fields of comma-separated values, as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>A field: in quotes where it holds a comma, a quote or the end of a line.</summary>
    /// <param name="text">What it says.</param>
    public static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>A line of fields, with its end.</summary>
    /// <param name="fields">What they say.</param>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\n";
}
