namespace Connexon.Tables;

/// <summary>
/// Recorded traces that drive cells: a column of times, and one for each cell, straight lines between the rows. <c>Drive.Table</c> makes a
/// drive of it.
/// </summary>
public sealed class DriveTable
{
    private readonly double[] _times;
    private readonly List<double[]> _rows;

    private DriveTable(string path, TableOptions options, TableRows rows)
    {
        if (!rows.Next()) throw new TableException(path, null, "there is no header: every line is blank or a comment");
        int line = rows.Line;
        CellColumn[] columns = [.. Enumerable.Range(0, rows.Fields).Select(i => CellColumn.Of(rows.Field(i).ToString(), i))];
        double unit = TimeUnit(path, line, columns[0]);
        if (columns.Length < 2) throw new TableException(path, line, "there is a column of times and none of a cell");
        if (columns.Skip(1).GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1 || g.Key == "") is { } same)
            throw new TableException(path, line,
                $"{same.Count()} columns are called '{same.Key}'; each is the drive of one cell, by its name");
        Quantity[] units = [.. columns.Skip(1).Select(c => Unit(path, line, c))];
        Dimension = units[0].Dimension;
        if (Array.FindIndex(units, u => u.Dimension != Dimension) is >= 0 and var odd)
            throw new TableException(path, line,
                $"column '{columns[1].Name}' is {Dimension} and column '{columns[odd + 1].Name}' {units[odd].Dimension}; "
                + "drives are of one kind");
        Names = [.. columns.Skip(1).Select(c => c.Name)];

        var numbers = new TableNumbers(path, options.Decimal);
        var times = new List<double>();
        _rows = [];
        while (rows.Next())
        {
            double Number(int i) => numbers.Read(rows.Field(i), rows.Line, out double x) && double.IsFinite(x)
                ? x
                : throw new TableException(path, rows.Line,
                    $"column '{columns[i].Name}' holds '{rows.Field(i)}'; a trace has a finite number there");
            if (rows.Fields > columns.Length)
                throw new TableException(path, rows.Line, $"{rows.Fields} fields where the header has {columns.Length}");
            double time = Number(0) * unit;
            if (times.Count > 0 && !(time > times[^1]))
                throw new TableException(path, rows.Line, $"the time {time:G6} ms follows {times[^1]:G6} ms; times ascend");
            times.Add(time);
            _rows.Add([.. units.Select((u, k) => Number(k + 1) * u.Value)]);
        }
        numbers.Conclude();
        if (times.Count < 2)
            throw new TableException(path, null, "a trace has two rows or more, for there are straight lines between them");
        _times = [.. times];
    }

    /// <summary>The cells that it drives.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What it is of: a current, mostly.</summary>
    public Dimension Dimension { get; }

    /// <summary>The times of the rows.</summary>
    public IReadOnlyList<Time> Times => [.. _times.Select(t => new Time(t))];

    /// <summary>
    /// Reads traces, as text or from a workbook. The first row names the columns: first the time with its unit ("t (ms)", "time_s"), then
    /// each cell with the unit of its numbers ("AVAL (pA)"); without one they are pure numbers.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Its sheet, delimiter, decimal mark and encoding; null: all recognised.</param>
    /// <exception cref="TableException">The file cannot be read, a unit is missing or not known, or times do not ascend.</exception>
    public static DriveTable Read(string path, TableOptions? options = null)
    {
        using TableRows rows = TableRows.Open(path, options ??= new());
        return new DriveTable(path, options, rows);
    }

    /// <summary>The value of a column at a time, in the base unit; 0 before the first row and from the last on.</summary>
    internal double At(double t, int column)
    {
        int k = Array.BinarySearch(_times, t);
        k = k >= 0 ? k : ~k - 1;
        if (k < 0 || k + 1 >= _times.Length) return 0;
        double part = (t - _times[k]) / (_times[k + 1] - _times[k]);
        return (1 - part) * _rows[k][column] + part * _rows[k + 1][column];
    }

    private static double TimeUnit(string path, int line, CellColumn column)
    {
        string unit = column.Unit != "" ? column.Unit : column.Name[(column.Name.LastIndexOf('_') + 1)..];
        return Time.TryParse($"1 {unit}", null, out Time one) ? one.Value : throw new TableException(path, line,
            $"the first column, '{column.Name}', is to be the time, and has no unit of one; call it 't (ms)' or 't (s)'");
    }

    private static Quantity Unit(string path, int line, CellColumn column)
    {
        try
        {
            return Quantity.Parse($"1 {column.Unit}");
        }
        catch (FormatException e)
        {
            throw new TableException(path, line, $"column '{column.Name}': {e.Message}", e);
        }
    }
}
