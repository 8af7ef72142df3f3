namespace Connexon;

/// <summary>The numbers that stand at the nodes of a network: states, and what comes in, element node * members + member.</summary>
internal sealed class NodeMemory
{
    private readonly Layout _layout;
    private readonly int _members;

    /// <param name="layout">Who is where.</param>
    /// <param name="members">Members of the batch that run together.</param>
    public NodeMemory(Layout layout, int members)
    {
        (_layout, _members) = (layout, members);
        (Voltages, Inputs, Junction, Charges, JunctionTotals) = (New(), New(), New(), New(), New());
        JunctionStrengths = layout.Network.Junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed) ? New() : JunctionTotals;
    }

    /// <summary>The coupled states of all nodes.</summary>
    public PinnedArray Voltages { get; }

    /// <summary>What comes in at all nodes: drive and junction currents.</summary>
    public PinnedArray Inputs { get; }

    /// <summary>What the junctions of all nodes give in a stage, where that is not added to the inputs.</summary>
    public PinnedArray Junction { get; }

    /// <summary>What spikes leave at all nodes to be carried by the junctions.</summary>
    public PinnedArray Charges { get; }

    /// <summary>sum_j(g_ij) of all nodes.</summary>
    public PinnedArray JunctionTotals { get; }

    /// <summary>sum_j |g_ij| of all nodes: the same array where no weight may be negative.</summary>
    public PinnedArray JunctionStrengths { get; }

    /// <summary>
    /// Where a symbol of a group lies that nodes share; null for memory of the group's own. What junctions do is named
    /// by the state that they couple.
    /// </summary>
    public PinnedArray? Of(GroupLayout group, Symbol s)
    {
        PinnedArray? shared = s.Kind switch
        {
            SymbolKind.Input => Inputs,
            SymbolKind.Junction => Junction,
            SymbolKind.Charge => Charges,
            SymbolKind.JunctionTotal => JunctionTotals,
            SymbolKind.JunctionStrength => JunctionStrengths,
            SymbolKind.State => Voltages,
            _ => null,
        };
        if (shared is null) return null;
        int? first = s.Kind == SymbolKind.Input ? _layout.Nodes.Home(group, s) : _layout.Nodes.First(group, s.Name);
        return first is { } node ? shared.Slice(node * _members) : null;
    }

    /// <summary>Takes the sums of weights as they are now.</summary>
    public void Renew(Electrical electrical)
    {
        for (int i = 0; i < _layout.Nodes.Count; i++)
            for (int b = 0; b < _members; b++)
            {
                int row = i * _members + b;
                (JunctionTotals[row], JunctionStrengths[row]) = (electrical.Total(i, b), electrical.Strength(i, b));
            }
    }

    private PinnedArray New() => new(_layout.NodesSeen * _members, _layout.Precision);
}
