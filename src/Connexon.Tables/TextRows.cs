using System.Text;

namespace Connexon.Tables;

/// <summary>
/// Rows of delimited text (RFC 4180 quoting, but a field ends on the line where it begins: a lost quote would otherwise swallow the rest
/// of the file in silence).
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="stream">Its bytes.</param>
/// <param name="delimiter">What separates fields; a blank for any run of blanks and tabs; null to tell it by the first lines.</param>
/// <param name="encoding">The encoding, UTF-8 by default; a byte order mark overrides it.</param>
/// <param name="note">What is said of the encoding; null for nothing.</param>
internal sealed class TextRows(string path, Stream stream, char? delimiter, Encoding? encoding = null, string? note = null) : TableRows
{
    private const int Sniffed = 20;
    private readonly StreamReader _reader =
        new(stream, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    private readonly Queue<string> _ahead = [];
    private readonly List<(int Start, int End, bool Escaped)> _fields = [];
    private char? _delimiter = delimiter;
    private bool _begun;
    private string _line = "";

    public override IEnumerable<string> ReadAs
    {
        get
        {
            if (note is not null) yield return note;
            if (_delimiter is { } mark and not ',') yield return $"fields between {Delimiters.Name(mark)}";
        }
    }

    public override int Fields => _fields.Count;

    public override ReadOnlySpan<char> Field(int index)
    {
        if (index >= _fields.Count) return default;
        var (start, end, escaped) = _fields[index];
        return escaped ? _line[start..end].Replace("\"\"", "\"") : _line.AsSpan(start, end - start);
    }

    public override bool Next()
    {
        while ((_ahead.Count > 0 ? _ahead.Dequeue() : ReadLine()) is { } line)
        {
            Line++;
            _line = line;
            if (line.Contains('\0')) throw Fault("a zero byte: this is a binary file, or a damaged one");
            if (line.Contains('\uFFFD'))
                throw Fault($"a byte that is not {_reader.CurrentEncoding.WebName.ToUpperInvariant()}; save the table as UTF-8 text");
            if (!_begun && line.AsSpan().TrimStart().StartsWith("#"))
            {
                CommentLines++;
                continue;
            }
            char separator = _delimiter ?? Delimiters.Sniff(LookAhead(line));
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

    /// <summary>This line and those that follow it, blank ones left out.</summary>
    private List<string> LookAhead(string line)
    {
        while (_ahead.Count < Sniffed && ReadLine() is { } next) _ahead.Enqueue(next);
        return [.. _ahead.Prepend(line).Where(l => !string.IsNullOrWhiteSpace(l))];
    }

    private void Split(string line, char separator)
    {
        _fields.Clear();
        bool blanks = separator == Delimiters.Blanks;
        for (int at = 0; at <= line.Length;)
        {
            while (at < line.Length && (blanks || line[at] != separator) && char.IsWhiteSpace(line[at])) at++;
            if (blanks && at == line.Length) break; // no field begins after the last
            at = at < line.Length && line[at] == '"' ? Quoted(line, at + 1, separator) : Plain(line, at, separator);
        }
    }

    private static bool Separates(char c, char separator) => separator == Delimiters.Blanks ? c is ' ' or '\t' : c == separator;

    /// <summary>Both take a field from its first character and return where the next begins, beyond the line if there is none.</summary>
    private int Plain(string line, int start, char separator)
    {
        int end = separator == Delimiters.Blanks ? line.AsSpan(start).IndexOfAny(' ', '\t') : line.AsSpan(start).IndexOf(separator);
        end = end < 0 ? line.Length : start + end;
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
        while (next < line.Length && !Separates(line[next], separator) && char.IsWhiteSpace(line[next])) next++;
        if (next < line.Length && !Separates(line[next], separator))
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
