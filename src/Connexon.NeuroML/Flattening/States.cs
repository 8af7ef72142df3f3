namespace Connexon.NeuroML;

/// <summary>Where states begin, and which of them never change.</summary>
internal static class States
{
    /// <summary>True if nothing changes the state after its start, so that it is a parameter.</summary>
    public static bool Stays(Instance i, string state)
    {
        Dynamics d = i.Type.Dynamics!;
        bool Sets(IEnumerable<Act> acts) => acts.Any(a => a is Assign s && s.State == state);
        bool Changes(IEnumerable<Slope> slopes, IEnumerable<Condition> conditions, IEnumerable<Handler> handlers) =>
            slopes.Any(s => s.State == state) || conditions.Any(c => Sets(c.Acts)) || handlers.Any(h => Sets(h.Acts));
        return !Changes(d.Slopes, d.Conditions, d.Handlers)
            && !d.Regimes.Any(r => Changes(r.Slopes, r.Conditions, r.Handlers) || Sets(r.Entry))
            && i.Parent?.Type.Dynamics?.Kinetics.Any(k => k.StateVariable == state) != true;
    }

    /// <summary>The start of a state: the value that OnStart gives it, in terms of other states; 0 where it gives none.</summary>
    public static Expr Start(Resolver resolver, Instance i, StateMember state)
    {
        var set = new Dictionary<string, Value>();
        foreach (Assign a in Needed(i, state))
        {
            if (i.Type.Find(a.State) is not StateMember s)
                throw new NeuroMLException(a.Place, $"OnStart sets '{a.State}', which is not a state of {i.Type.Name}.");
            Expr value = resolver.Build(i, a.Value, s.Dimension, a.State, a.Place, name => set.TryGetValue(name, out Value v) ? v : null);
            set[a.State] = new Value(value, s.Dimension);
        }
        return set.TryGetValue(state.Name, out Value start) ? start.Expr : new Quantity(0, state.Dimension);
    }

    /// <summary>The names that <see cref="Start"/> needs.</summary>
    public static IEnumerable<string> StartNames(Instance i, StateMember state)
    {
        var set = new HashSet<string>();
        foreach (Assign a in Needed(i, state))
        {
            foreach (string name in Dependencies.Names(a.Value))
                if (!set.Contains(name)) yield return name;
            set.Add(a.State);
        }
    }

    // The assignments of OnStart, in order, from which a state has its value: its last, and before it those of what that names.
    private static List<Assign> Needed(Instance i, StateMember state)
    {
        List<Act> acts = i.Type.Dynamics!.Start;
        var needed = new HashSet<string> { state.Name };
        var found = new List<Assign>();
        for (int k = acts.Count - 1; k >= 0; k--)
            if (acts[k] is Assign a && needed.Remove(a.State) && !i.Type.IsDerivedState(a.State))
            {
                found.Add(a);
                needed.UnionWith(Dependencies.Names(a.Value));
            }
        found.Reverse();
        return found;
    }
}
