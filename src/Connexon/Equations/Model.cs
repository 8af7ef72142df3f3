namespace Connexon;

/// <summary>
/// The equations of a neuron as one value: states, parameters, derived quantities, time derivatives, the spike and what it does,
/// the input. Kernels, derivatives, checks and the printed catalogue all come from it.
/// </summary>
public sealed class Model
{
    internal Model(
        string name, string source, StateVariable[] states, Parameter[] parameters, (string, Expr)[] derived, Expr[] requirements,
        Symbol[] inputs, SpikeRule[] spikes)
    {
        Name = name;
        Source = source;
        States = states;
        Parameters = parameters;
        Derived = derived;
        Requirements = requirements;
        Inputs = inputs;
        Spikes = spikes;
    }

    /// <summary>The model's name: "HH".</summary>
    public string Name { get; }

    /// <summary>The paper that the equations come from.</summary>
    public string Source { get; }

    /// <summary>The dynamic variables, in the order of definition; the first is what is recorded and coupled by default.</summary>
    public IReadOnlyList<StateVariable> States { get; }

    /// <summary>The parameters with their values.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Named parts of the equations (INa, IK, ...), already inserted where they are used.</summary>
    public IReadOnlyList<(string Name, Expr Value)> Derived { get; }

    /// <summary>What the parameters' values must fulfil.</summary>
    public IReadOnlyList<Expr> Requirements { get; }

    /// <summary>
    /// The sums of what others give (drive, junctions, synapses), in the order of definition; none for a model that takes no input.
    /// </summary>
    public IReadOnlyList<Symbol> Inputs { get; }

    /// <summary>The first of them, where everything comes in that names no other; null for a model that takes no input.</summary>
    public Symbol? Input => Inputs.FirstOrDefault();

    /// <summary>
    /// When the neuron spikes and what then happens: its spike conditions, in the order of definition; none for a model without spikes.
    /// Those that reset it come first.
    /// </summary>
    public IReadOnlyList<SpikeRule> Spikes { get; }

    /// <summary>The first of them, whose events are meant where none is named; null for a model without spikes.</summary>
    public SpikeRule? Spike => Spikes.FirstOrDefault();

    /// <summary>What others may read, in the order of definition.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>What equations that are attached to neurons read of them; none for neurons.</summary>
    internal IReadOnlyList<Symbol> Reads { get; init; } = [];

    /// <summary>The output of equations that are attached to neurons which is added to their input; null for neurons.</summary>
    internal Output? Gives { get; init; }

    /// <summary>What is set at the end of every step in which a condition holds, in order.</summary>
    internal IReadOnlyList<ConditionRule> Conditions { get; init; } = [];

    /// <summary>What an event sets, in terms of what was before and of <see cref="Symbol.EventWeight"/>.</summary>
    internal IReadOnlyList<(Symbol State, Expr Value)> OnEvent { get; init; } = [];

    /// <summary>The state of that name, or null.</summary>
    /// <param name="name">The name, case counts.</param>
    public StateVariable? Find(string name) => States.FirstOrDefault(s => s.Symbol.Name == name);

    /// <summary>An expression as one writes it, with the named parts (<see cref="Derived"/>) by their names.</summary>
    /// <param name="e">An expression of this model.</param>
    public string TextOf(Expr e)
    {
        var names = new Dictionary<Expr, string>();
        foreach (var (name, value) in Derived) names.TryAdd(value, name);
        var withNames = new Walk<Expr>((part, arguments) =>
            names.TryGetValue(part, out string? name) ? new Symbol(SymbolKind.Scratch, name, default) : part.With(arguments));
        return $"{withNames.Of(e)}";
    }

    /// <summary>
    /// How fast a state answers to an input: the derivative of its slope by the input (1/C, or R/tau). What a junction's strength is
    /// measured against.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="input">The input; null for a model that has none.</param>
    internal Expr InputGain(Symbol state, Symbol? input) =>
        input is not null && Find(state.Name)?.Slope is { } slope ? Simplify.Tree(Derivative.Of(slope, input)) : 0.0;

    /// <summary>The same model with other states and another output to the cells that it is attached to.</summary>
    internal Model With(StateVariable[] states, Output? gives) =>
        new(Name, Source, states, [.. Parameters], [.. Derived], [.. Requirements], [.. Inputs], [.. Spikes])
        {
            Reads = Reads,
            Outputs = Outputs,
            Gives = gives,
            Conditions = Conditions,
            OnEvent = OnEvent,
        };

    /// <summary>The same equations with other numbers; what follows these (the time of a refractory cell) stays as it is.</summary>
    /// <param name="parameters">The first parameters, in their order.</param>
    /// <param name="starts">Where the first states start, in their order.</param>
    internal Model With(IReadOnlyList<InitialValues> parameters, IReadOnlyList<InitialValues> starts) =>
        new(Name, Source, [.. States.Select((s, k) => k < starts.Count ? s with { Start = starts[k] } : s)],
            [.. Parameters.Select((p, k) => k < parameters.Count ? new Parameter<Quantity>(p.Symbol, parameters[k]) : p)],
            [.. Derived], [.. Requirements], [.. Inputs], [.. Spikes])
        {
            Reads = Reads,
            Outputs = Outputs,
            Gives = Gives,
            Conditions = Conditions,
            OnEvent = OnEvent,
        };

    /// <summary>True if the equations, apart from the values of parameters, are the same: such neurons are stepped as one group.</summary>
    internal bool SameEquations(Model other) => ReferenceEquals(this, other) || (Name == other.Name
        && States.Select(s => s.Equations).SequenceEqual(other.States.Select(s => s.Equations))
        && Parameters.Select(p => p.Symbol).SequenceEqual(other.Parameters.Select(p => p.Symbol))
        && Inputs.SequenceEqual(other.Inputs)
        && Reads.SequenceEqual(other.Reads) && Equals(Gives, other.Gives) && Outputs.SequenceEqual(other.Outputs)
        && OnEvent.SequenceEqual(other.OnEvent)
        && Conditions.Count == other.Conditions.Count && Conditions.Zip(other.Conditions).All(c => c.First.Same(c.Second))
        && Spikes.Count == other.Spikes.Count && Spikes.Zip(other.Spikes).All(s => s.First.Same(s.Second)));
}

/// <summary>A dynamic variable.</summary>
/// <param name="Symbol">Its name and dimension.</param>
/// <param name="Slope">Its time derivative; null for one that changes only at spikes.</param>
public sealed record StateVariable(Symbol Symbol, Expr? Slope)
{
    /// <summary>
    /// Where it starts, as an expression of parameters and of states above it (a gate's steady state); null where values are given.
    /// </summary>
    public Expr? SteadyState { get; init; }

    /// <summary>Where it starts, as values.</summary>
    internal InitialValues? Start { get; init; }

    /// <summary>What counts when models are compared: not the start.</summary>
    internal (Symbol, Expr?) Equations => (Symbol, Slope);

    /// <summary>The start in words: "-65 mV", "steady state".</summary>
    public string StartText => Start?.ToString() ?? "steady state";
}
