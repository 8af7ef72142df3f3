namespace Connexon.NeuroML;

/// <summary>Collects the junctions of a network that are plain conductances: single edges of its conductance matrix.</summary>
internal sealed class JunctionList(CellGroups cells)
{
    private readonly Dictionary<(FlatComponent, double), double?> _conductances = []; // a file names few of them a million times
    private readonly Dictionary<
        (Neuron Pre, Neuron Post, string PreState, string PostState, string? Projection),
        (List<(int, int)> Pairs, List<Conductance> Weights)> _byPair = [];

    /// <summary>Takes a connection if it is such a junction.</summary>
    /// <returns>False for one that follows another law.</returns>
    public bool Take(ElectricalConnection c)
    {
        if (!_conductances.TryGetValue((c.Junction, c.Weight), out double? conductance))
            _conductances.Add((c.Junction, c.Weight), conductance = JunctionLaw.Conductance(c.Junction, c.Weight));
        if (conductance is not { } g || !(g >= 0)) return false;
        if (c.A == c.B) return true; // it carries nothing, and the report says so
        (Cell a, Cell b) = (cells.Find(c.A)!.Value, cells.Find(c.B)!.Value);
        var key = (a.Population, b.Population, cells.StateOf(c.A, "v"), cells.StateOf(c.B, "v"), c.Projection);
        if (!_byPair.TryGetValue(key, out var list)) _byPair.Add(key, list = ([], []));
        list.Pairs.Add((a.Index, b.Index));
        list.Weights.Add(new Conductance(g));
        return true;
    }

    /// <summary>The junctions, one object for each projection of the file.</summary>
    public IReadOnlyList<SymmetryGapJunction> Build() =>
        [.. _byPair.Select(p => new SymmetryGapJunction(
            ReferenceEquals(p.Key.Pre, p.Key.Post) ? p.Key.Pre : (p.Key.Pre, p.Key.Post), (p.Key.PreState, p.Key.PostState),
            Connect.Pairs([.. p.Value.Pairs]), p.Value.Weights.ToArray(), ParamType.Fixed)
        { Name = p.Key.Projection })];
}
