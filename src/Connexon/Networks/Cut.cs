namespace Connexon;

/// <summary>
/// How the nodes of a network are cut into partitions: at windows of rows, so that what is summed over a window is summed by one partition,
/// in its order. Where neurons of a group stand at several nodes, all of them go to the partition of the first.
/// </summary>
internal sealed class Cut
{
    private readonly NodeSpace _nodes; // of the whole network
    private readonly int[] _owner;     // of each window
    private readonly int[] _place;     // of each window, among those of its owner

    /// <param name="nodes">The nodes of the whole network.</param>
    /// <param name="part">The partition that is looked from.</param>
    /// <param name="parts">How many there are.</param>
    public Cut(NodeSpace nodes, int part, int parts)
    {
        (_nodes, Part, Parts) = (nodes, part, parts);
        int windows = (nodes.Count + Window - 1) / Window;
        int[] master = [.. Enumerable.Range(0, windows)]; // the window that a window goes with
        foreach (var (group, _, _, first) in nodes.Segments)
            if (nodes.Of(group).First().First is var home && home != first)
            {
                int count = (GroupLayout.Padded(group.Neurons, nodes.Precision) + Window - 1) / Window;
                for (int k = 0; k < count; k++) master[first / Window + k] = home / Window + k;
            }
        int masters = master.Index().Count(m => m.Index == m.Item), next = 0;
        (_owner, _place) = (new int[windows], new int[windows]);
        for (int w = 0; w < windows; w++)
            if (master[w] == w) _owner[w] = (int)((long)parts * next++ / masters);
        var held = new int[parts];
        for (int w = 0; w < windows; w++) _place[w] = held[_owner[w] = _owner[master[w]]]++;
        Nodes = Enumerable.Range(0, windows).Where(w => _owner[w] == part).Sum(SizeOf);
        WindowCounts = held;
        Order = new int[windows];
        foreach (var (place, window) in Enumerable.Range(0, windows).OrderBy(w => _owner[w]).Index()) Order[window] = place;
    }

    /// <summary>Rows in a window.</summary>
    public const int Window = ConductanceMatrix.UsualWindow;

    /// <summary>The partition that is looked from.</summary>
    public int Part { get; }

    /// <summary>How many there are.</summary>
    public int Parts { get; }

    /// <summary>How many nodes the partition has.</summary>
    public int Nodes { get; }

    /// <summary>The nodes of the partition, by their numbers in the whole network, ascending.</summary>
    public IEnumerable<int> Own() => Enumerable.Range(0, _owner.Length)
        .Where(w => _owner[w] == Part)
        .SelectMany(w => Enumerable.Range(w * Window, SizeOf(w)));

    /// <summary>How many windows each partition has.</summary>
    public int[] WindowCounts { get; }

    /// <summary>Where each window, in their order, stands among those of all partitions, one partition after the other.</summary>
    public int[] Order { get; }

    /// <summary>How many nodes a window has.</summary>
    public int SizeOf(int window) => Math.Min(Window, _nodes.Count - window * Window);

    /// <summary>The partition of a node of the whole network.</summary>
    public int Owner(int node) => _owner[node / Window];

    /// <summary>The place of a node of the whole network among those of its owner.</summary>
    public int Place(int node) => _place[node / Window] * Window + node % Window;

    /// <summary>The partition of a neuron of a whole group.</summary>
    public int Owner(GroupLayout group, int neuron) => Owner(_nodes.Of(group).First().First + neuron);

    /// <summary>The neurons of a whole group that are this partition's: from the first to before the last.</summary>
    public (int From, int To) Own(GroupLayout group)
    {
        int first = _nodes.Of(group).First().First, from = 0;
        while (from < group.Neurons && Owner(first + from) != Part) from = NextWindow(from);
        int to = from;
        while (to < group.Neurons && Owner(first + to) == Part) to = NextWindow(to);
        return (Math.Min(from, group.Neurons), Math.Min(to, group.Neurons));

        int NextWindow(int neuron) => (first + neuron) / Window * Window + Window - first;
    }
}
