namespace Connexon;

// Equations that are attached to neurons, and what conditions and events set.
public sealed partial class ModelBuilder
{
    private readonly List<Symbol> _reads = [];
    private readonly List<ConditionRule> _conditions = [];
    private readonly List<(Symbol, Expr)> _onEvent = [];
    private Output? _gives;

    /// <summary>A state of the neuron that these equations are attached to, or of the one at the other end.</summary>
    internal Expr Read(string name, Dimension dimension)
    {
        var symbol = new Symbol(SymbolKind.Read, Fresh(name), dimension);
        _reads.Add(symbol);
        return symbol;
    }

    /// <summary>What these equations give to the input of the neuron that they are attached to.</summary>
    internal void Gives(Expr output, string name = "i") =>
        _gives = new Output(name, output, DimensionCheck.Of($"the output of {_model}", output));

    /// <summary>What is set at the end of every step in which a condition holds.</summary>
    internal void When(Expr test, params (Symbol State, Expr Value)[] sets)
    {
        DimensionCheck.Of($"a condition of {_model}", test);
        _conditions.Add(new ConditionRule(test, Checked("a condition", sets)));
    }

    /// <summary>What an event sets.</summary>
    internal void OnEvent(params (Symbol State, Expr Value)[] sets) => _onEvent.AddRange(Checked("an event", sets));

    private (Symbol, Expr)[] Checked(string when, (Symbol State, Expr Value)[] sets)
    {
        foreach (var (state, value) in sets)
            DimensionCheck.Require($"{state} at {when} of {_model}", value, _states[IndexOf(state)].Symbol.Dimension);
        return sets;
    }
}
