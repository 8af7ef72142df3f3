namespace Connexon;

/// <summary>
/// The nodes of the electrical network: every coupled state of every group, one after the other in a single array, so that all
/// junctions of a network are one matrix. Each group has at least its first state here, which also makes the array of inputs.
/// </summary>
internal sealed class NodeSpace
{
    private readonly Dictionary<(GroupPlan, string), int> _first = [];
    private readonly HashSet<GroupPlan> _coupled = [];

    public NodeSpace(IEnumerable<GroupPlan> groups, IEnumerable<GapJunction> junctions, Precision precision)
    {
        State[] coupled = [.. junctions.SelectMany(j => new[] { j.PreState, j.PostState })];
        foreach (GroupPlan g in groups)
        {
            if (coupled.Any(s => g.Populations.Contains(s.Neurons))) _coupled.Add(g);
            IEnumerable<string> states = coupled.Where(s => g.Populations.Contains(s.Neurons)).Select(s => s.Name).Distinct();
            Segments.AddRange(states.DefaultIfEmpty(g.Model.States[0].Symbol.Name).Select(name =>
            {
                int first = Count;
                _first.Add((g, name), first);
                Count += Group.Padded(g.Neurons, precision);
                return (g, name, first);
            }));
        }
    }

    /// <summary>The number of nodes, padding included.</summary>
    public int Count { get; private set; }

    /// <summary>Which group and state occupy the nodes from First on.</summary>
    public List<(GroupPlan Group, string State, int First)> Segments { get; } = [];

    /// <summary>True if a junction ends at a group.</summary>
    public bool IsCoupled(GroupPlan group) => _coupled.Contains(group);

    /// <summary>The node of the first neuron of a group for a state, if that is coupled (or the group's first).</summary>
    public int? First(GroupPlan group, string state) => _first.TryGetValue((group, state), out int first) ? first : null;
}
