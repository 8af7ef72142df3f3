namespace Connexon;

/// <summary>
/// The nodes of the electrical network: every coupled state of every group, one after the other in a single array, so that all
/// junctions of a network are one matrix. The array of inputs has the same places: what comes in to an input of a model stands at the first state
/// whose junctions enter it. An input that none enters has a place of its own, without a state, except that the first stands at the first state of a
/// group that has no junctions.
/// </summary>
internal sealed class NodeSpace
{
    private readonly Dictionary<(GroupLayout, string), int> _first = [];
    private readonly HashSet<GroupLayout> _coupled = [];
    private readonly Precision _precision;

    public NodeSpace(IEnumerable<GroupLayout> groups, IEnumerable<GapJunction> junctions, Precision precision)
    {
        _precision = precision;
        (State State, Symbol Input)[] coupled = [.. junctions.SelectMany(j => new[] { (j.PreState, j.PreInput.Symbol), (j.PostState, j.PostInput.Symbol) })];
        foreach (GroupLayout g in groups)
        {
            var ofGroup = coupled.Where(s => g.Populations.Contains(s.State.Neurons)).DistinctBy(s => s.State.Name).ToArray();
            if (ofGroup.Length > 0) _coupled.Add(g);
            foreach (var (state, input) in ofGroup) Add(g, state.Variable.Symbol, input);
            if (ofGroup.Length == 0) Add(g, g.Model.States[0].Symbol, g.Model.Input);
            foreach (Symbol input in g.Model.Inputs.Where(i => Home(g, i) is null).ToArray()) Add(g, null, input);
        }
    }

    /// <summary>The number of nodes, padding included.</summary>
    public int Count { get; private set; }

    /// <summary>Which group, state and input occupy the nodes from First on.</summary>
    public List<(GroupLayout Group, Symbol? State, Symbol? Input, int First)> Segments { get; } = [];

    /// <summary>True if a junction ends at a group.</summary>
    public bool IsCoupled(GroupLayout group) => _coupled.Contains(group);

    /// <summary>The node of the first neuron of a group for a state, if that is coupled (or the group's first).</summary>
    public int? First(GroupLayout group, string state) => _first.TryGetValue((group, state), out int first) ? first : null;

    /// <summary>Where an input of a group stands: the place of its first neuron's; null if the model has no such input.</summary>
    public int? Home(GroupLayout group, Symbol? input) => Of(group).Where(s => s.Input == input).Select(s => (int?)s.First).FirstOrDefault();

    /// <summary>The segments of a group.</summary>
    public IEnumerable<(GroupLayout Group, Symbol? State, Symbol? Input, int First)> Of(GroupLayout group) => Segments.Where(s => s.Group == group);

    /// <summary>The coupled states of a group.</summary>
    public IEnumerable<CoupledState> Coupled(GroupLayout group) =>
        IsCoupled(group) ? Of(group).Where(s => s.State is not null).Select(s => new CoupledState(s.State!, s.Input!)) : [];

    private void Add(GroupLayout group, Symbol? state, Symbol? input)
    {
        Segments.Add((group, state, input, Count));
        if (state is not null) _first.Add((group, state.Name), Count);
        Count += GroupLayout.Padded(group.Neurons, _precision);
    }
}
