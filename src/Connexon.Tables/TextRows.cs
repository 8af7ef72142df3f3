using System.Text;

namespace Connexon.Tables;

/// <summary>
/// Rows of delimited text (RFC 4180 quoting, but a field ends on the line where it begins: a lost quote would otherwise swallow the rest
/// of the file in silence).
/// </summary>
internal sealed class TextRows(string path, Stream stream, char? delimiter) : TableRows
{
    private readonly StreamReader _reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    private readonly List<(int Start, int End, bool Escaped)> _fields = [];
    private char? _delimiter = delimiter;
    private bool _begun;
    private string _line = "";

    public override int Fields => _fields.Count;

    public override ReadOnlySpan<char> Field(int index)
    {
        if (index >= _fields.Count) return default;
        var (start, end, escaped) = _fields[index];
        return escaped ? _line[start..end].Replace("\"\"", "\"") : _line.AsSpan(start, end - start);
    }

    public override bool Next()
    {
        while (ReadLine() is { } line)
        {
            Line++;
            _line = line;
            if (line.Contains('\0')) throw Fault("a zero byte: this is a binary file, or a damaged one");
            if (line.Contains('\uFFFD')) throw Fault("a byte that is not UTF-8; save the table as UTF-8 text");
            if (!_begun && line.AsSpan().TrimStart().StartsWith("#"))
            {
                CommentLines++;
                continue;
            }
            char separator = _delimiter ?? Sniff(line);
            if (IsBlank(line, separator))
            {
                BlankRows++;
                continue;
            }
            _delimiter = separator;
            _begun = true;
            Split(line, separator);
            return true;
        }
        return false;
    }

    public override void Dispose() => _reader.Dispose();

    private string? ReadLine()
    {
        try
        {
            return _reader.ReadLine();
        }
        catch (IOException e)
        {
            throw new TableException(path, Line + 1, $"cannot be read: {e.Message}", e);
        }
    }

    private static bool IsBlank(string line, char separator)
    {
        foreach (char c in line)
            if (c != separator && !char.IsWhiteSpace(c)) return false;
        return true;
    }

    /// <summary>The commonest separator outside quotes; tab first among equals.</summary>
    private static char Sniff(string header)
    {
        ReadOnlySpan<char> candidates = ['\t', ';', ',', '|'];
        Span<int> found = stackalloc int[candidates.Length];
        bool quoted = false;
        foreach (char c in header)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && candidates.IndexOf(c) is >= 0 and var k) found[k]++;
        }
        int best = 0;
        for (int k = 1; k < found.Length; k++)
            if (found[k] > found[best]) best = k;
        return candidates[best];
    }

    private void Split(string line, char separator)
    {
        _fields.Clear();
        for (int at = 0; at <= line.Length;)
        {
            while (at < line.Length && line[at] != separator && char.IsWhiteSpace(line[at])) at++;
            at = at < line.Length && line[at] == '"' ? Quoted(line, at + 1, separator) : Plain(line, at, separator);
        }
    }

    /// <summary>Both take a field from its first character and return where the next begins, beyond the line if there is none.</summary>
    private int Plain(string line, int start, char separator)
    {
        int end = line.IndexOf(separator, start);
        if (end < 0) end = line.Length;
        if (line.AsSpan(start, end - start).Contains('"'))
            throw Fault($"field {_fields.Count + 1} has a quote inside; put the whole field in quotes and write the inner quote twice");
        Add(line, start, end, false);
        return end + 1;
    }

    private int Quoted(string line, int start, char separator)
    {
        bool escaped = false;
        int end = line.IndexOf('"', start);
        for (; end >= 0 && end + 1 < line.Length && line[end + 1] == '"'; end = line.IndexOf('"', end + 2)) escaped = true;
        if (end < 0) throw Fault($"field {_fields.Count + 1} opens a quote that this line does not close; a field may not span lines");
        int next = end + 1;
        while (next < line.Length && line[next] != separator && char.IsWhiteSpace(line[next])) next++;
        if (next < line.Length && line[next] != separator)
            throw Fault($"field {_fields.Count + 1} goes on after its closing quote; write an inner quote twice");
        Add(line, start, end, escaped);
        return next + 1;
    }

    private void Add(string line, int start, int end, bool escaped)
    {
        while (start < end && char.IsWhiteSpace(line[start])) start++;
        while (end > start && char.IsWhiteSpace(line[end - 1])) end--;
        _fields.Add((start, end, escaped));
    }

    private TableException Fault(string problem) => new(path, Line, problem);
}
