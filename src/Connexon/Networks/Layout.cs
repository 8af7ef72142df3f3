namespace Connexon;

/// <summary>
/// Who is where in a network, by number: neurons of equal equations in one group, coupled states as nodes, junctions as columns of nodes. It needs none of
/// the network's numbers, compiles nothing and holds no state.
/// </summary>
internal sealed class Layout
{
    private readonly Dictionary<Neuron, (GroupLayout Group, Placement At)> _places = new(ReferenceEqualityComparer.Instance);

    /// <param name="network">The network.</param>
    /// <param name="precision">Of states: it says to what groups are padded.</param>
    public Layout(Network network, Precision precision = Precision.Double)
    {
        (Network, Precision) = (network, precision);
        Groups = Grouped(network.Populations);
        Attached = Grouped(network.Wiring.Attachments.Select(a => a.Elements));
        foreach (GroupLayout g in Groups.Concat(Attached))
            foreach (Placement p in g.Placements) _places.Add(p.Population, (g, p));
        Nodes = new NodeSpace(Groups, network.Junctions, precision);
        Edges = [.. network.Junctions.Select(j => new EdgeColumns(j, FirstNode(j.PreState), FirstNode(j.PostState)))];
    }

    /// <summary>What is laid out.</summary>
    public Network Network { get; }

    /// <summary>Of states.</summary>
    public Precision Precision { get; }

    /// <summary>The neurons.</summary>
    public IReadOnlyList<GroupLayout> Groups { get; }

    /// <summary>What is attached to them.</summary>
    public IReadOnlyList<GroupLayout> Attached { get; }

    /// <summary>The coupled states.</summary>
    public NodeSpace Nodes { get; }

    /// <summary>The junctions, object by object.</summary>
    public IReadOnlyList<EdgeColumns> Edges { get; }

    /// <summary>The group of a population and where it stands there.</summary>
    /// <exception cref="ArgumentException">It is not part of the network.</exception>
    public (GroupLayout Group, Placement At) Find(Neuron population) =>
        _places.TryGetValue(population, out var place) ? place : throw new ArgumentException($"{population} is not part of this network.");

    /// <summary>The place in the inputs of a population's first neuron here, for one of its inputs.</summary>
    public int FirstInput(Neuron population, Symbol input)
    {
        var (group, at) = Find(population);
        return Nodes.Home(group, input)!.Value + at.First;
    }

    private int FirstNode(State state)
    {
        var (group, at) = Find(state.Neurons);
        return Nodes.First(group, state.Name)!.Value + at.First;
    }

    private static GroupLayout[] Grouped(IEnumerable<Neuron> populations) => [.. GroupLayout.ByEquations(populations).Select(g => new GroupLayout([.. g]))];
}
