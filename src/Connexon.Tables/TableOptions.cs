namespace Connexon.Tables;

/// <summary>
/// How to read a connectome table. Everything has a default that suits the usual tables; set what differs. Column names and types are
/// compared without regard to case, blanks, '_' and '-'.
/// </summary>
public sealed record TableOptions
{
    /// <summary>
    /// The header of the column that names the first cell; null (default): recognised, e.g. "pre", "Neuron 1", "Source", "cell_a".
    /// </summary>
    public string? PreColumn { get; init; }

    /// <summary>
    /// The header of the column that names the second cell; null (default): recognised, e.g. "post", "Neuron 2", "Target",
    /// "cell_b".
    /// </summary>
    public string? PostColumn { get; init; }

    /// <summary>
    /// The header of the column that says what kind of synapse a row is; null (default): recognised, "Type". A table without such a
    /// column is taken as electrical throughout.
    /// </summary>
    public string? TypeColumn { get; init; }

    /// <summary>
    /// The header of the column of junction counts; null (default): recognised, e.g. "synapses", "Nbr", "Weight", "junctions". A table
    /// of two cells (and a type) a row and nothing else has one junction a row.
    /// </summary>
    public string? WeightColumn { get; init; }

    /// <summary>The types that are electrical; null (default): "electrical", "EJ", "GJ", "gap", "gap junction" and their like.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The sheet of a workbook; null (default): the first. The report names those left unread. Not for text files.</summary>
    public string? Sheet { get; init; }

    /// <summary>
    /// The character between the fields of a text file; null (default): the commonest of tab, ';', ',' and '|' in the header.
    /// </summary>
    public char? Delimiter { get; init; }

    /// <summary>
    /// What a pair listed in both directions means; null (default): <see cref="Tables.TableListing.EachPairOnce"/> if at least 95 % of the
    /// pairs are listed in both directions with equal counts, otherwise <see cref="Tables.TableListing.AsListed"/>.
    /// The report says which, and why.
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
