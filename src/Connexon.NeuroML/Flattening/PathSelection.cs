namespace Connexon.NeuroML;

/// <summary>Follows a path of a derived variable to other components: "forwardRate/r", "gates[*]/fcond",
/// "populations[ion='ca']/i".</summary>
internal sealed class PathSelection(Resolver resolver, Consistency consistency)
{
    public Value Find(Instance at, SelectMember s)
    {
        string[] steps = s.Path.Split('/');
        if (IsPeer(at, steps))
        {
            Dimension d = s.Dimension ?? Dimension.None;
            return new Value(new Symbol(SymbolKind.Input, CellSymbols.OfPeer(steps[1]), d), d);
        }
        if (IsAttached(at, steps))
        {
            var port = new Symbol(SymbolKind.Input, at.Path + s.Name, s.Dimension ?? Dimension.None);
            resolver.Ports[port] = new Port(port, Slot(steps[0]), steps[1]);
            return new Value(port, port.Dimension);
        }
        List<Instance> found = Selected(at, s);
        Value[] values = [.. found.Select(i => Value(i, steps[^1], s))];
        if (s.Reduce == Reduction.None)
            return values.Length == 1 ? values[0] : values.Length == 0 ? throw Missing(at, s)
                : throw new NeuroMLException(s.Place,
                    $"'{s.Name}' of {at.Component} selects '{s.Path}', which is there {values.Length} times: "
                    + "once is needed, or reduce=\"add\" or \"multiply\".");
        Dimension due = s.Dimension ?? (values.Length > 0 ? values[0].Dimension : Dimension.None);
        if (values.Length == 0)
            return s.Reduce == Reduction.Add ? new Value(new Quantity(0, due), due) : new Value(1.0, Dimension.None);
        Value whole = values[0];
        foreach (Value v in values[1..])
        {
            if (s.Reduce == Reduction.Multiply)
            {
                whole = Neutral.Times(whole, v);
                continue;
            }
            var (a, b, d) = consistency.Join(whole, v, s.Place);
            whole = new Value(Neutral.Plus(a, b), d);
        }
        return whole;
    }

    /// <summary>The members that a path leads to; none where it leads out of the component.</summary>
    public static IEnumerable<(Instance At, Member Member)> Members(Instance at, SelectMember s)
    {
        string[] steps = s.Path.Split('/');
        if (IsPeer(at, steps) || IsAttached(at, steps)) yield break;
        foreach (Instance i in Selected(at, s))
            if (i.Type.Find(steps[^1]) is { } member) yield return (i, member);
    }

    private static bool IsPeer(Instance at, string[] steps) => steps.Length == 2 && at.Type.Peers.Contains(steps[0]);

    private static bool IsAttached(Instance at, string[] steps) => steps.Length == 2 && at.Type.Attachments.ContainsKey(Slot(steps[0]));

    private static List<Instance> Selected(Instance at, SelectMember s)
    {
        List<Instance> found = [at];
        foreach (string step in s.Path.Split('/')[..^1]) found = [.. found.SelectMany(i => Step(i, step, s))];
        return found;
    }

    // The first step of the path that leads nowhere is an element that the file leaves out.
    private static NeuroMLException Missing(Instance at, SelectMember s)
    {
        Instance last = at;
        foreach (string step in s.Path.Split('/')[..^1])
        {
            if (Step(last, step, s).FirstOrDefault() is not { } next)
                return last.Component.Source.Wrong($"{last.Component} has no <{Slot(step)}>, which {at.Component} needs: its '{s.Name}' is "
                    + $"'{s.Path}'. Give it one.");
            last = next;
        }
        return new NeuroMLException(s.Place, $"'{s.Name}' of {at.Component} selects '{s.Path}', which is not there.");
    }

    private Value Value(Instance i, string name, SelectMember s) =>
        i.Type.Find(name) is { } member ? resolver.ValueOf(i, member)
        : throw new NeuroMLException(s.Place,
            $"'{s.Name}' selects '{s.Path}', but {i.Component} at {i.Component.Source.Place} has no '{name}'. "
            + $"It has: {string.Join(", ", i.Type.Names.Order(StringComparer.Ordinal).Take(30))}.");

    private static IEnumerable<Instance> Step(Instance at, string step, SelectMember s)
    {
        if (step is "." or "this") return [at];
        if (step is "..") return at.Parent is { } parent ? [parent] : [];
        string slot = Slot(step);
        if (step.Length == slot.Length) return at.Child(step) is { } child ? [child] : [];
        string filter = step[(slot.Length + 1)..].TrimEnd(']').Trim();
        if (filter == "*") return at.In(slot);
        if (int.TryParse(filter, out int index)) return index < at.In(slot).Count ? [at.In(slot)[index]] : [];
        string[] sides = filter.Split('=', StringSplitOptions.TrimEntries);
        if (sides.Length != 2)
            throw new NeuroMLException(s.Place, $"'[{filter}]' in '{s.Path}' is not understood: write [*], [0] or [name='text'].");
        string wanted = sides[1].Trim('\'', '"');
        return at.In(slot).Where(i => i.Component.Text(sides[0]) == wanted);
    }

    private static string Slot(string step)
    {
        int bracket = step.IndexOf('[');
        return bracket < 0 ? step : step[..bracket];
    }
}
