namespace Connexon;

/// <summary>Fields of comma-separated values, as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>The path of a file that is to be one.</summary>
    /// <exception cref="ArgumentException">It ends in something else.</exception>
    public static string Checked(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? path
        : throw new ArgumentException($"'{path}' does not end in .csv, which is what is written.", nameof(path));

    /// <summary>A field: in quotes where it holds a comma, a quote or the end of a line.</summary>
    /// <param name="text">What it says.</param>
    public static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>A line of fields, with its end.</summary>
    /// <param name="fields">What they say.</param>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\n";
}
