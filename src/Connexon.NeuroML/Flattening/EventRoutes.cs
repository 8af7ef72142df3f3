namespace Connexon.NeuroML;

/// <summary>Follows events from component to component within one, until all that they set is known.</summary>
internal sealed class EventRoutes
{
    private const int MostDepth = 30;
    private readonly Resolver _resolver;
    private readonly Dictionary<Instance, List<Instance>> _targets = [];

    public EventRoutes(Resolver resolver, IEnumerable<Instance> instances)
    {
        _resolver = resolver;
        foreach (Instance i in instances)
            foreach (Relay relay in i.Type.Relays)
                if (End(i, relay.From) is { } from && End(i, relay.To) is { } to)
                {
                    if (!_targets.TryGetValue(from, out List<Instance>? there)) _targets.Add(from, there = []);
                    if (!there.Contains(to)) there.Add(to);
                }
    }

    /// <summary>What acts come to.</summary>
    public Outcome Run(Instance at, IEnumerable<Act> acts)
    {
        var outcome = new Outcome();
        Run(at, acts, outcome, null, 0);
        return outcome;
    }

    private void Run(Instance at, IEnumerable<Act> acts, Outcome outcome, Expr? guard, int depth)
    {
        foreach (Act act in acts)
            switch (act)
            {
                case Assign derived when at.Type.IsDerivedState(derived.State):
                    break;
                case Assign a:
                    if (at.Type.Find(a.State) is not StateMember state)
                        throw new NeuroMLException(a.Place, $"'{a.State}' is set, but it is not a state of {at.Type.Name}. "
                            + "Its states are "
                            + $"{string.Join(", ", at.Type.Names.Where(n => at.Type.Find(n) is StateMember).DefaultIfEmpty("none"))}.");
                    // States that were set just now have their new values; derived ones are still those of before.
                    Expr value = _resolver.Build(at, a.Value, state.Dimension, a.State, a.Place,
                        name => at.Type.Find(name) is StateMember s && outcome.New(Symbol(at, s)) is { } fresh
                            ? new Value(fresh, s.Dimension) : null);
                    outcome.Set(Symbol(at, state), value, guard);
                    break;
                case Emit e:
                    Send(at, e, outcome, depth);
                    break;
                case Go g:
                    Regime next = Regimes.Find(at, g.Regime, g.Place);
                    outcome.Set(Regimes.Symbol(at), Regimes.Number(at, next), guard);
                    Run(at, next.Entry, outcome, guard, depth);
                    break;
            }
    }

    private void Send(Instance at, Emit e, Outcome outcome, int depth)
    {
        if (depth > MostDepth) throw new NeuroMLException(e.Place, $"an event of {at.Component} comes back to where it began.");
        if (at == _resolver.Root) outcome.Emits.Add(e.Port);
        foreach (Instance target in _targets.GetValueOrDefault(at, []))
        {
            Dynamics? d = target.Type.Dynamics;
            foreach (Handler h in d?.Handlers ?? []) Run(target, h.Acts, outcome, null, depth + 1);
            foreach (Regime r in d?.Regimes ?? [])
                foreach (Handler h in r.Handlers) Run(target, h.Acts, outcome, Regimes.Is(target, r), depth + 1);
        }
    }

    private static Symbol Symbol(Instance at, StateMember s) => new(SymbolKind.State, at.Path + s.Name, s.Dimension);

    private static Instance? End(Instance at, string path)
    {
        if (path == "this") return at;
        if (path == "parent") return at.Parent;
        if (at.Component.Text(path) is { } given && at.Child(path) is null) path = given;
        Instance? i = at;
        foreach (string step in path.Split('/').Where(s => s is not ("." or ""))) i = step == ".." ? i?.Parent : i?.Child(step);
        return i;
    }
}
