namespace Connexon.NeuroML;

/// <summary>How a component changes in time.</summary>
internal sealed class Dynamics
{
    /// <summary>States and derived variables; they replace those of a base type.</summary>
    public List<Member> Members { get; } = [];
    public List<Slope> Slopes { get; } = [];
    public List<Act> Start { get; } = [];
    public List<Condition> Conditions { get; } = [];
    public List<Handler> Handlers { get; } = [];
    public List<Regime> Regimes { get; } = [];
    public List<Kinetics> Kinetics { get; } = [];
}

/// <summary>The time derivative of a state.</summary>
internal sealed record Slope(string State, Expr Value, Place Place);

/// <summary>What is done when a condition holds after a step.</summary>
internal sealed record Condition(Expr Test, IReadOnlyList<Act> Acts, Place Place);

/// <summary>What is done when an event arrives.</summary>
internal sealed record Handler(string Port, IReadOnlyList<Act> Acts, Place Place);

/// <summary>One of several ways to behave, of which one is on at any time.</summary>
internal sealed record Regime(string Name, bool Initial, Place Place)
{
    public List<Slope> Slopes { get; } = [];
    public List<Act> Entry { get; } = [];
    public List<Condition> Conditions { get; } = [];
    public List<Handler> Handlers { get; } = [];
}

/// <summary>States that components of a slot share among them, joined by transitions.</summary>
internal sealed record Kinetics(string Nodes, string StateVariable, string Edges, string Source, string Target, string Forward,
    string Reverse, Place Place);

/// <summary>One thing that is done.</summary>
internal abstract record Act(Place Place);

/// <summary>A state gets a value.</summary>
internal sealed record Assign(string State, Expr Value, Place Place) : Act(Place);

/// <summary>An event goes out.</summary>
internal sealed record Emit(string Port, Place Place) : Act(Place);

/// <summary>Another regime begins.</summary>
internal sealed record Go(string Regime, Place Place) : Act(Place);
