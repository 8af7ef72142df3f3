namespace Connexon.NeuroML;

/// <summary>The cells of a network as neurons: one population for each set of equations, whatever populations they come from.</summary>
internal sealed class CellGroups
{
    private readonly NetworkDescription _network;
    private readonly (FlatNeuron? Neurons, int First)[] _places;
    private readonly Dictionary<(FlatEquations, string), string> _states = [];

    public CellGroups(NetworkDescription network, ulong seed)
    {
        _network = network;
        _places = new (FlatNeuron?, int)[network.Populations.Count];
        var all = new List<FlatNeuron>();
        foreach (var group in Enumerable.Range(0, _places.Length).Where(p => IsCell(network.Populations[p])).GroupBy(p => network.Populations[p].Component.Equations))
        {
            Check(network.Populations[group.First()], group.Key);
            Placed[] cells = [.. group.SelectMany(p => Enumerable.Repeat(new Placed(network.Populations[p].Component), network.Populations[p].Size))];
            var neurons = new FlatNeuron(group.Key, cells, seed);
            all.Add(neurons);
            int first = 0;
            foreach (int p in group)
            {
                _places[p] = (neurons, first);
                first += network.Populations[p].Size;
            }
        }
        All = all;
    }

    /// <summary>The populations.</summary>
    public IReadOnlyList<FlatNeuron> All { get; }

    /// <summary>A cell as a neuron; null for a source of spikes, which is none.</summary>
    public Cell? Find(CellIndex cell) => _places[cell.Population] is ({ } neurons, var first) ? new Cell(neurons, first + cell.Index) : null;

    /// <summary>The state of a cell that others read by a name ("v").</summary>
    /// <exception cref="NeuroMLException">It is no state.</exception>
    public string StateOf(CellIndex cell, string name, FlatComponent reader)
    {
        FlatComponent component = _network.Component(cell);
        if (_states.TryGetValue((component.Equations, name), out string? known)) return known;
        return _states[(component.Equations, name)] = component.Find(name) is { Symbol: { Kind: SymbolKind.State } state } ? state.Name
            : throw reader.Component.Source.Wrong($"{reader} reads '{name}' of {component}, which is no state of it but computed from others. "
                + "That is not supported: let it read a state.");
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
