namespace Connexon.Tables;

/// <summary>
/// Which rows and columns of a matrix are cells. A cell has a name; what has none is a border, a name on one side alone without an entry is
/// a heading, as is an empty row where all others are written out with their zeros, and sums are told by their names or numbers.
/// </summary>
internal sealed class MatrixNames
{
    private const string Left = "left out: ";
    private static readonly HashSet<string> Sums = ["sum", "sums", "total", "totals", "rowsum", "columnsum", "grandtotal", "σ"];
    private readonly List<string> _leftOut = [];

    public MatrixNames(MatrixShape shape, List<MatrixLine> rows, string[] columns)
    {
        HashSet<string> sums = [.. SumsOfColumns(rows, columns), .. SumsOfRows(rows, columns)];
        HashSet<string> before = [.. rows.Select(r => r.Name)], above = [.. columns];
        HashSet<int> filled = [.. rows.Where(r => r.Name != "" && !sums.Contains(r.Name)).SelectMany(r => r.Values).Select(v => v.Column)];
        int written = rows.Count(r => r.Name != "" && r.Filled > 0);
        bool full = rows.All(r => r.Name == "" || r.Filled == 0 || r.Filled >= written);
        HashSet<string> empty = [.. rows.Where(r => full && r.Filled == 0).Select(r => r.Name)];
        bool IsHeading(MatrixLine row) => row.Values.Count == 0 && (!above.Contains(row.Name) || empty.Contains(row.Name));
        bool IsHeader(int j) => !filled.Contains(j) && (!before.Contains(columns[j]) || empty.Contains(columns[j]));

        Rows = [.. rows.Where(r => r.Name != "" && !sums.Contains(r.Name) && !IsHeading(r))];
        Columns = [.. columns.Select((name, j) => sums.Contains(name) || IsHeader(j) ? "" : name)];

        Say(Math.Max(0, shape.HeaderRow), "row", "above the names");
        Say(Math.Max(0, shape.NameColumn), "column", "before the names");
        Say(rows.Count(r => r.Name == "" && r.Values.Count > 0), "row", "of numbers without a name");
        Say(rows.SelectMany(r => r.Values).Select(v => v.Column).Distinct().Count(j => columns[j] == ""), "column",
            "of numbers without a name");
        Say($"{Left}sums, ", sums);
        Say($"{Left}headings, ", rows.Where(r => r.Name != "" && !sums.Contains(r.Name) && IsHeading(r)).Select(r => r.Name)
            .Concat(columns.Where((name, j) => name != "" && !sums.Contains(name) && IsHeader(j))));
        Say("cells that are named on one side only: ", Rows.Select(r => r.Name).Where(n => !above.Contains(n))
            .Concat(Columns.Where(n => n != "" && !before.Contains(n))));
    }

    /// <summary>The rows that are cells.</summary>
    public List<MatrixLine> Rows { get; }

    /// <summary>The cell of each column; empty for a column that is none.</summary>
    public string[] Columns { get; }

    /// <summary>What was left out, as notes.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Columns of which every number is the sum of all others in its row, as far as rows have a column of their name.</summary>
    private static IEnumerable<string> SumsOfColumns(List<MatrixLine> rows, string[] columns)
    {
        var (sound, several) = (Enumerable.Repeat(true, columns.Length).ToArray(), new int[columns.Length]);
        HashSet<string> above = [.. columns];
        foreach (MatrixLine row in rows.Where(r => r.Name != "" && above.Contains(r.Name)))
        {
            var own = new double[columns.Length];
            foreach (var (column, value) in row.Values) own[column] = value;
            double total = row.Values.Where(v => columns[v.Column] != "" && !IsSum(columns[v.Column])).Sum(v => v.Value);
            for (int j = 0; j < columns.Length; j++)
            {
                sound[j] &= Equal(2 * own[j], total);
                if (own[j] != 0) several[j]++;
            }
        }
        return columns.Where((name, j) => name != "" && (IsSum(name) || (sound[j] && several[j] > 1)));
    }

    /// <summary>Rows of which every number is the sum of all others in its column, as far as columns have a row of their name.</summary>
    private static IEnumerable<string> SumsOfRows(List<MatrixLine> rows, string[] columns)
    {
        var total = new double[columns.Length];
        HashSet<string> before = [.. rows.Select(r => r.Name)];
        foreach (MatrixLine row in rows.Where(r => r.Name != "" && !IsSum(r.Name)))
            foreach (var (column, value) in row.Values) total[column] += value;
        return rows.Where(r => r.Name != "" && (IsSum(r.Name) || (r.Values.Count(v => columns[v.Column] != "") > 1 && Sums(r))))
            .Select(r => r.Name);

        bool Sums(MatrixLine row)
        {
            var own = row.Values.ToDictionary(v => v.Column, v => v.Value);
            return Enumerable.Range(0, columns.Length).All(j =>
                columns[j] == "" || !before.Contains(columns[j]) || Equal(2 * own.GetValueOrDefault(j), total[j]));
        }
    }

    private static bool IsSum(string name) => Sums.Contains(Spelling.Plain(name));

    private static bool Equal(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private void Say(int count, string what, string where)
    {
        if (count > 0) _leftOut.Add($"{Left}{count} {what}{(count == 1 ? "" : "s")} {where}");
    }

    private void Say(string what, IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        if (all.Length > 0) _leftOut.Add($"{what}{TableColumns.List(all.Take(6))}{(all.Length > 6 ? $" and {all.Length - 6} more" : "")}");
    }
}
