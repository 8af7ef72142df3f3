using Connexon.Programs;

namespace Connexon.NeuroML;

/// <summary>The parameters that came up while a component was flattened, with its values for them.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<Symbol, double> _values = [];
    private readonly HashSet<Symbol> _properties = [];
    private readonly Walk<bool> _known;

    public Parameters() => _known = new((e, parts) =>
        e.Symbol is { } s ? _values.ContainsKey(s) && !_properties.Contains(s) : !parts.Contains(false));

    public double this[Symbol s] => _values[s];

    /// <summary>A parameter of a path. One that a connection may set anew stays out of what is computed beforehand.</summary>
    public Expr Add(string name, Quantity value, bool property = false)
    {
        var s = new Symbol(SymbolKind.Parameter, name, value.Dimension);
        _values[s] = value.Value;
        if (property) _properties.Add(s);
        return s;
    }

    /// <summary>True if the expression has a value that is known now and stays.</summary>
    public bool IsKnown(Expr e) => e.MentionsOnly(SymbolKind.Parameter) && _known.Of(e);

    /// <summary>The value of an expression of parameters.</summary>
    public double Evaluate(Expr e) => Interpreter.Evaluate(e, s => _values[s]);
}
