namespace Connexon;

/// <summary>Makes groups of what is attached to the neurons of a network, one for each set of equations.</summary>
internal static class AttachedGroups
{
    /// <param name="layout">Who is where.</param>
    /// <param name="numbers">The numbers of the run.</param>
    /// <param name="outputs">Memory for what all of them give, group after group.</param>
    public static IReadOnlyList<AttachedGroup> Of(Layout layout, ParameterValues numbers, out PinnedArray outputs)
    {
        PinnedArray all = outputs = new PinnedArray(Math.Max(1, layout.Attached.Sum(p => GroupLayout.Padded(p.Neurons)) * numbers.Members));
        var groups = new List<AttachedGroup>();
        int first = 0;
        foreach (GroupLayout plan in layout.Attached)
        {
            PinnedArray own = all.Slice(first * numbers.Members);
            groups.Add(new AttachedGroup(new Group(plan, numbers, s => s.Kind == SymbolKind.Output ? own : null),
                plan.Populations.Select(p => layout.Network.Wiring.Attachments.First(a => ReferenceEquals(a.Elements, p)))));
            first += GroupLayout.Padded(plan.Neurons);
        }
        return groups;
    }

    /// <summary>Each output with the input that it goes to.</summary>
    /// <param name="groups">The groups, in the order of their outputs.</param>
    /// <param name="inputOf">The number of a neuron's input; null if it is not stepped here.</param>
    public static IEnumerable<(int Output, int Input)> Terms(IReadOnlyList<AttachedGroup> groups, Func<Cell, int?> inputOf)
    {
        int first = 0;
        foreach (AttachedGroup g in groups)
        {
            foreach (var (element, on) in g.Giving(on => inputOf(on) is not null)) yield return (first + element, inputOf(on)!.Value);
            first += GroupLayout.Padded(g.Group.Plan.Neurons);
        }
    }
}
