namespace Connexon;

/// <summary>
/// An expression of an equation: an immutable tree of operations on symbols and numbers. Built with the usual operators and
/// with <see cref="Functions"/>; numbers and quantities convert to it, so that equations read like the paper:
/// <c>gNa * Pow(m, 3) * h * (V - ENa)</c>. Two expressions are equal if they are built alike, numbers to the bit. What occurs in several
/// places is one part, and costs what one part costs.
/// </summary>
public sealed class Expr : IEquatable<Expr>
{
    private readonly Expr[] _arguments;
    private readonly UInt128 _digest;
    private readonly uint _kinds; // of the symbols that occur, a bit for each

    internal Expr(Operation operation, params Expr[] arguments)
        : this(operation, arguments, default, null) { }

    // What is asked often is found here once, from what was found of the arguments.
    private Expr(Operation operation, Expr[] arguments, Quantity number, Symbol? symbol)
    {
        (Operation, _arguments, Quantity, Symbol) = (operation, arguments, number, symbol);
        var digest = new Digest();
        digest.Add((ulong)operation, symbol is null ? 0 : (ulong)symbol.Kind);
        digest.Add(BitConverter.DoubleToUInt64Bits(number.Value), (symbol?.Dimension ?? number.Dimension).Bits);
        if (symbol is not null) digest.Add(symbol.Name);
        IsConstant = symbol is null || symbol.IsConstant;
        _kinds = symbol is null ? 0 : 1u << (int)symbol.Kind;
        foreach (Expr a in arguments)
        {
            digest.Add(a._digest);
            IsConstant &= a.IsConstant;
            _kinds |= a._kinds;
        }
        _digest = digest.Value;
    }

    /// <summary>What this node does.</summary>
    public Operation Operation { get; }

    /// <summary>What it does it with; empty for numbers and symbols.</summary>
    public IReadOnlyList<Expr> Arguments => _arguments;

    /// <summary>The number and its dimension, where <see cref="Operation"/> is <see cref="Operation.Number"/>.</summary>
    public Quantity Quantity { get; }

    /// <summary>The symbol, where <see cref="Operation"/> is <see cref="Operation.Symbol"/>; else null.</summary>
    public Symbol? Symbol { get; }

    internal double Value => Quantity.Value;
    internal bool IsNumber => Operation == Operation.Number;
    internal bool Is(double number) => IsNumber && Quantity.Value == number;
    internal Expr this[int argument] => _arguments[argument];

    /// <summary>True for numbers and what is computed of them: no symbol occurs.</summary>
    internal bool IsLiteral => _kinds == 0;

    /// <summary>True for what keeps its value during a run: no symbol occurs that changes.</summary>
    internal bool IsConstant { get; }

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

    /// <summary>The same operation on other arguments; this itself where they are the same.</summary>
    internal Expr With(ReadOnlySpan<Expr> arguments) => arguments.SequenceEqual(_arguments) ? this : new(Operation, arguments.ToArray());

    /// <summary>The same expression with other things in place of some symbols; null leaves a symbol.</summary>
    /// <param name="by">Asked once for each symbol.</param>
    internal Expr Replace(Func<Symbol, Expr?> by) => new Walk<Expr>((e, arguments) =>
        e.Symbol is { } s ? by(s) ?? e : e.With(arguments)).Of(this);

    /// <summary>Every symbol in the expression, once, in the order in which they first occur.</summary>
    internal IReadOnlyList<Symbol> Symbols() => Walk.Symbols([this]);

    /// <summary>True if a symbol of that kind occurs.</summary>
    internal bool Mentions(SymbolKind kind) => (_kinds & (1u << (int)kind)) != 0;

    /// <summary>True if no symbol of another kind occurs.</summary>
    internal bool MentionsOnly(SymbolKind kind) => (_kinds & ~(1u << (int)kind)) == 0;

    /// <summary>True if a symbol that the condition accepts occurs.</summary>
    internal bool Mentions(Func<Symbol, bool> which) => Symbol is { } s ? which(s) : !IsLiteral && Symbols().Any(which);

    /// <inheritdoc/>
    public bool Equals(Expr? other) => other is not null && _digest == other._digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expr);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(uint)_digest;

    /// <summary>The expression as one writes it; what is longer than 4000 characters is cut there and ends in " ...".</summary>
    public override string ToString() => ExprText.Of(this);
}
