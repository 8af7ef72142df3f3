namespace Connexon;

/// <summary>
/// An expression of an equation: an immutable tree of operations on symbols and numbers. Built with the usual operators and
/// with <see cref="Functions"/>; numbers and quantities convert to it, so that equations read like the paper:
/// <c>gNa * Pow(m, 3) * h * (V - ENa)</c>. Two expressions are equal if they are built alike.
/// </summary>
public sealed class Expr : IEquatable<Expr>
{
    private readonly int _hash;

    internal Expr(Operation operation, params Expr[] arguments)
        : this(operation, arguments, default, null) { }

    private Expr(Operation operation, Expr[] arguments, Quantity number, Symbol? symbol)
    {
        Operation = operation;
        Arguments = arguments;
        Quantity = number;
        Symbol = symbol;
        var hash = new HashCode();
        hash.Add(operation);
        hash.Add(number);
        hash.Add(symbol);
        foreach (Expr a in arguments) hash.Add(a._hash);
        _hash = hash.ToHashCode();
    }

    /// <summary>What this node does.</summary>
    public Operation Operation { get; }

    /// <summary>What it does it with; empty for numbers and symbols.</summary>
    public IReadOnlyList<Expr> Arguments { get; }

    /// <summary>The number and its dimension, where <see cref="Operation"/> is <see cref="Operation.Number"/>.</summary>
    public Quantity Quantity { get; }

    /// <summary>The symbol, where <see cref="Operation"/> is <see cref="Operation.Symbol"/>; else null.</summary>
    public Symbol? Symbol { get; }

    internal double Value => Quantity.Value;
    internal bool IsNumber => Operation == Operation.Number;
    internal bool Is(double number) => IsNumber && Quantity.Value == number;
    internal Expr this[int argument] => Arguments[argument];

    /// <summary>A number with a dimension.</summary>
    public static implicit operator Expr(Quantity q) => new(Operation.Number, [], q, null);

    /// <summary>A symbol's value.</summary>
    public static implicit operator Expr(Symbol s) => new(Operation.Symbol, [], default, s);

    /// <summary>A pure number.</summary>
    public static implicit operator Expr(double number) => Quantity.Number(number);

    /// <summary>A voltage in an equation.</summary>
    public static implicit operator Expr(Voltage q) => (Quantity)q;

    /// <summary>A current in an equation.</summary>
    public static implicit operator Expr(Current q) => (Quantity)q;

    /// <summary>A conductance in an equation.</summary>
    public static implicit operator Expr(Conductance q) => (Quantity)q;

    /// <summary>A capacitance in an equation.</summary>
    public static implicit operator Expr(Capacitance q) => (Quantity)q;

    /// <summary>A time in an equation.</summary>
    public static implicit operator Expr(Time q) => (Quantity)q;

    /// <summary>A rate in an equation.</summary>
    public static implicit operator Expr(Rate q) => (Quantity)q;

    /// <summary>A resistance in an equation.</summary>
    public static implicit operator Expr(Resistance q) => (Quantity)q;

    /// <summary>a + b.</summary>
    public static Expr operator +(Expr a, Expr b) => new(Operation.Add, a, b);

    /// <summary>a - b.</summary>
    public static Expr operator -(Expr a, Expr b) => new(Operation.Subtract, a, b);

    /// <summary>a * b.</summary>
    public static Expr operator *(Expr a, Expr b) => new(Operation.Multiply, a, b);

    /// <summary>a / b.</summary>
    public static Expr operator /(Expr a, Expr b) => new(Operation.Divide, a, b);

    /// <summary>-a.</summary>
    public static Expr operator -(Expr a) => new(Operation.Negate, a);

    /// <summary>The condition a &lt; b, for <see cref="Functions.Select"/>.</summary>
    public static Expr operator <(Expr a, Expr b) => new(Operation.Less, a, b);

    /// <summary>The condition a &gt; b.</summary>
    public static Expr operator >(Expr a, Expr b) => new(Operation.Less, b, a);

    /// <summary>The condition a &lt;= b.</summary>
    public static Expr operator <=(Expr a, Expr b) => new(Operation.LessOrEqual, a, b);

    /// <summary>The condition a &gt;= b.</summary>
    public static Expr operator >=(Expr a, Expr b) => new(Operation.LessOrEqual, b, a);

    /// <summary>Both conditions.</summary>
    public static Expr operator &(Expr a, Expr b) => new(Operation.And, a, b);

    /// <summary>Either condition.</summary>
    public static Expr operator |(Expr a, Expr b) => new(Operation.Or, a, b);

    /// <summary>Not the condition.</summary>
    public static Expr operator !(Expr a) => new(Operation.Not, a);

    /// <summary>The same operation on other arguments.</summary>
    internal Expr With(Expr[] arguments) => arguments.Length == 0 ? this : new(Operation, arguments);

    /// <summary>The same expression with other things in place of some symbols; null leaves a symbol.</summary>
    internal Expr Replace(Func<Symbol, Expr?> by)
    {
        if (Symbol is { } s) return by(s) ?? this;
        if (Arguments.Count == 0) return this;
        var arguments = new Expr[Arguments.Count];
        bool changed = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i].Replace(by);
            changed |= !ReferenceEquals(arguments[i], Arguments[i]);
        }
        return changed ? With(arguments) : this;
    }

    /// <summary>Every symbol in the expression.</summary>
    internal IEnumerable<Symbol> Symbols() =>
        Symbol is { } s ? [s] : Arguments.SelectMany(a => a.Symbols());

    /// <summary>True if a symbol that the condition accepts occurs.</summary>
    internal bool Mentions(Func<Symbol, bool> which) => Symbol is { } s ? which(s) : Arguments.Any(a => a.Mentions(which));

    /// <inheritdoc/>
    public bool Equals(Expr? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Operation == other.Operation && Symbol == other.Symbol
            && Quantity.Dimension == other.Quantity.Dimension && Quantity.Value.Equals(other.Quantity.Value)
            && Arguments.SequenceEqual(other.Arguments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expr);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The expression as one writes it.</summary>
    public override string ToString() => ExprText.Of(this);
}
