using System.Text;

namespace Connexon.Tables;

/// <summary>
/// How to read a connectome table. Everything has a default that suits the usual tables; set what differs. Column names and types are
/// compared without regard to case, blanks, '_' and '-'.
/// </summary>
public sealed record TableOptions
{
    /// <summary>Whether the table is a list of pairs or an adjacency matrix; null (default): told by its first rows.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>
    /// Whether a list begins with the names of its columns; null (default): told by its first rows. False takes the first row as a pair,
    /// and columns by number.
    /// </summary>
    public bool? Header { get; init; }

    /// <summary>
    /// The header of the column that names the first cell, or its number from 1 ("1"); null (default): recognised, e.g. "pre", "Neuron 1",
    /// "Source", "cell_a".
    /// </summary>
    public string? PreColumn { get; init; }

    /// <summary>
    /// The header of the column that names the second cell, or its number; null (default): recognised, e.g. "post", "Neuron 2", "Target",
    /// "cell_b".
    /// </summary>
    public string? PostColumn { get; init; }

    /// <summary>
    /// The header of the column that says what kind of synapse a row is, or its number; null (default): recognised, "Type". A table without
    /// such a column is taken as electrical throughout.
    /// </summary>
    public string? TypeColumn { get; init; }

    /// <summary>
    /// The header of the column of junction counts, or its number; null (default): recognised, e.g. "synapses", "Nbr", "Weight",
    /// "junctions". A table of two cells (and a type) a row and nothing else has one junction a row.
    /// </summary>
    public string? WeightColumn { get; init; }

    /// <summary>The types that are electrical; null (default): "electrical", "EJ", "GJ", "gap", "gap junction" and their like.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The sheet of a workbook; null (default): the first. The report names those left unread. Not for text files.</summary>
    public string? Sheet { get; init; }

    /// <summary>
    /// The character between the fields of a text file; a blank stands for any run of blanks and tabs. Null (default): the one of tab, ';',
    /// '|' and ',' that most of the first lines have; blanks where there is none.
    /// </summary>
    public char? Delimiter { get; init; }

    /// <summary>
    /// The mark before the decimals of numbers, '.' or ','; null (default): told by the numbers. The report says where a comma was taken as
    /// one.
    /// </summary>
    public char? Decimal { get; init; }

    /// <summary>
    /// The encoding of a text file; null (default): UTF-8 or UTF-16, told by its bytes, and Windows-1252, which the report says, where they
    /// allow neither. A byte order mark counts either way.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// What a pair listed in both directions means; null (default): one pair, <see cref="Tables.TableListing.EachPairOnce"/> where the two
    /// counts are equal in all of them and otherwise <see cref="Tables.TableListing.Mean"/>. A table without counts that repeats a pair in
    /// one direction lists junctions one by one: <see cref="Tables.TableListing.AsListed"/>. The report says which, and why, and warns with
    /// what the other reading would give.
    /// </summary>
    public TableListing? Listing { get; init; }

    /// <summary>
    /// True to keep junctions of a cell with itself, which carry no current in a cell of one compartment; default false: dropped,
    /// and reported.
    /// </summary>
    public bool KeepSelf { get; init; }

    /// <summary>Which cells become neurons; default <see cref="TableCells.All"/>.</summary>
    public TableCells Cells { get; init; } = TableCells.All;
}
