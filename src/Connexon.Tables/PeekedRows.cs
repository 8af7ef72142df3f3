namespace Connexon.Tables;

/// <summary>A row that was read: its line and its fields.</summary>
internal sealed record TableRow(int Line, string[] Fields)
{
    public string this[int column] => column < Fields.Length ? Fields[column] : "";
}

/// <summary>The rows of a table, of which the first are known before they are read: what a table is, is told by them.</summary>
internal sealed class PeekedRows : TableRows
{
    private const int Most = 50;
    private readonly TableRows _source;
    private readonly List<TableRow> _first = [];
    private int _at = -1;

    public PeekedRows(TableRows source)
    {
        _source = source;
        while (_first.Count < Most && source.Next())
            _first.Add(new(source.Line, [.. Enumerable.Range(0, source.Fields).Select(i => source.Field(i).ToString())]));
        AreAll = _first.Count < Most;
    }

    public IReadOnlyList<TableRow> First => _first;

    /// <summary>Whether the table has no more rows than the first.</summary>
    public bool AreAll { get; }

    public override string? Sheet => _source.Sheet;

    public override IReadOnlyList<string> OtherSheets => _source.OtherSheets;

    public override IEnumerable<string> ReadAs => _source.ReadAs;

    public override int CommentLines => _source.CommentLines;

    public override int BlankRows => _source.BlankRows;

    public override int Line => _at < _first.Count ? _first[_at].Line : _source.Line;

    public override int Fields => _at < _first.Count ? _first[_at].Fields.Length : _source.Fields;

    /// <summary>Leaves out rows: those above the names of columns, which the caller reports.</summary>
    public void Skip(int rows) => _at += rows;

    public override bool Next() => ++_at < _first.Count || _source.Next();

    public override ReadOnlySpan<char> Field(int index) => _at < _first.Count ? _first[_at][index] : _source.Field(index);

    public override void Dispose() => _source.Dispose();
}
