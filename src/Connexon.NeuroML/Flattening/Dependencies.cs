namespace Connexon.NeuroML;

/// <summary>
/// What members name: it is found out before they are, so that a chain of derived variables needs no stack as deep as it is long.
/// </summary>
internal static class Dependencies
{
    /// <summary>The members that the value of a member needs, in the order in which it does.</summary>
    public static IEnumerable<(Instance At, Member Member)> Of(Instance i, Member m) => m switch
    {
        ExpressionMember e => Named(i, Names(e.Value)),
        CasesMember c => Named(i, c.Cases.Reverse().SelectMany((x, k) =>
            k == 0 ? Names(x.Value) : Names(x.Condition).Concat(Names(x.Value)))),
        SelectMember s => PathSelection.Members(i, s),
        StateMember s when States.Stays(i, s.Name) => Named(i, States.StartNames(i, s)),
        RequirementMember r when i.Parent is { } parent => Named(parent, [r.Name]),
        _ => [],
    };

    /// <summary>The member that a name means as seen from a component: its own, else that of what surrounds it; null for none.</summary>
    /// <param name="at">The component.</param>
    /// <param name="name">The name.</param>
    /// <param name="required">The first that says of the name that its surroundings must have it.</param>
    public static (Instance At, Member Member)? Find(Instance at, string name, out RequirementMember? required)
    {
        required = null;
        for (Instance? i = at; i is not null; i = i.Parent)
            switch (i.Type.Find(name))
            {
                case RequirementMember r:
                    required ??= r;
                    break;
                case { } member:
                    return (i, member);
            }
        return null;
    }

    /// <summary>The names in an expression that was read, in the order in which they first occur.</summary>
    public static IEnumerable<string> Names(Expr? e) =>
        e is null ? [] : e.Symbols().Where(s => s.Kind != SymbolKind.Random).Select(s => s.Name);

    private static IEnumerable<(Instance, Member)> Named(Instance at, IEnumerable<string> names)
    {
        foreach (string name in names)
            if (Find(at, name, out _) is { } found) yield return found;
    }
}
