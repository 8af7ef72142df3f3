namespace Connexon;

/// <summary>
/// Who is where in a network, by number: neurons of equal equations in one group, coupled states as nodes, junctions as columns of nodes.
/// It needs none of the network's numbers, compiles nothing and holds no state.
/// </summary>
internal sealed class Layout
{
    private readonly Dictionary<Neuron, (GroupLayout Group, Placement At)> _places = new(ReferenceEqualityComparer.Instance);

    private readonly GroupLayout[] _groups;

    /// <param name="network">The network.</param>
    /// <param name="precision">Of states: it says to what groups are padded.</param>
    /// <param name="part">Which partition of it, from 0.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public Layout(Network network, Precision precision = Precision.Double, int part = 0, int parts = 1)
    {
        (Network, Precision) = (network, precision);
        GroupLayout[] whole = Grouped(network.Populations);
        var nodes = new NodeSpace(whole, network.Junctions, precision);
        Cut = parts > 1 ? new Cut(nodes, part, parts) : null;
        var groups = whole.ToDictionary(g => g, g => Cut?.Own(g) is var (from, to) ? g.Part(from, to) : g);
        _groups = [.. whole.Select(g => groups[g])];
        Nodes = Cut is null ? nodes : new NodeSpace(nodes, Cut, groups);
        var junctions = network.Junctions
            .Select(j => (j, FirstNode(nodes, whole, j.PreState), FirstNode(nodes, whole, j.PostState)))
            .ToArray();
        if (Cut is null) Edges = [.. junctions.Select(j => new EdgeColumns(j.j, j.Item2, j.Item3))];
        else Edges = (Part = new PartOfEdges(Cut, junctions)).Columns;
        if (Cut is not null && network.Wiring.Attachments.Count > 0)
        {
            AttachedPart = new PartOfAttachments(network.Wiring, part, parts, c =>
                Find(whole, c.Population) is var (g, p) ? Cut.Owner(g, p.Of(c.Index)) : 0);
        }
        Attached = [.. Grouped(network.Wiring.Attachments.Select(a => a.Elements)).Select(g => AttachedPart is null ? g : g.Listed(p =>
            AttachedPart.Held(network.Wiring.Attachments.First(a => ReferenceEquals(a.Elements, p)))))];
        foreach (GroupLayout g in Groups.Concat(Attached))
            foreach (Placement p in g.Placements) _places.Add(p.Population, (g, p));
    }

    /// <summary>What is laid out.</summary>
    public Network Network { get; }

    /// <summary>Of states.</summary>
    public Precision Precision { get; }

    /// <summary>How the network is cut; null for all of it.</summary>
    public Cut? Cut { get; }

    /// <summary>What a partition has of the junctions; null for all of them.</summary>
    public PartOfEdges? Part { get; }

    /// <summary>What a partition has of what is attached; null for all of it.</summary>
    public PartOfAttachments? AttachedPart { get; }

    /// <summary>Nodes, and behind them those of other partitions that junctions end at.</summary>
    public int NodesSeen => Nodes.Count + (Part?.Foreign ?? 0);

    /// <summary>The neurons.</summary>
    public IReadOnlyList<GroupLayout> Groups => _groups;

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

    /// <summary>The number of a neuron in the network: that of its group, and its place in the whole group.</summary>
    public (int Group, int Neuron) Number(Cell cell)
    {
        var (group, at) = Find(cell.Population);
        return (Array.IndexOf(_groups, group), group.From + at.First - at.From + cell.Index);
    }

    /// <summary>The place in the inputs of a population's first neuron here, for one of its inputs.</summary>
    public int FirstInput(Neuron population, Symbol input)
    {
        var (group, at) = Find(population);
        return Nodes.Home(group, input)!.Value + at.First;
    }

    private static int FirstNode(NodeSpace nodes, GroupLayout[] groups, State state)
    {
        var (group, at) = Find(groups, state.Neurons);
        return nodes.First(group, state.Name)!.Value + at.First;
    }

    private static (GroupLayout Group, Placement At) Find(GroupLayout[] groups, Neuron population)
    {
        GroupLayout group = groups.First(g => g.Populations.Contains(population));
        return (group, group.Placements.First(p => ReferenceEquals(p.Population, population)));
    }

    private static GroupLayout[] Grouped(IEnumerable<Neuron> populations) =>
        [.. GroupLayout.ByEquations(populations).Select(g => new GroupLayout([.. g]))];
}
