namespace Connexon;

/// <summary>
/// The nodes of the electrical network: every coupled state of every group, one after the other in a single array, so that all
/// junctions of a network are one matrix. The array of inputs has the same places: what comes in to an input of a model stands at the
/// first state whose junctions enter it. An input that none enters has a place of its own, without a state, except that the first stands
/// at the first state of a group that has no junctions. Neurons that stand at several places do so at a multiple of a window of rows, so
/// that all of these can be cut alike.
/// </summary>
internal sealed class NodeSpace
{
    private readonly Dictionary<(GroupLayout, string), int> _first = [];
    private readonly HashSet<GroupLayout> _coupled = [];

    /// <summary>Those of whole groups.</summary>
    public NodeSpace(IEnumerable<GroupLayout> groups, IEnumerable<GapJunction> junctions, Precision precision)
    {
        Precision = precision;
        (State State, Symbol Input)[] coupled =
            [.. junctions.SelectMany(j => new[] { (j.PreState, j.PreInput.Symbol), (j.PostState, j.PostInput.Symbol) })];
        foreach (GroupLayout g in groups)
        {
            var ofGroup = coupled.Where(s => g.Populations.Contains(s.State.Neurons)).DistinctBy(s => s.State.Name).ToArray();
            if (ofGroup.Length > 0) _coupled.Add(g);
            var places = ofGroup.Select(s => (State: (Symbol?)s.State.Variable.Symbol, Input: (Symbol?)s.Input)).ToList();
            if (ofGroup.Length == 0) places.Add((g.Model.States[0].Symbol, g.Model.Input));
            places.AddRange(g.Model.Inputs.Where(i => !places.Any(p => p.Input == i)).Select(i => ((Symbol?)null, (Symbol?)i)).ToArray());
            int unit = places.Count > 1 ? ConductanceMatrix.UsualWindow : 1;
            foreach (var (state, input) in places)
            {
                Count = (Count + unit - 1) / unit * unit;
                Add(g, state, input, Count);
                Count += GroupLayout.Padded(g.Neurons, precision);
            }
            Count = (Count + unit - 1) / unit * unit;
        }
    }

    /// <summary>Those of a partition.</summary>
    /// <param name="whole">Those of the whole network.</param>
    /// <param name="cut">How it is cut.</param>
    /// <param name="parts">The partition's part of each group.</param>
    public NodeSpace(NodeSpace whole, Cut cut, IReadOnlyDictionary<GroupLayout, GroupLayout> parts)
    {
        Precision = whole.Precision;
        Count = cut.Nodes;
        foreach (var (group, state, input, first) in whole.Segments)
        {
            if (whole.IsCoupled(group)) _coupled.Add(parts[group]);
            var (from, to) = cut.Own(group);
            Add(parts[group], state, input, from < to ? cut.Place(first + from) : 0);
        }
    }

    /// <summary>Of states: it says to what groups are padded.</summary>
    public Precision Precision { get; }

    /// <summary>The number of nodes, padding included.</summary>
    public int Count { get; }

    /// <summary>Which group, state and input occupy the nodes from First on.</summary>
    public List<(GroupLayout Group, Symbol? State, Symbol? Input, int First)> Segments { get; } = [];

    /// <summary>True if a junction ends at a group.</summary>
    public bool IsCoupled(GroupLayout group) => _coupled.Contains(group);

    /// <summary>The node of the first neuron of a group for a state, if that is coupled (or the group's first).</summary>
    public int? First(GroupLayout group, string state) => _first.TryGetValue((group, state), out int first) ? first : null;

    /// <summary>Where an input of a group stands: the place of its first neuron's; null if the model has no such input.</summary>
    public int? Home(GroupLayout group, Symbol? input) =>
        Of(group).Where(s => s.Input == input).Select(s => (int?)s.First).FirstOrDefault();

    /// <summary>The segments of a group.</summary>
    public IEnumerable<(GroupLayout Group, Symbol? State, Symbol? Input, int First)> Of(GroupLayout group) =>
        Segments.Where(s => s.Group == group);

    /// <summary>The coupled states of a group.</summary>
    public IEnumerable<CoupledState> Coupled(GroupLayout group) =>
        IsCoupled(group) ? Of(group).Where(s => s.State is not null).Select(s => new CoupledState(s.State!, s.Input!)) : [];

    private void Add(GroupLayout group, Symbol? state, Symbol? input, int first)
    {
        Segments.Add((group, state, input, first));
        if (state is not null) _first.Add((group, state.Name), first);
    }
}
