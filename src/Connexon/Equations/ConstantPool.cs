namespace Connexon;

/// <summary>
/// Takes out of expressions every part that stays the same during a run (1/C, dt gK, exp(-dt/tau)), so that it is computed once and not
/// once a step. Whether its parameters have one value or one per neuron decides only where it is kept.
/// </summary>
internal sealed class ConstantPool
{
    private readonly Dictionary<Expr, Symbol> _symbols = [];
    private readonly List<(Symbol, Expr)> _definitions = [];

    /// <summary>The constants, each as an expression of parameters and the step.</summary>
    public IReadOnlyList<(Symbol Symbol, Expr Value)> Definitions => _definitions;

    /// <summary>The expression with its constant parts replaced by symbols.</summary>
    public Expr Extract(Expr e)
    {
        if (e.Arguments.Count == 0) return e;
        if (!Simplify.IsConstant(e)) return e.With([.. e.Arguments.Select(Extract)]);
        if (_symbols.TryGetValue(e, out Symbol? known)) return known;
        var symbol = new Symbol(SymbolKind.Constant, $"c{_symbols.Count}", Dimension.None);
        _symbols.Add(e, symbol);
        _definitions.Add((symbol, e));
        return symbol;
    }
}
