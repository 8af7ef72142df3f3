namespace Connexon.NeuroML;

/// <summary>A state of flat equations.</summary>
/// <param name="Symbol">Its path below the component, and its dimension.</param>
/// <param name="Slope">Its time derivative; null for one that only events and conditions change.</param>
/// <param name="Start">Where it begins: an expression of parameters, open requirements and random numbers.</param>
internal sealed record FlatState(Symbol Symbol, Expr? Slope, Expr Start);

/// <summary>What is done at the end of every step in which a condition holds.</summary>
/// <param name="Test">The condition.</param>
/// <param name="Sets">States and their values, all read before any is written.</param>
/// <param name="Emits">Ports at which an event goes out.</param>
internal sealed record FlatCondition(Expr Test, IReadOnlyList<(Symbol State, Expr Value)> Sets, IReadOnlyList<string> Emits);

/// <summary>What is done when an event comes in.</summary>
/// <param name="Port">Where it comes in.</param>
/// <param name="Sets">States and their values, all read before any is written.</param>
/// <param name="Emits">Ports at which an event goes out.</param>
internal sealed record FlatHandler(string Port, IReadOnlyList<(Symbol State, Expr Value)> Sets, IReadOnlyList<string> Emits);

/// <summary>A condition at which an event goes out.</summary>
/// <param name="Rule">The condition, with what it resets; its name is that of the port, numbered where several send there.</param>
/// <param name="Port">The port.</param>
internal sealed record FlatSpike(SpikeRule Rule, string Port);

/// <summary>A sum over what is attached to a component.</summary>
/// <param name="Symbol">The sum, by the name of the derived variable that takes it.</param>
/// <param name="Slot">Where things attach ("synapses").</param>
/// <param name="Exposure">What of them is summed ("i").</param>
internal sealed record Port(Symbol Symbol, string Slot, string Exposure);

/// <summary>
/// A component and everything within it as one set of equations: of parameters, not of their values, so that components of the same build
/// share one. Derived quantities are written out.
/// </summary>
internal sealed class FlatEquations
{
    /// <summary>The type of the component.</summary>
    public required string TypeName { get; init; }

    public required IReadOnlyList<FlatState> States { get; init; }

    /// <summary>Parameters that occur, in the order in which they do.</summary>
    public required IReadOnlyList<Symbol> Parameters { get; init; }

    /// <summary>Sums over attached components.</summary>
    public required IReadOnlyList<Port> Ports { get; init; }

    /// <summary>What must come from outside, other than <see cref="Ports"/>: "v" and "peer/v" of a synapse. Kind is Input.</summary>
    public required IReadOnlyList<Symbol> Requirements { get; init; }

    /// <summary>Conditions other than <see cref="Spike"/>, tested after every step, in order.</summary>
    public required IReadOnlyList<FlatCondition> Conditions { get; init; }

    public required IReadOnlyList<FlatHandler> Handlers { get; init; }

    /// <summary>Conditions at which an event goes out, with what they reset; <see cref="Conditions"/> has them no more.</summary>
    public IReadOnlyList<FlatSpike> Spikes { get; init; } = [];

    /// <summary>The first of <see cref="Spikes"/>, which is the spike of a cell; null for none.</summary>
    public SpikeRule? Spike => Spikes.Count > 0 ? Spikes[0].Rule : null;

    /// <summary>The port at which <see cref="Spike"/> sends its event.</summary>
    public string? SpikePort => Spikes.Count > 0 ? Spikes[0].Port : null;

    /// <summary>What others read by these names: i or I of what attaches, v or V of a cell.</summary>
    public required IReadOnlyDictionary<string, Expr> Outputs { get; init; }

    /// <summary>
    /// What became of symbols that are in the equations no more, in terms of the others: states that <see cref="Spikes"/> made superfluous,
    /// what was needed of a cell. Null for what cannot be said.
    /// </summary>
    public IReadOnlyDictionary<Symbol, Expr?> Replaced { get; init; } = new Dictionary<Symbol, Expr?>();

    /// <summary>The model of these equations with the numbers of the first that was built; null before.</summary>
    public Model? Built { get; set; }

    /// <summary>The same equations with something in place of what they need from outside.</summary>
    /// <param name="replaced">What stands for requirements.</param>
    /// <param name="parameters">Parameters that come with it.</param>
    public FlatEquations With(IReadOnlyDictionary<Symbol, Expr?> replaced, IEnumerable<Symbol> parameters)
    {
        Expr In(Expr e) => e.Replace(s => replaced.GetValueOrDefault(s));
        (Symbol, Expr)[] Sets(IReadOnlyList<(Symbol State, Expr Value)> sets) => [.. sets.Select(s => (s.State, In(s.Value)))];
        Symbol[] read = [.. Walk.Symbols(replaced.Values.OfType<Expr>()).Where(s => s.Kind == SymbolKind.Input)];
        return new FlatEquations
        {
            TypeName = TypeName,
            States = [.. States.Select(s => s with { Slope = s.Slope is { } slope ? In(slope) : null, Start = In(s.Start) })],
            Parameters = [.. Parameters, .. parameters],
            Ports = Ports,
            Requirements = [.. Requirements.Where(r => !replaced.ContainsKey(r)).Concat(read).Distinct()],
            Conditions = [.. Conditions.Select(c => c with { Test = In(c.Test), Sets = Sets(c.Sets) })],
            Handlers = [.. Handlers.Select(h => h with { Sets = Sets(h.Sets) })],
            Outputs = Outputs.ToDictionary(o => o.Key, o => In(o.Value)),
            Spikes = [.. Spikes.Select(s => s with
            {
                Rule = s.Rule with { Threshold = In(s.Rule.Threshold), Resets = Sets(s.Rule.Resets) },
            })],
            Replaced = Replaced.Concat(replaced).ToDictionary(),
        };
    }

    /// <summary>Everything by which two sets of equations are the same, in order; the type's name is none of it.</summary>
    public List<object?> Key()
    {
        List<object?> key = [];
        foreach (FlatState s in States) key.AddRange([s.Symbol, s.Slope, s.Start]);
        key.AddRange(Parameters);
        key.AddRange(Ports);
        key.AddRange(Requirements);
        foreach (FlatCondition c in Conditions) Add(c.Test, c.Sets, c.Emits);
        foreach (FlatHandler h in Handlers) Add(h.Port, h.Sets, h.Emits);
        foreach ((SpikeRule spike, string port) in Spikes)
        {
            Add(spike.Watched, spike.Resets, [$"{port} {spike.Rising}"]);
            key.AddRange([spike.Threshold, spike.Refractory?.Duration, .. spike.Refractory?.Held ?? []]);
        }
        foreach ((string name, Expr value) in Outputs) key.AddRange([name, value]);
        return key;

        void Add(object what, IReadOnlyList<(Symbol State, Expr Value)> sets, IReadOnlyList<string> emits)
        {
            key.Add(what);
            foreach ((Symbol state, Expr value) in sets) key.AddRange([state, value]);
            key.AddRange(emits);
            key.Add("end");
        }
    }
}
