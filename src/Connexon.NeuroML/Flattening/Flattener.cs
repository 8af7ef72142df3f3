namespace Connexon.NeuroML;

/// <summary>Turns components into flat equations, and keeps one of each.</summary>
internal sealed class Flattener(LemsDocument document)
{
    private static readonly string[] OutputNames = ["v", "V", "i", "I"];
    private readonly EquationsTable _table = new();
    private readonly InstanceTree _tree = new(document);

    /// <summary>The different sets of equations so far.</summary>
    public IReadOnlyCollection<FlatEquations> Equations => _table.All;

    /// <summary>The one of each set of equations that is kept.</summary>
    public FlatEquations Shared(FlatEquations equations) => _table.Shared(equations);

    /// <summary>A component, flat.</summary>
    /// <param name="component">The component.</param>
    /// <param name="surroundings">What its requirements may be met by (temperature of a network); null for nothing.</param>
    /// <exception cref="NeuroMLException">It cannot be; the message names the element, its file and line.</exception>
    public FlatComponent Flatten(Component component, Instance? surroundings = null)
    {
        try
        {
            return Flat(component, surroundings);
        }
        catch (NeuroMLException e) when (OwnTypes.Define(e.Place))
        {
            // The place of an equation of the product's own is none that a user has.
            throw component.Source.Wrong($"{component}: {e.Problem}");
        }
    }

    private FlatComponent Flat(Component component, Instance? surroundings)
    {
        Compartments.Check(component);
        Instance root = _tree.Plant(component, surroundings);
        var resolver = new Resolver(document, root);
        var parts = new List<Instance>(root.All());
        FlatEquations equations = Write(resolver, parts, component);
        // A state of the surroundings (a temperature that changes) becomes a state of everything that reads it.
        for (Instance? around = surroundings; around is not null; around = around.Parent)
            if (around.Type.Dynamics is not null
                && Mentions(equations, s => s.Kind == SymbolKind.State && s.Name.StartsWith(around.Path, StringComparison.Ordinal)))
                parts.Add(around);
        if (parts.Count > root.All().Count()) equations = Write(resolver, parts, component);
        equations = SpikeForm.Of(equations);
        return new FlatComponent(component, _table.Shared(equations), resolver) { Train = SpikeTrains.Of(component, document.Units) };
    }

    private static FlatEquations Write(Resolver resolver, List<Instance> parts, Component component)
    {
        var routes = new EventRoutes(resolver, parts);
        var states = new StateList(resolver);
        var conditions = new List<FlatCondition>();
        foreach (Instance i in parts)
        {
            states.Add(i);
            Dynamics? d = i.Type.Dynamics;
            foreach (Condition c in d?.Conditions ?? []) Add(i, c, null);
            foreach (Regime r in d?.Regimes ?? [])
                foreach (Condition c in r.Conditions) Add(i, c, Regimes.Is(i, r));
        }
        FlatHandler[] handlers = [.. Handlers(resolver.Root, routes)];
        var outputs = new SortedDictionary<string, Expr>(StringComparer.Ordinal);
        foreach (string name in OutputNames)
            if (resolver.Root.Type.Find(name) is { } m and not RequirementMember) outputs.Add(name,
                resolver.ValueOf(resolver.Root, m).Expr);
        return Assemble(component.Type.Name, states.All(), conditions, handlers, outputs, resolver);

        void Add(Instance i, Condition c, Expr? regime)
        {
            Expr test = resolver.Build(i, c.Test, Dimension.None, "a condition", c.Place);
            Outcome outcome = routes.Run(i, c.Acts);
            if (outcome.Sets.Count + outcome.Emits.Count == 0) return;
            if (resolver.Parameters.IsKnown(test) && resolver.Parameters.Evaluate(test) == 0) return;
            conditions.Add(new FlatCondition(regime is null ? test : regime & test, outcome.Sets, outcome.Emits));
        }
    }

    private static IEnumerable<FlatHandler> Handlers(Instance root, EventRoutes routes)
    {
        foreach (Handler h in root.Type.Dynamics?.Handlers ?? [])
        {
            Outcome outcome = routes.Run(root, h.Acts);
            if (outcome.Sets.Count + outcome.Emits.Count > 0) yield return new FlatHandler(h.Port, outcome.Sets, outcome.Emits);
        }
        foreach (Regime r in root.Type.Dynamics?.Regimes ?? [])
            foreach (Handler h in r.Handlers)
                throw new NeuroMLException(h.Place, $"OnEvent within the regime '{r.Name}' is not supported: put it outside of regimes.");
    }

    private static FlatEquations Assemble(
        string type, FlatState[] states, List<FlatCondition> conditions, FlatHandler[] handlers, SortedDictionary<string, Expr> outputs,
            Resolver resolver)
    {
        List<Expr> all = [.. Expressions(states, conditions, handlers), .. outputs.Values];
        IReadOnlyList<Symbol> symbols = Walk.Symbols(all);
        return new FlatEquations
        {
            TypeName = type,
            States = states,
            Conditions = conditions,
            Handlers = handlers,
            Outputs = outputs,
            Parameters = [.. symbols.Where(s => s.Kind == SymbolKind.Parameter)],
            Ports = [.. resolver.Ports.Where(p => symbols.Contains(p.Key)).Select(p => p.Value)],
            Requirements = [.. symbols.Where(s => s.Kind == SymbolKind.Input && !resolver.Ports.ContainsKey(s))],
        };
    }

    private static bool Mentions(FlatEquations e, Func<Symbol, bool> which) =>
        Walk.Symbols(Expressions(e.States, e.Conditions, e.Handlers).Concat(e.Outputs.Values)).Any(which);

    private static IEnumerable<Expr> Expressions(IReadOnlyList<FlatState> states, IReadOnlyList<FlatCondition> conditions,
        IReadOnlyList<FlatHandler> handlers) =>
        [
            .. states.Where(s => s.Slope is not null).Select(s => s.Slope!), .. states.Select(s => s.Start),
            .. conditions.SelectMany(c => c.Sets.Select(s => s.Value).Prepend(c.Test)),
                .. handlers.SelectMany(h => h.Sets.Select(s => s.Value)),
        ];
}
