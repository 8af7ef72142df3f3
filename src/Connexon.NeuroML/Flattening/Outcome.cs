namespace Connexon.NeuroML;

/// <summary>What an event or a condition sets and sends, in terms of the states before it.</summary>
internal sealed class Outcome
{
    private readonly List<(Symbol State, Expr Value)> _sets = [];

    public IReadOnlyList<(Symbol State, Expr Value)> Sets => _sets;
    public List<string> Emits { get; } = [];

    /// <summary>The value that a state was set to; null if it was not.</summary>
    public Expr? New(Symbol state) => _sets.Find(s => s.State == state).Value;

    /// <summary>Sets a state, where a condition holds.</summary>
    public void Set(Symbol state, Expr value, Expr? guard)
    {
        if (guard is not null) value = Functions.Select(guard, value, New(state) ?? state);
        _sets.RemoveAll(s => s.State == state);
        _sets.Add((state, value));
    }
}
