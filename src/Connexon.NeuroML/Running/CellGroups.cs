namespace Connexon.NeuroML;

/// <summary>
/// The cells of a network as neurons, by the populations of the file; those with the same equations are stepped as one group.
/// </summary>
internal sealed class CellGroups
{
    private readonly NetworkDescription _network;
    private readonly FlatNeuron?[] _populations;
    private readonly Dictionary<(FlatEquations, string), string> _states = [];

    public CellGroups(NetworkDescription network)
    {
        _network = network;
        foreach (Population p in network.Populations.Where(IsCell).DistinctBy(p => p.Component.Equations)) Check(p, p.Component.Equations);
        _populations = [.. network.Populations.Select(p => !IsCell(p) ? null
            : new FlatNeuron(p.Component.Equations, [.. Enumerable.Repeat(new Placed(p.Component), p.Size)]) { Name = p.Id })];
    }

    /// <summary>The populations that are cells.</summary>
    public IEnumerable<FlatNeuron> All => _populations.OfType<FlatNeuron>();

    /// <summary>A cell as a neuron; null for a source of spikes, which is none.</summary>
    public Cell? Find(CellIndex cell) => _populations[cell.Population] is { } neurons ? new Cell(neurons, cell.Index) : null;

    /// <summary>The state of a cell that others read by a path ("v"), which leads to one (<see cref="CellReading"/>).</summary>
    public string StateOf(CellIndex cell, string path)
    {
        FlatComponent component = _network.Component(cell);
        if (_states.TryGetValue((component.Equations, path), out string? known)) return known;
        return _states[(component.Equations, path)] = component.Find(path)!.Symbol!.Name;
    }

    private static bool IsCell(Population p) => p.Size > 0 && p.Component.Train is null;

    private static void Check(Population p, FlatEquations e)
    {
        if (e.States.Count == 0)
            throw new NeuroMLException(p.Place, $"{p.Component} of population '{p.Id}' has no state: there is nothing to run.");
        if (FlatNeuron.Problems(e).FirstOrDefault() is { } problem)
            throw p.Component.Component.Source.Wrong($"{p.Component} has {problem}, which is not supported.");
    }
}
