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
    /// Reads a table: text with tab, comma, semicolon or bar between its fields, or an Excel workbook (.xlsx). The format is told by the
    /// content, not by the file's extension. Lines before the header that begin with '#' are comments. A text file is streamed: memory
    /// grows with the number of distinct pairs, not of rows.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Columns, types and policies; null: all recognised.</param>
    /// <exception cref="TableException">The file cannot be read, or it is no connectome table; the message says where and why.</exception>
    public static ConnectomeTable Read(string path, TableOptions? options = null)
    {
        using var rows = TableRows.Open(path, options ??= new());
        return new TableReader(path, options).Read(rows);
    }
}
