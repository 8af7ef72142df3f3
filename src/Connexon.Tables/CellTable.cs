namespace Connexon.Tables;

/// <summary>
/// What a table says of single cells: a row for each, its name in one column, in the others whatever it has: a model, parameters, a group.
/// Beside a <see cref="ConnectomeTable"/> it makes the populations of a network: <c>cells.Groups("type")</c>, <c>table.Between(...)</c>.
/// </summary>
public sealed class CellTable
{
    private static readonly string[] NameColumns = ["cell", "cell name", "name", "label", "id", "neuron", "cells", "neurons"];
    private readonly string _path;
    private readonly Dictionary<string, TableRow> _rows = [];
    private readonly List<CellColumn> _columns;
    private readonly TableNumbers _numbers;

    private CellTable(string path, TableOptions options, TableRows rows)
    {
        _path = path;
        _numbers = new(path, options.Decimal);
        if (!rows.Next()) throw new TableException(path, null, "there is no header: every line is blank or a comment");
        string[] header = [.. Enumerable.Range(0, rows.Fields).Select(i => rows.Field(i).ToString())];
        int name = NameColumns.Select(n => Array.FindIndex(header, h => Spelling.Plain(h) == Spelling.Plain(n)))
            .FirstOrDefault(i => i >= 0);
        _columns = [.. header.Select((h, i) => CellColumn.Of(h, i)).Where(c => c.Index != name && c.Name != "")];
        if (_columns.GroupBy(c => Spelling.Plain(c.Name)).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new TableException(path, rows.Line, $"{same.Count()} columns are called '{same.Key}'; give each a name of its own");
        var names = new List<string>();
        while (rows.Next()) Add(rows, name, header, names);
        if (names.Count == 0) throw new TableException(path, null, "there are no rows below the header");
        Names = names;
        FindDecimalMark();
    }

    /// <summary>The cells, in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns beside that of the names, without their units.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(c => c.Name)];

    /// <summary>
    /// Reads a table of cells: text or a workbook, as <see cref="ConnectomeTable.Read"/> does. The first row names the columns; the cells
    /// are in that called "cell", "name", "label", "id" or "neuron", or else in the first. A unit stands with the values or in the header:
    /// "gL (mS)".
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Its sheet, delimiter, decimal mark and encoding; null: all recognised.</param>
    /// <exception cref="TableException">The file cannot be read, or a cell has no name or two rows.</exception>
    public static CellTable Read(string path, TableOptions? options = null)
    {
        using TableRows rows = TableRows.Open(path, options ??= new());
        return new CellTable(path, options, rows);
    }

    /// <summary>Whether the table has a row for a cell.</summary>
    /// <param name="cell">The cell.</param>
    public bool Has(string cell) => _rows.ContainsKey(cell);

    /// <summary>The line of a cell's row, from 1.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public int Line(string cell) => Row(cell).Line;

    /// <summary>What a cell has in a column; empty where it has nothing there.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">The column, without its unit; case, blanks, '_' and '-' do not count.</param>
    /// <exception cref="ArgumentException">There is no such cell or column.</exception>
    public string Text(string cell, string column) => Row(cell)[Column(column).Index];

    /// <summary>
    /// The quantity that a cell has in a column, in the unit that stands with it or in the header; null where it has nothing there.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such cell or column.</exception>
    /// <exception cref="TableException">It is no number, or has a unit that is not known.</exception>
    public Quantity? Quantity(string cell, string column)
    {
        CellColumn place = Column(column);
        TableRow row = Row(cell);
        string text = row[place.Index];
        if (text == "") return null;
        try
        {
            return Connexon.Quantity.Parse(
                CellColumn.Split(text) is var (digits, unit) && _numbers.Read(digits, row.Line, out double number)
                    ? FormattableString.Invariant($"{number:R} {(unit == "" ? place.Unit : unit)}")
                    : text);
        }
        catch (FormatException e)
        {
            throw new TableException(_path, row.Line, $"cell '{cell}', column '{place.Name}': {e.Message}", e);
        }
    }

    /// <summary>
    /// The cells that have the same in a column, by what that is, in the order of the file; those that have nothing there under "".
    /// </summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyDictionary<string, string[]> Groups(string column) => new OrderedDictionary<string, string[]>(
        Names.GroupBy(name => Text(name, column)).Select(g => KeyValuePair.Create(g.Key, g.ToArray())));

    private void Add(TableRows rows, int name, string[] header, List<string> names)
    {
        var row = new TableRow(rows.Line, [.. Enumerable.Range(0, rows.Fields).Select(i => rows.Field(i).ToString())]);
        string cell = row[name];
        if (cell == "") throw new TableException(_path, row.Line, $"column '{header[name]}' is empty; it must name a cell");
        for (int i = header.Length; i < row.Fields.Length; i++)
            if (row[i] != "")
                throw new TableException(_path, row.Line,
                    $"{row.Fields.Length} fields where the header has {header.Length}: a field that holds the delimiter needs quotes");
        if (!_rows.TryAdd(cell, row))
            throw new TableException(_path, row.Line,
                $"cell '{cell}' is listed again, first in line {_rows[cell].Line}; give each cell one row");
        names.Add(cell);
    }

    /// <summary>
    /// Reads what is in columns of numbers throughout, so that decimal points and commas are known before any is asked for.
    /// </summary>
    private void FindDecimalMark()
    {
        foreach (CellColumn column in _columns)
        {
            TableRow[] filled = [.. Names.Select(n => _rows[n]).Where(r => r[column.Index] != "")];
            if (filled.All(r => CellColumn.Split(r[column.Index]) is not null))
                foreach (TableRow row in filled) _numbers.Read(CellColumn.Split(row[column.Index])!.Value.Number, row.Line, out _);
        }
        _numbers.Conclude();
    }

    private TableRow Row(string cell) => _rows.GetValueOrDefault(cell)
        ?? throw new ArgumentException($"{System.IO.Path.GetFileName(_path)} has no cell '{cell}'.", nameof(cell));

    private CellColumn Column(string name) => _columns.Find(c => Spelling.Plain(c.Name) == Spelling.Plain(name))
        ?? throw new ArgumentException(
            $"{System.IO.Path.GetFileName(_path)} has no column '{name}'; it has {TableColumns.List(Columns)}.", nameof(name));
}
