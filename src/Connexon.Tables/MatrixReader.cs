namespace Connexon.Tables;

/// <summary>A row of a matrix: its name, its line, how many fields of it hold anything, and what is not 0.</summary>
internal sealed record MatrixLine(string Name, int Line, int Filled, List<(int Column, double Value)> Values);

/// <summary>Reads an adjacency matrix into cells and pairs.</summary>
internal sealed class MatrixReader(string path, TableOptions options, MatrixShape shape)
{
    private readonly TableNumbers _numbers = new(path, options.Decimal);
    private readonly List<MatrixLine> _rows = [];

    public ConnectomeTable Read(PeekedRows rows)
    {
        TableRow? header = shape.HeaderRow < 0 ? null : rows.First[shape.HeaderRow];
        rows.Skip(shape.HeaderRow + 1);
        int width = header is null ? 0 : header.Fields.Length + shape.Shift;
        while (rows.Next())
        {
            _rows.Add(ReadLine(rows, header));
            width = Math.Max(width, rows.Fields);
        }
        var names = new MatrixNames(shape, _rows, Columns(header, width));
        var cells = new TableCellNames();
        foreach (string name in names.Rows.Select(r => r.Name).Concat(names.Columns).Where(n => n != "")) cells.Add(name);
        var pairs = new PairTally(path, cells.Names, options.Listing);
        int entries = 0;
        foreach (MatrixLine row in names.Rows)
            foreach (var (column, value) in row.Values.Where(v => names.Columns[v.Column] != ""))
            {
                entries++;
                pairs.Add(cells.Add(row.Name), cells.Add(names.Columns[column]), value, row.Line);
            }
        string[] notes = [.. rows.ReadAs, Note(header), .. _numbers.Conclude(), .. names.LeftOut];
        var counts = new TableCounts(entries, entries, 0, new Dictionary<string, int>()) { Layout = TableLayout.Matrix, Notes = notes };
        return TableAssembly.Build(cells.Names, pairs, options, counts, rows, path);
    }

    private string Note(TableRow? header) => (header, shape.NameColumn) switch
    {
        (null, < 0) => "an adjacency matrix without names: cells are called 0, 1, 2, ...",
        (null, var column) => $"an adjacency matrix, its names in column {column + 1}",
        (_, < 0) => $"an adjacency matrix, its names in line {header.Line}",
        (_, var column) => $"an adjacency matrix, its names in line {header.Line} and column {column + 1}",
    };

    /// <summary>The name above each column; where names stand on one side alone, that of the row of the same number.</summary>
    private string[] Columns(TableRow? header, int width)
    {
        if (header is not null && shape.NameColumn >= 0) return [.. Enumerable.Range(0, width).Select(j => shape.Name(header, j))];
        int size = width - shape.NameColumn - 1;
        if (size != _rows.Count)
            throw new TableException(path, null,
                $"{_rows.Count} rows of {size} numbers: a matrix of junctions between cells is square; or, for a list of pairs, "
                + "say which columns are TableOptions.PreColumn, PostColumn and WeightColumn, by number from 1");
        return [.. Enumerable.Repeat("", shape.NameColumn + 1), .. _rows.Select(r => r.Name)];
    }

    private MatrixLine ReadLine(PeekedRows rows, TableRow? header)
    {
        string name = shape.NameColumn >= 0 ? rows.Field(shape.NameColumn).ToString() : header?[_rows.Count] ?? $"{_rows.Count}";
        var values = new List<(int Column, double Value)>();
        int filled = 0;
        for (int j = shape.NameColumn + 1; j < rows.Fields; j++)
        {
            var text = rows.Field(j);
            string above = header is null ? $"{j + 1}" : shape.Name(header, j);
            bool within = name != "" && above != ""; // what stands beside the matrix need be no number
            if (text.IsEmpty || (!_numbers.Read(text, rows.Line, out double value) && !within)) continue;
            if (within && !(TableNumbers.Looks(text) && double.IsFinite(value) && value >= 0))
                throw new TableException(path, rows.Line,
                    $"'{text}' stands where row '{name}' meets column '{above}'; a junction count is a finite number, 0 or more, or empty");
            filled++;
            if (value != 0) values.Add((j, value));
        }
        return new(name, rows.Line, filled, values);
    }
}
