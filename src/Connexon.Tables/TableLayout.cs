namespace Connexon.Tables;

/// <summary>How a table says which cells are joined.</summary>
public enum TableLayout
{
    /// <summary>A row for each pair: two cells, and perhaps a type and a number of junctions.</summary>
    List,

    /// <summary>
    /// An adjacency matrix: a row and a column for each cell, and where they meet the number of junctions. The names of the cells stand
    /// above the columns and before the rows; a square of numbers alone joins cells that are called 0, 1, 2, ...
    /// </summary>
    Matrix,
}
