namespace Connexon.Tables;

/// <summary>
/// The electrical network that a connectome table holds: named cells, and pairs of them with a number of junctions. Two tables of the
/// same facts give the same network, whatever the order of their rows (but see <see cref="TableListing.EachPairOnce"/> for unequal counts).
/// </summary>
public sealed record ConnectomeTable
{
    /// <summary>The cells' names, sorted as people sort them: VA2 before VA10. A cell's place here is its index in the edges.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// One end of each edge, an index into <see cref="Names"/>. Edges are sorted by (A, B), and A &lt; B (A = B for a self pair
    /// kept).
    /// </summary>
    public required int[] A { get; init; }

    /// <summary>The other end of each edge.</summary>
    public required int[] B { get; init; }

    /// <summary>
    /// The number of junctions of each edge, after the <see cref="Listing"/> policy; greater than 0. Whole in a table of counts; some
    /// tables give sizes instead (Cook et al. 2019: sections of electron micrographs).
    /// </summary>
    public required double[] Count { get; init; }

    /// <summary>What was read, skipped and merged.</summary>
    public required TableReport Report { get; init; }

    /// <summary>The edges as a connection function returns them: flat indices of both ends.</summary>
    public (int[] PreIds, int[] PostIds) Pairs => (A, B);

    /// <summary>The line that lists each edge first, from 1; empty for a table that comes from no file.</summary>
    internal int[] Lines { get; init; } = [];

    /// <summary>The file, as it was named by the caller.</summary>
    internal string Path { get; init; } = "the table";

    /// <summary>The weight of each edge, in the order of <see cref="Pairs"/>: its number of junctions times the weight of one.</summary>
    /// <param name="each">The weight of one junction: a conductance, or what the coupled neurons take.</param>
    public JunctionWeight Weights(Quantity each) => Count.Select(n => n * each).ToArray();

    /// <summary>
    /// The junctions between two populations, or within one: those with one end in each list of cells. A network of several models has a
    /// population for each, and a block for each pair of them that the table joins. Cells that the table does not name have no junctions.
    /// </summary>
    /// <param name="pre">The cells of one population, in the order of its neurons.</param>
    /// <param name="post">Those of the other; the same for the junctions within one population.</param>
    /// <exception cref="ArgumentException">A cell is twice in one population, or in two that differ.</exception>
    public TableBlock Between(IReadOnlyList<string> pre, IReadOnlyList<string> post) => TableBlock.Of(this, pre, post);

    /// <summary>
    /// Reads a table: a list of pairs or an adjacency matrix, as text with tab, comma, semicolon, bar or blanks between its fields, or as
    /// an Excel workbook (.xlsx). The format is told by the content, not by the file's extension; the report says what was taken for what.
    /// Lines before the first row that begin with '#' are comments. A list is streamed: memory grows with the number of distinct pairs, not
    /// of rows.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Columns, types and policies; null: all recognised.</param>
    /// <exception cref="TableException">The file cannot be read, or it is no connectome table; the message says where and why.</exception>
    public static ConnectomeTable Read(string path, TableOptions? options = null)
    {
        using TableRows source = TableRows.Open(path, options ??= new());
        var rows = new PeekedRows(source);
        if (rows.First.Count == 0) throw new TableException(path, null, "there is no header: every line is blank or a comment");
        if (Matrix(rows, path, options) is not { } shape) return new TableReader(path, options).Read(rows);
        if (options.Sheet is null && Says(source.Sheet, "chem") && source.OtherSheets.Any(s => Says(s, "gap") || Says(s, "electr")))
            throw new TableException(path, null,
                $"sheet '{source.Sheet}' is the first, and by its name of chemical synapses; "
                + $"say which with TableOptions.Sheet: {TableColumns.List(source.OtherSheets)}");
        return new MatrixReader(path, options, shape).Read(rows);
    }

    private static bool Says(string? sheet, string word) => sheet?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where the matrix has its names and numbers; null for a list of pairs.</summary>
    private static MatrixShape? Matrix(PeekedRows rows, string path, TableOptions options)
    {
        bool list = options is { PreColumn: null, PostColumn: null, TypeColumn: null, WeightColumn: null, Types: null }
            ? TableColumns.NamesPair(rows.First[0])
            : options.Layout != TableLayout.Matrix;
        if (options.Layout == TableLayout.List || (list && options.Layout is null)) return null;
        return MatrixShape.Find(rows, path, options.Layout) is { } shape
            && (options.Header ?? shape.HeaderRow >= 0) == shape.HeaderRow >= 0 ? shape
            : options.Layout is null ? null
            : throw new TableException(path, rows.First[0].Line,
                "no adjacency matrix: the same names do not stand above columns of numbers and before their rows, "
                + "and it is no square of numbers");
    }
}
