using System.Globalization;
using System.Runtime.InteropServices;

namespace Connexon.Tables;

/// <summary>Reads the rows of one table into cells and pairs.</summary>
internal sealed class TableReader(string path, TableOptions options)
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _cells = [];
    private readonly TableTypes _types = new(options.Types);
    private readonly PairTally _pairs = new();
    private int _rows, _electrical, _zero;

    public ConnectomeTable Read(TableRows rows)
    {
        if (!rows.Next()) throw new TableException(path, null, "there is no header: every line is blank or a comment");
        var columns = TableColumns.Find(rows, path, options);
        while (rows.Next()) Add(rows, columns);
        if (_rows == 0) throw new TableException(path, null, "there are no rows below the header");
        if (_electrical == 0)
            throw new TableException(path, null,
                $"no electrical rows; found {string.Join(", ", _types.Others().Select(t => $"{t.Value} of type '{t.Key}'"))}. " +
                $"Taken as electrical: {_types.Legal}. Name others with TableOptions.Types.");
        return TableAssembly.Build(_cells, _pairs, options, new TableCounts(_rows, _electrical, _zero, _types.Others()), rows, path);
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
        int first = _pairs.Add(pre, post, count, row.Line);
        if (first > 0 && options.Listing == TableListing.Error)
            throw new TableException(path, row.Line,
                $"the pair {_cells[pre]}, {_cells[post]} is listed again, first in line {first}; " +
                "TableListing.Error allows each pair once. " +
                "Say what a second listing means: TableListing.AsListed, EachPairOnce, Max or Mean.");
    }

    private void CheckWidth(TableRows row, TableColumns columns)
    {
        int width = columns.Header.Length, needed = Math.Max(Math.Max(columns.Pre, columns.Post), Math.Max(columns.Type, columns.Weight));
        if (row.Fields <= needed)
            throw new TableException(path, row.Line,
                $"{Fields(row.Fields)} where the header has {width}: '{columns.Header[row.Fields]}' is missing");
        for (int i = width; i < row.Fields; i++)
            if (!row.Field(i).IsEmpty)
                throw new TableException(path, row.Line,
                    $"{Fields(row.Fields)} where the header has {width}: a field that holds the delimiter (a decimal comma?) needs quotes");
    }

    private int Cell(TableRows row, TableColumns columns, int column)
    {
        var name = row.Field(column);
        if (name.IsEmpty) throw new TableException(path, row.Line, $"column '{columns.Header[column]}' is empty; it must name a cell");
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _ids.GetAlternateLookup<ReadOnlySpan<char>>(), name, out bool known);
        if (!known)
        {
            id = _cells.Count;
            _cells.Add(name.ToString());
        }
        return id;
    }

    private double Count(TableRows row, TableColumns columns)
    {
        if (columns.Weight < 0) return 1;
        var text = row.Field(columns.Weight);
        bool number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double count);
        if (number && double.IsFinite(count) && count >= 0) return count;
        throw new TableException(path, row.Line,
            $"column '{columns.Header[columns.Weight]}' {(text.IsEmpty ? "is empty" : $"holds '{text}'")}; " +
            "a junction count is a finite number, 0 or more, with a decimal point");
    }

    private static string Fields(int n) => n == 1 ? "1 field" : $"{n} fields";
}
