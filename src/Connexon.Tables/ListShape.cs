namespace Connexon.Tables;

/// <summary>
/// Finds the columns of a list by its first rows: named by a header, which may stand below a title, or, where the first row is a pair
/// already, by what they hold.
/// </summary>
internal sealed class ListShape(string path, TableOptions options)
{
    private const int MostTitles = 10;

    private readonly (string Option, string? Asked)[] _asked =
    [
        (nameof(options.PreColumn), options.PreColumn), (nameof(options.PostColumn), options.PostColumn),
        (nameof(options.TypeColumn), options.TypeColumn), (nameof(options.WeightColumn), options.WeightColumn),
    ];

    /// <summary>The columns, and how many rows stand above the header.</summary>
    public (TableColumns Columns, int Titles) Find(IReadOnlyList<TableRow> rows)
    {
        if (rows[0].Fields.FirstOrDefault(f => f.StartsWith('{')) is { } attributes)
            throw new TableException(path, rows[0].Line,
                $"'{attributes}' begins attributes as Python writes them; "
                + "write plain pairs: networkx.write_weighted_edgelist(G, 'pairs.txt')");
        if (options.Header == false) return (Numbered(rows) ?? throw Unknown(rows[0]), 0);
        int header = TableColumns.NamesPair(rows[0]) ? 0
            : Math.Max(0, rows.Take(MostTitles).ToList().FindIndex(r => _asked.All(a => a.Asked is null) && TableColumns.NamesPair(r)));
        if (header > 0) return (TableColumns.Find(rows[header], path, options), header);
        if (options.Header is null && !TableColumns.KnowsAny(rows[0]) && !_asked.Any(a => Names(a.Asked, rows[0]))
            && Numbered(rows) is { } numbered && IsPair(rows, numbered)) return (numbered, 0);
        TableColumns columns = TableColumns.Find(rows[0], path, options);
        if (options.Header is null) CheckHeader(rows, columns);
        return (columns, 0);
    }

    private static bool Names(string? asked, TableRow row) =>
        asked is not null && row.Fields.Any(f => Spelling.Plain(f) == Spelling.Plain(asked));

    /// <summary>Columns by the numbers that are asked for and by what they hold; null where that does not tell them.</summary>
    private TableColumns? Numbered(IReadOnlyList<TableRow> rows)
    {
        int width = rows[0].Fields.Length;
        int Column(string? asked, int otherwise) => asked is null ? otherwise : TableColumns.Number(asked, width) ?? -1;
        int pre = Column(options.PreColumn, 0), post = Column(options.PostColumn, 1);
        int type = Column(options.TypeColumn, -1), weight = Column(options.WeightColumn, -1);
        if (_asked.Any(a => a.Asked is not null && TableColumns.Number(a.Asked, width) is null)) return null;
        if (pre == post || post >= width) return null;

        int[] left = [.. Enumerable.Range(0, width).Where(c => c != pre && c != post && c != type && c != weight)];
        if (options.TypeColumn is null && left.Where(c => IsType(rows, c)).ToList() is [var kind])
            (type, left) = (kind, [.. left.Where(c => c != kind)]);
        if (options.WeightColumn is null && left.Where(c => rows.All(r => TableNumbers.Looks(r[c]))).ToList() is [var count])
            (weight, left) = (count, [.. left.Where(c => c != count)]);
        // What is left may be the count or the type under another name, unless columns were asked for.
        bool said = options.WeightColumn is not null
            || (options.Header == false && options.PreColumn is not null && options.PostColumn is not null);
        return left.Length == 0 || said ? new TableColumns(null, width, pre, post, type, weight) : null;
    }

    private bool IsType(IReadOnlyList<TableRow> rows, int column)
    {
        var types = new TableTypes(options.Types);
        return rows.Any(r => types.Add(r[column]) == TableTypes.Kind.Electrical);
    }

    /// <summary>Whether the first row is a pair like those below it: a count among counts, or cells that are met again.</summary>
    private static bool IsPair(IReadOnlyList<TableRow> rows, TableColumns columns)
    {
        if (columns.Weight >= 0) return TableNumbers.Looks(rows[0][columns.Weight]);
        if (rows.All(r => IsId(r[columns.Pre]) && IsId(r[columns.Post]))) return true;
        return rows.Skip(1).Any(r => new[] { columns.Pre, columns.Post }.Any(
            c => r[c] == rows[0][columns.Pre] || r[c] == rows[0][columns.Post]));
    }

    private static bool IsId(string field) => field.Length > 0 && field.All(char.IsAsciiDigit);

    /// <summary>Refuses to take as a header what looks like a pair: it would be lost.</summary>
    private void CheckHeader(IReadOnlyList<TableRow> rows, TableColumns columns)
    {
        if (TableColumns.NamesPair(rows[0])) return;
        string? count = columns.Weight < 0 ? null : rows[0][columns.Weight];
        if (count is not null ? TableNumbers.Looks(count) : IsPair(rows, columns))
            throw new TableException(path, rows[0].Line,
                $"the first row, {TableColumns.List(rows[0].Fields)}, looks like a pair and not like the names of columns; "
                + "say TableOptions.Header = false and give columns by number from 1, or TableOptions.Header = true if it is a header");
    }

    private TableException Unknown(TableRow first)
    {
        string bad = string.Join(" and ",
            _asked.Where(a => a.Asked is not null && TableColumns.Number(a.Asked, first.Fields.Length) is null)
            .Select(a => $"{a.Option} is '{a.Asked}'"));
        return new(path, first.Line, (bad == "" ? "" : $"{bad}, ")
            + $"but without a header columns have numbers, here 1 to {first.Fields.Length}: "
            + $"{TableColumns.List(first.Fields)}. Say which are TableOptions.PreColumn, PostColumn and WeightColumn");
    }
}
