namespace Connexon;

/// <summary>Makes groups of what sits on the neurons of a network, one for each set of equations.</summary>
internal static class AttachedGroups
{
    /// <param name="attachments">What sits on neurons.</param>
    /// <param name="values">Their numbers.</param>
    /// <param name="members">Members of the batch.</param>
    /// <param name="outputs">Memory for what all of them give, group after group.</param>
    public static IReadOnlyList<AttachedGroup> Of(IReadOnlyList<Attachments> attachments, ParameterValues values, int members, out PinnedArray outputs)
    {
        GroupPlan[] plans = [.. GroupPlan.ByEquations(attachments.Select(a => a.Elements)).Select(g => new GroupPlan(g, values))];
        PinnedArray all = outputs = new PinnedArray(Math.Max(1, plans.Sum(p => GroupPlan.Padded(p.Neurons)) * members));
        var groups = new List<AttachedGroup>();
        int first = 0;
        foreach (GroupPlan plan in plans)
        {
            PinnedArray own = all.Slice(first * members);
            groups.Add(new AttachedGroup(new Group(plan, members, s => s.Kind == SymbolKind.Output ? own : null),
                plan.Populations.Select(p => attachments.First(a => ReferenceEquals(a.Elements, p)))));
            first += GroupPlan.Padded(plan.Neurons);
        }
        return groups;
    }

    /// <summary>Each output with the input that it goes to.</summary>
    /// <param name="groups">The groups, in the order of their outputs.</param>
    /// <param name="inputOf">The number of a neuron's input.</param>
    public static IEnumerable<(int Output, int Input)> Terms(IReadOnlyList<AttachedGroup> groups, Func<Cell, int> inputOf)
    {
        int first = 0;
        foreach (AttachedGroup g in groups)
        {
            foreach (var (element, on) in g.Giving()) yield return (first + element, inputOf(on));
            first += GroupPlan.Padded(g.Group.Plan.Neurons);
        }
    }
}
