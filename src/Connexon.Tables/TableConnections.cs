using System.Globalization;
using Connexon.Tables;

namespace Connexon;

/// <summary>The connection rule that comes from a table: <c>conn: Connect.Table("pairs.csv")</c>.</summary>
public static class TableConnections
{
    extension(Connect)
    {
        /// <summary>
        /// Joins the pairs of a table within one population, each pair once. Where all its cells are whole numbers, they are flat ids
        /// from 0; otherwise they are names, and the neurons stand in the order of <see cref="ConnectomeTable.Names"/>.
        /// </summary>
        /// <param name="path">A csv, tsv or xlsx file, read at once; see <see cref="ConnectomeTable.Read"/>.</param>
        /// <param name="options">Columns, types and policies; null: all recognised.</param>
        /// <returns>
        /// A connection function; it throws <see cref="TableException"/> where the population does not fit the table: an id that does not
        /// exist, with its line, or another number of neurons than names.
        /// </returns>
        /// <exception cref="TableException">
        /// The file cannot be read, or it is no table of pairs; the message says where and why.
        /// </exception>
        public static ConnectionFunction Table(string path, TableOptions? options = null) =>
            Connect.Table(ConnectomeTable.Read(path, options));

        /// <summary>
        /// Joins the pairs of a table that has been read, so that its counts can be weights:
        /// <c>Connect.Table(table), table.Weights(0.1 * mS)</c>.
        /// </summary>
        /// <param name="table">The table.</param>
        /// <inheritdoc cref="extension(Connect).Table(string, TableOptions)"/>
        public static ConnectionFunction Table(ConnectomeTable table) => (preSize, postSize) =>
        {
            if (preSize != postSize)
                throw new TableException(table.Path, null,
                    $"a table joins the cells of one population, but the two sizes differ: {preSize} and {postSize}; "
                    + "for two populations name the cells of each: Connect.Table(table.Between(pre, post))");
            return table.Names.FirstOrDefault(name => Id(name) is null) is { } name ? ByName(table, preSize, name) : ById(table, preSize);
        };

        /// <summary>
        /// Joins two populations, or the neurons of one, by the junctions that a table has between their cells:
        /// <c>Connect.Table(block), block.Weights(0.1 * mS)</c>.
        /// </summary>
        /// <param name="block">The junctions: <c>table.Between(pre, post)</c>.</param>
        /// <returns>
        /// A connection function; it throws <see cref="TableException"/> where the populations have other numbers of neurons than cells.
        /// </returns>
        public static ConnectionFunction Table(TableBlock block) => (preSize, postSize) =>
            (preSize, postSize) == (block.Pre.Count, block.Post.Count)
                ? (block.PreIds, block.PostIds)
                : throw new TableException(block.Path, null,
                    $"{block.Pre.Count} and {block.Post.Count} cells are joined, but the populations have {preSize} and "
                    + $"{postSize} neurons: "
                    + "each cell is a neuron, in the order in which it was named");
    }

    private static (int[], int[]) ByName(ConnectomeTable table, int size, string name) => size == table.Names.Count
        ? table.Pairs
        : throw new TableException(table.Path, null,
            $"{table.Names.Count} cells are named (such as '{name}'), but the population has {size} neurons: " +
            $"make it {table.Names.Count}, " +
            "in the order of ConnectomeTable.Names, or give each cell its number from 0 instead of a name");

    private static (int[], int[]) ById(ConnectomeTable table, int size)
    {
        int[] ids = [.. table.Names.Select(name => Id(name)!.Value)];
        for (int e = 0; e < table.A.Length; e++)
            if ((uint)ids[table.A[e]] >= (uint)size || (uint)ids[table.B[e]] >= (uint)size)
                throw new TableException(table.Path, table.Lines.Length > 0 ? table.Lines[e] : null,
                    $"a junction joins {ids[table.A[e]]} - {ids[table.B[e]]}, but ids go from 0 to {size - 1}");
        return ([.. table.A.Select(a => ids[a])], [.. table.B.Select(b => ids[b])]);
    }

    private static int? Id(string name) =>
        int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int id) ? id : null;
}
