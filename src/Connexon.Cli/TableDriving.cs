using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>What drives the cells of a connectome: tables of single cells and of traces, and what is said for all.</summary>
/// <param name="network">The network.</param>
/// <param name="values">What a table says of each cell; null for none.</param>
internal sealed class TableDriving(TableNetwork network, CellValues? values)
{
    private readonly List<string> _warnings = [];
    private bool _isDriven = values?.Drives == true;

    /// <summary>The network with its drives.</summary>
    public Network Network { get; private set; } = network.Network;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Adds recorded traces.</summary>
    public void Add(DriveTable traces, string path)
    {
        _isDriven = true;
        foreach (TablePopulation p in network.Populations.Where(p => p.Cells.Any(traces.Names.Contains)))
            Network = Network.Drive(p.Neurons, Drive.Table(traces, p.Cells));
        string[] unknown = [.. traces.Names.Except(network.Table.Names)];
        if (unknown.Length > 0)
            _warnings.Add($"{Path.GetFileName(path)}: {string.Join(", ", unknown.Take(6).Select(n => $"'{n}'"))}"
                + $"{(unknown.Length > 6 ? $" and {unknown.Length - 6} more" : "")}: not in the connectome, left out.");
    }

    /// <summary>
    /// Adds the drive of each cell of which a table says nothing, where it is given or nothing else drives; and those of the table.
    /// </summary>
    public void Add(string input, bool isGiven)
    {
        foreach (TablePopulation p in network.Populations)
        {
            Dimension due = p.Neurons.Model.Input!.Dimension;
            Init<Quantity>? all = isGiven || !_isDriven ? Quantities.ParseRange("--input", input, due) : null;
            if (values?.Drives != true)
            {
                if (all is not null) Network = Network.Drive(p.Neurons, all);
                continue;
            }
            Quantity?[] own = values.DriveOf(p);
            Network = Network.Drive(p.Neurons, own.Select(q => q ?? new Quantity(0, due)).ToArray());
            if (all is not null && own.Any(q => q is null)) Network = Network.Drive(p.Neurons, Rest(own, input, due));
        }
    }

    /// <summary>What is said for all, for those alone that have no drive of their own.</summary>
    private static Init<Quantity> Rest(Quantity?[] own, string input, Dimension due)
    {
        var (low, high) = Quantities.ParseEnds("--input", input, due);
        return Init.Drawn((random, i, member) => own[i] is null
            ? low + (high.Value - low.Value) * random.Uniform(i, member) * new Quantity(1, due)
            : new Quantity(0, due));
    }
}
