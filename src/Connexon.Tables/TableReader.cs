namespace Connexon.Tables;

/// <summary>Reads the rows of a list of pairs into cells and pairs.</summary>
internal sealed class TableReader
{
    private readonly string _path;
    private readonly TableOptions _options;
    private readonly TableCellNames _cells = new();
    private readonly TableTypes _types;
    private readonly TableNumbers _numbers;
    private readonly PairTally _pairs;
    private int _rows, _electrical, _zero;

    public TableReader(string path, TableOptions options)
    {
        (_path, _options) = (path, options);
        _types = new(options.Types);
        _numbers = new(path, options.Decimal);
        _pairs = new(path, _cells.Names, options.Listing);
    }

    public ConnectomeTable Read(PeekedRows rows)
    {
        var (columns, titles) = new ListShape(_path, _options).Find(rows.First);
        rows.Skip(titles + (columns.Header is null ? 0 : 1));
        while (rows.Next()) Add(rows, columns);
        if (_rows == 0) throw new TableException(_path, null, "there are no rows below the header");
        if (_electrical == 0)
            throw new TableException(_path, null,
                $"no electrical rows; found {string.Join(", ", _types.Others().Select(t => $"{t.Value} of type '{t.Key}'"))}. " +
                $"Taken as electrical: {_types.Legal}. Name others with TableOptions.Types.");
        string[] notes =
        [
            .. rows.ReadAs, columns.Note, .. _numbers.Conclude(),
            .. titles == 0 ? Array.Empty<string>() : [$"left out: {titles} {(titles == 1 ? "row" : "rows")} above the header"],
        ];
        var counts = new TableCounts(_rows, _electrical, _zero, _types.Others()) { Notes = notes, Counted = columns.Weight >= 0 };
        return TableAssembly.Build(_cells.Names, _pairs, _options, counts, rows, _path);
    }

    private void Add(TableRows row, TableColumns columns)
    {
        _rows++;
        CheckWidth(row, columns);
        var kind = columns.Type < 0 ? TableTypes.Kind.Electrical : _types.Add(row.Field(columns.Type));
        if (kind == TableTypes.Kind.Neuromuscular) return;
        int pre = Cell(row, columns, columns.Pre), post = Cell(row, columns, columns.Post);
        if (kind != TableTypes.Kind.Electrical) return;
        _electrical++;
        double count = Count(row, columns);
        if (count == 0)
        {
            _zero++;
            return;
        }
        _pairs.Add(pre, post, count, row.Line);
    }

    private void CheckWidth(TableRows row, TableColumns columns)
    {
        int width = columns.Width, needed = Math.Max(Math.Max(columns.Pre, columns.Post), Math.Max(columns.Type, columns.Weight));
        string where = columns.Header is null ? "the first row" : "the header";
        if (row.Fields <= needed)
            throw new TableException(_path, row.Line,
                $"{Fields(row.Fields)} where {where} has {width}: "
                + $"{(columns.Header is null ? "column " : "")}{columns.Title(row.Fields)} is missing");
        for (int i = width; i < row.Fields; i++)
            if (!row.Field(i).IsEmpty)
                throw new TableException(_path, row.Line,
                    $"{Fields(row.Fields)} where {where} has {width}: a field that holds the delimiter (a decimal comma?) needs quotes");
    }

    private int Cell(TableRows row, TableColumns columns, int column)
    {
        var name = row.Field(column);
        return name.IsEmpty
            ? throw new TableException(_path, row.Line, $"column {columns.Title(column)} is empty; it must name a cell")
            : _cells.Add(name);
    }

    private double Count(TableRows row, TableColumns columns)
    {
        if (columns.Weight < 0) return 1;
        var text = row.Field(columns.Weight);
        if (_numbers.Read(text, row.Line, out double count) && double.IsFinite(count) && count >= 0) return count;
        throw new TableException(_path, row.Line,
            $"column {columns.Title(columns.Weight)} {(text.IsEmpty ? "is empty" : $"holds '{text}'")}; " +
            "a junction count is a finite number, 0 or more");
    }

    private static string Fields(int n) => n == 1 ? "1 field" : $"{n} fields";
}
