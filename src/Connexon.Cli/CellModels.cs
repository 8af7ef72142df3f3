using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>Which model each cell of a connectome is of: what a table of cells says, otherwise one for all.</summary>
internal static class CellModels
{
    private static readonly string[] Columns = ["model", "neuron", "neuron model", "type", "cell type"];

    /// <summary>The populations, in the order in which the table's cells come to them.</summary>
    /// <param name="table">The connectome.</param>
    /// <param name="cells">The table of cells; null for none.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="otherwise">The model of cells of which it says nothing.</param>
    public static IReadOnlyList<TablePopulation> Populations(ConnectomeTable table, CellTable? cells, string? path, string otherwise)
    {
        string? column = cells is null ? null : ColumnOf(cells);
        var problems = new List<string>();
        var ofModel = new OrderedDictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (string cell in table.Names)
        {
            string said = column is not null && cells!.Has(cell) ? cells.Text(cell, column) : "";
            if (said != "" && !CatalogueNeuron.Has(said))
                problems.Add($"{Path.GetFileName(path)}({cells!.Line(cell)}): cell '{cell}' is '{said}', which is no model. "
                    + $"Models: {string.Join(", ", CatalogueNeuron.Names)}.");
            string model = said == "" ? otherwise : said;
            if (!ofModel.TryGetValue(model, out List<string>? group)) ofModel.Add(model, group = []);
            group.Add(cell);
        }
        if (problems.Count > 0) throw new FormatException(string.Join(Environment.NewLine, problems.Take(10)));
        return [.. ofModel.Select(m => new TablePopulation(CatalogueNeuron.Create(m.Key, m.Value.Count), [.. m.Value]))];
    }

    /// <summary>The column of models; a column of types is one only where it names some ("sensory" is of no concern here).</summary>
    public static string? ColumnOf(CellTable cells)
    {
        var found = Columns.SelectMany(name => cells.Columns.Where(c => Same(c, name)));
        return found.FirstOrDefault(c => !c.Contains("type", StringComparison.OrdinalIgnoreCase)
            || cells.Groups(c).Keys.Any(CatalogueNeuron.Has));
    }

    /// <summary>Whether a column is called so, without regard to case, blanks, '_' and '-'.</summary>
    public static bool Same(string column, string name) => Plain(column) == Plain(name);

    private static string Plain(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToLowerInvariant();
}
