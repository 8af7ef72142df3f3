namespace Connexon.NeuroML;

/// <summary>Finds what names of a component mean and writes its expressions out in symbols of the flat equations.</summary>
internal sealed class Resolver
{
    private readonly LemsDocument _document;
    private readonly Consistency _consistency;
    private readonly PathSelection _selection;

    // What names were found to stand for; null while that is being found out.
    private readonly Dictionary<(Instance, string), Value?> _values = [];

    public Resolver(LemsDocument document, Instance root)
    {
        (_document, Root) = (document, root);
        _consistency = new Consistency(document.Report);
        _selection = new PathSelection(this, _consistency);
    }

    public Instance Root { get; }
    public Parameters Parameters { get; } = new();

    /// <summary>The sums over attached components that came up.</summary>
    public Dictionary<Symbol, Port> Ports { get; } = [];

    /// <summary>The value of a name as seen from a component: its own, else that of what surrounds it.</summary>
    public Value Find(Instance at, string name, Place from)
    {
        if (Dependencies.Find(at, name, out RequirementMember? required) is var (i, member)) return ValueOf(i, member);
        if (name == "t") return new Value(Symbol.Time, Dimension.Time);
        if (required is not null) return new Value(new Symbol(SymbolKind.Input, name, required.Dimension), required.Dimension);
        throw new NeuroMLException(from,
            $"'{name}' is not known to {at.Component}. It knows: "
                + $"{string.Join(", ", at.Type.Names.Order(StringComparer.Ordinal).Take(30))}, t.");
    }

    /// <summary>An expression written out, with its dimension.</summary>
    /// <param name="at">The component whose names it uses.</param>
    /// <param name="e">The expression.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="first">What counts before the component's own names (states that were set just now).</param>
    public Value Build(Instance at, Expr e, Place place, Func<string, Value?>? first = null) =>
        new Walk<Value>((part, values) => Written(at, part, values, place, first)).Of(e);

    private Value Written(Instance at, Expr e, ReadOnlySpan<Value> of, Place place, Func<string, Value?>? first)
    {
        switch (e.Operation)
        {
            case Operation.Number: return new Value(e, e.Quantity.Dimension);
            case Operation.Symbol when e.Symbol!.Kind == SymbolKind.Random:
                return new Value(new Symbol(SymbolKind.Random, $"{at.Path}{e.Symbol.Name}.{place.Line}", Dimension.None), Dimension.None);
            case Operation.Symbol: return first?.Invoke(e.Symbol!.Name) ?? Find(at, e.Symbol!.Name, place);
            case Operation.Multiply: return Neutral.Times(of[0], of[1]);
            case Operation.Divide: return new Value(of[0].Expr / of[1].Expr, of[0].Dimension / of[1].Dimension);
            case Operation.Negate or Operation.Abs or Operation.Instantaneous: return new Value(e.With([of[0].Expr]), of[0].Dimension);
            case Operation.Sqrt: return Root2(of[0], place);
            case Operation.Power: return Power(of[0], of[1], place);
            case Operation.Select: return Choose(_consistency.Number(of[0], place), of[1], of[2], place);
            case Operation.Add or Operation.Subtract or Operation.Min or Operation.Max or Operation.Less or Operation.LessOrEqual:
                var (p, q, d) = _consistency.Join(of[0], of[1], place);
                if (e.Operation == Operation.Add) return new Value(Neutral.Plus(p, q), d);
                return new Value(e.With([p, q]), e.Operation is Operation.Less or Operation.LessOrEqual ? Dimension.None : d);
            default:
                var pure = new Expr[of.Length];
                for (int k = 0; k < pure.Length; k++) pure[k] = _consistency.Number(of[k], place);
                return new Value(e.With(pure), Dimension.None);
        }
    }

    /// <summary>An expression that must have a dimension.</summary>
    public Expr Build(Instance at, Expr e, Dimension due, string what, Place place, Func<string, Value?>? first = null) =>
        _consistency.As(Build(at, e, place, first), due, what, place);

    /// <summary>The value of a member.</summary>
    public Value ValueOf(Instance i, Member m)
    {
        if (_values.TryGetValue((i, m.Name), out Value? found)) return found ?? throw DependsOnItself(i, m);
        var open = new Stack<(Instance At, Member Member)>([(i, m)]);
        while (open.TryPeek(out var next))
        {
            var key = (next.At, next.Member.Name);
            if (_values.TryAdd(key, null))
            {
                Open(next.At, next.Member, open);
                continue;
            }
            _values[key] ??= Compute(next.At, next.Member);
            open.Pop();
        }
        return _values[(i, m.Name)]!.Value;
    }

    // What a member needs stands above it on the stack, the first on top.
    private void Open(Instance i, Member m, Stack<(Instance, Member)> open)
    {
        foreach ((Instance at, Member needed) in Dependencies.Of(i, m).Reverse())
            if (!_values.TryGetValue((at, needed.Name), out Value? value)) open.Push((at, needed));
            else if (value is null) throw DependsOnItself(at, needed);
    }

    private static NeuroMLException DependsOnItself(Instance i, Member m) =>
        new(m.Place, $"'{m.Name}' of {i.Component} depends on itself.");

    private Value Compute(Instance i, Member m) => m switch
    {
        ParameterMember p => new Value(
            Parameters.Add(i.Path + p.Name, i.Component.Value(p, _document.Units), p.IsProperty && i == Root), p.Dimension),
        ConstantMember c => new Value(c.Value, c.Value.Dimension),
        StateMember s => State(i, s),
        DerivedMember d => Known(i, d.Name, Derived(i, d)),
        RequirementMember r => i.Parent is { } parent ? Find(parent, r.Name, r.Place)
            : new Value(new Symbol(SymbolKind.Input, r.Name, r.Dimension), r.Dimension),
        _ => throw new InvalidOperationException($"{m.GetType().Name} has no value."),
    };

    private Value State(Instance i, StateMember s)
    {
        if (States.Stays(i, s.Name) && States.Start(this, i, s) is { } start && Parameters.IsKnown(start))
            return Known(i, s.Name, new Value(start, s.Dimension));
        return new Value(new Symbol(SymbolKind.State, i.Path + s.Name, s.Dimension), s.Dimension);
    }

    private Value Derived(Instance i, DerivedMember d)
    {
        Value value = d switch
        {
            ExpressionMember e => Build(i, e.Value, e.Place),
            SelectMember s => _selection.Find(i, s),
            CasesMember c => Cases(i, c),
            _ => throw new InvalidOperationException(),
        };
        Dimension due = d.Dimension ?? value.Dimension;
        return new Value(_consistency.As(value, due, d.Name, d.Place), due);
    }

    private Value Cases(Instance i, CasesMember c)
    {
        if (c.Cases.Count == 0) throw new NeuroMLException(c.Place, $"'{c.Name}' has no <Case>.");
        // What no case covers keeps the last one's value, so that the last needs no condition.
        Value chosen = Build(i, c.Cases[^1].Value, c.Place);
        foreach ((Expr? condition, Expr value) in c.Cases.Reverse().Skip(1))
            chosen = condition is null ? Build(i, value, c.Place)
                : Choose(Build(i, condition, c.Place).Expr, Build(i, value, c.Place), chosen, c.Place);
        return chosen;
    }

    private Value Choose(Expr condition, Value then, Value otherwise, Place place)
    {
        if (then.Dimension.IsNone && otherwise.Dimension.IsNone
            && RemovableSingularity.Of(condition, then.Expr, otherwise.Expr) is { } function)
            return new Value(function, Dimension.None);
        if (Parameters.IsKnown(condition)) return Parameters.Evaluate(condition) != 0 ? then : otherwise;
        var (a, b, d) = _consistency.Join(then, otherwise, place);
        return new Value(Functions.Select(condition, a, b), d);
    }

    private Value Power(Value x, Value exponent, Place place)
    {
        Expr y = _consistency.Number(exponent, place);
        // A power that is known is part of the equations: q^instances is q q q, whatever the component calls it.
        if (Parameters.IsKnown(y)) y = Parameters.Evaluate(y);
        if (y.Is(1)) return x;
        if (x.Dimension.IsNone || !y.IsNumber) return new Value(Functions.Pow(_consistency.Number(x, place), y), Dimension.None);
        return Halves(y.Value) ? new Value(Functions.Pow(x.Expr, y), x.Dimension.Pow(y.Value))
            : new Value(Functions.Pow(_consistency.Number(x, place), y), Dimension.None);
    }

    private static bool Halves(double power) => power == Math.Round(power) && Math.Abs(power) <= 8;

    private Value Root2(Value x, Place place)
    {
        bool even = x.Dimension.BasePowers().All(p => p.Power == Math.Round(p.Power));
        return even ? new Value(Functions.Sqrt(x.Expr), x.Dimension.Pow(0.5))
            : new Value(Functions.Sqrt(_consistency.Number(x, place)), Dimension.None);
    }

    // What follows from parameters alone is computed once, here, and is a parameter itself.
    private Value Known(Instance i, string name, Value value)
    {
        if (value.Expr.IsNumber || value.Expr.Symbol is not null || !Parameters.IsKnown(value.Expr)) return value;
        var quantity = new Quantity(Parameters.Evaluate(value.Expr), value.Dimension);
        return new Value(value.Expr.IsLiteral ? quantity : Parameters.Add(i.Path + name, quantity), value.Dimension);
    }
}
