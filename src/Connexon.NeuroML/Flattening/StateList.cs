namespace Connexon.NeuroML;

/// <summary>Collects states with their slopes and starts.</summary>
internal sealed class StateList(Resolver resolver)
{
    private readonly List<(Symbol Symbol, Expr? Slope)> _states = [];
    private readonly Dictionary<Symbol, Expr> _starts = [];
    private readonly Dictionary<Symbol, Expr> _flows = [];
    private readonly HashSet<Symbol> _beginning = [];
    private readonly Dictionary<Symbol, Expr> _begun = [];
    private int _circles;

    /// <summary>Adds the states of a component.</summary>
    public void Add(Instance i)
    {
        if (i.Type.Dynamics is not { } d) return;
        foreach (Kinetics k in d.Kinetics)
            foreach ((Symbol state, Expr slope) in KineticScheme.Slopes(resolver, i, k)) _flows[state] = slope;
        foreach (StateMember s in d.Members.OfType<StateMember>().DistinctBy(s => s.Name))
        {
            if (i.Type.Find(s.Name) is not StateMember
                || resolver.ValueOf(i, s).Expr.Symbol is not { Kind: SymbolKind.State } symbol) continue;
            _states.Add((symbol, Slope(i, d, s)));
            _starts.Add(symbol, KineticScheme.IsFirst(i, s.Name) ? 1.0 : NeuroML.States.Start(resolver, i, s));
        }
        if (d.Regimes.Count == 0) return;
        Symbol regime = Regimes.Symbol(i);
        _states.Add((regime, null));
        _starts.Add(regime, 0.0);
    }

    /// <summary>The states, with starts in terms of parameters.</summary>
    public FlatState[] All() =>
        [.. _states.Select(s => new FlatState(s.Symbol, s.Slope ?? _flows.GetValueOrDefault(s.Symbol), Start(s.Symbol)))];

    private Expr? Slope(Instance i, Dynamics d, StateMember s)
    {
        Dimension due = s.Dimension / Dimension.Time;
        Expr? Of(List<Slope> slopes) => slopes.Find(x => x.State == s.Name) is { } slope
            ? resolver.Build(i, slope.Value, due, $"the slope of {s.Name}", slope.Place) : null;
        Expr? always = Of(d.Slopes);
        Expr? inRegimes = d.Regimes.Count == 0 ? null : Regimes.Slope(i, r => Of(r.Slopes), due);
        return always is null ? inRegimes : inRegimes is null ? always : always + inRegimes;
    }

    // A start may name other states (a gate's steady state names v): they stand at their own starts.
    private Expr Start(Symbol state)
    {
        if (_begun.TryGetValue(state, out Expr? begun)) return begun;
        if (!_beginning.Add(state))
        {
            _circles++;
            return new Quantity(0, state.Dimension);
        }
        int circles = _circles;
        Expr start = _starts[state].Replace(s => s.Kind == SymbolKind.State
            ? (_starts.ContainsKey(s) ? Start(s) : new Quantity(0, s.Dimension)) : null);
        _beginning.Remove(state);
        if (circles == _circles) _begun.Add(state, start); // what stood in a circle counts for where it was entered only
        return start;
    }
}
