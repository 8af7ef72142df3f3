namespace Connexon.NeuroML;

/// <summary>
/// Collects synapses whose one state follows the other end's voltage alone (graded synapses). All of one component from a cell
/// then have the same state, which is kept once; and all of one component on a cell give a current that is the sum of those
/// states, weighted, times the same.
/// </summary>
internal sealed class GradedList(CellGroups cells)
{
    private static readonly Symbol Weight = new(SymbolKind.Parameter, "weight", Dimension.None);
    private readonly Dictionary<FlatEquations, Kind?> _kinds = [];

    /// <summary>Takes a synapse if it is of this form.</summary>
    /// <returns>False for any other.</returns>
    public bool Take(FlatComponent component, double weight, CellIndex on, CellIndex peer)
    {
        if (!_kinds.TryGetValue(component.Equations, out Kind? kind)) _kinds.Add(component.Equations, kind = KindOf(component.Equations));
        if (kind is null) return false;
        Read(kind.Opening, on, peer);
        Read(kind.Current, on, peer);
        int source = kind.Opening.Place((peer, component), () => new Placed(component), cells.Find(peer)!.Value);
        int element = kind.Current.Place((on, component), () => new Placed(component), cells.Find(on)!.Value);
        kind.Terms.Add((element, source, weight));
        return true;
    }

    /// <summary>Makes them.</summary>
    public IEnumerable<Attachments> Build()
    {
        foreach (Kind kind in _kinds.Values.OfType<Kind>())
        {
            Side opening = kind.Opening, current = kind.Current;
            var states = new Attachments(new FlatNeuron(opening.Equations, opening.Elements), [], opening.Cells, CellReads(opening));
            yield return states;
            AttachedRead[] reads = [.. current.Equations.Requirements.Select(AttachedRead (s) =>
                s == kind.Open ? new SumRead(states, kind.Terms) : CellRead(current, s))];
            yield return new Attachments(new FlatNeuron(current.Equations, current.Elements), current.Cells, [], reads);
        }
    }

    private void Read(Side side, CellIndex on, CellIndex peer)
    {
        foreach (Symbol s in side.Equations.Requirements)
            if (s.Name is "v" or "peer/v")
            {
                CellIndex read = s.Name == "v" ? on : peer;
                side.States[(s, cells.Find(read)!.Value.Population)] = cells.StateOf(read, "v");
            }
    }

    private static AttachedRead[] CellReads(Side side) => [.. side.Equations.Requirements.Select(s => CellRead(side, s))];

    private static CellRead CellRead(Side side, Symbol s) => new(s.Name != "v", population => side.States[(s, population)]);

    private static Kind? KindOf(FlatEquations e)
    {
        if (!SynapseForm.FollowsPeer(e) || e.States is not [var state] || !e.Outputs.TryGetValue("i", out Expr? i)) return null;
        if (e.Requirements.Any(r => r.Name is not ("v" or "peer/v"))) return null;
        if (i.Mentions(s => s.Name == "peer/v" || s == Symbol.Time)) return null;
        if (!SynapseForm.IsProportional(i, state.Symbol) || !SynapseForm.IsProportional(i, Weight)) return null;
        var open = new Symbol(SymbolKind.Input, $"sum of {state.Symbol.Name}", state.Symbol.Dimension);
        Expr current = i.Replace(s => s == state.Symbol ? (Expr)open : s == Weight ? (Expr)1.0 : null);
        return new Kind(open, new Side(Part(e, [state], state.Symbol)), new Side(Part(e, [], current)));
    }

    // The equations with some of the states and one thing that they give.
    private static FlatEquations Part(FlatEquations e, IReadOnlyList<FlatState> states, Expr gives)
    {
        var conditions = states.Count == 0 ? [] : e.Conditions.SelectMany(c => c.Sets.Select(s => s.Value).Prepend(c.Test));
        Expr[] all = [.. states.SelectMany(s => new[] { s.Slope!, s.Start }), .. conditions, gives];
        IReadOnlyList<Symbol> symbols = Walk.Symbols(all);
        return new FlatEquations
        {
            TypeName = states.Count == 0 ? $"{e.TypeName} current" : e.TypeName,
            States = states,
            Parameters = [.. e.Parameters.Select(p => symbols.Contains(p) ? p : null).OfType<Symbol>()],
            Ports = [],
            Requirements = [.. symbols.Where(s => s.Kind == SymbolKind.Input)],
            Conditions = states.Count == 0 ? [] : e.Conditions,
            Handlers = [],
            Outputs = new Dictionary<string, Expr> { ["i"] = gives },
        };
    }

    private sealed record Kind(Symbol Open, Side Opening, Side Current)
    {
        public List<(int Element, int Source, double Weight)> Terms { get; } = [];
    }

    private sealed class Side(FlatEquations equations)
    {
        private readonly Dictionary<(CellIndex, FlatComponent), int> _places = [];

        public FlatEquations Equations => equations;
        public List<Placed> Elements { get; } = [];
        public List<Cell> Cells { get; } = [];
        public Dictionary<(Symbol, Neuron), string> States { get; } = [];

        public int Place((CellIndex, FlatComponent) key, Func<Placed> placed, Cell cell)
        {
            if (_places.TryGetValue(key, out int known)) return known;
            Elements.Add(placed());
            Cells.Add(cell);
            return _places[key] = Elements.Count - 1;
        }
    }
}
