namespace Connexon;

/// <summary>
/// Rewrites an expression so that it costs less: numbers folded, integer powers as products, division by what is constant during
/// a run as multiplication by its inverse, constant factors gathered. Whether a parameter has one value or one per neuron makes no
/// difference here, so that results do not depend on how neurons are grouped. Dimensions are dropped: check them before.
/// </summary>
internal static class Simplify
{
    // Of c (x + d1 + d2 + ...) c is carried to so many literals and to no more, so that the time stays in proportion to what there is.
    private const int MostLiterals = 64;

    /// <summary>The whole expression, ready to compile.</summary>
    public static Expr Tree(Expr e) => Walk().Of(e);

    /// <summary>Simplifies several expressions, parts that they share once.</summary>
    public static Walk<Expr> Walk() => new((e, arguments) => e.Operation switch
    {
        Operation.Number => e.Value,
        Operation.Symbol => e,
        Operation.Instantaneous => arguments[0],
        _ => Node(e.With(arguments)),
    });

    /// <summary>The top node, whose arguments are simple already.</summary>
    public static Expr Node(Expr e)
    {
        if (e.Arguments.Count == 0 || e.Operation == Operation.Instantaneous) return e;
        if (e.Arguments.All(a => a.IsNumber))
            return e.Operation == Operation.Select
                ? (e[0].Value != 0 ? e[1] : e[2])
                : Arithmetic.Apply(e.Operation, e[0].Value, e.Arguments.Count > 1 ? e[1].Value : 0);
        return e.Operation switch
        {
            Operation.Add => Sum(e, e[0], e[1]),
            Operation.Subtract => Difference(e, e[0], e[1]),
            Operation.Negate => Opposite(e, e[0]),
            Operation.Multiply => Product(e, e[0], e[1]),
            Operation.Divide => Quotient(e, e[0], e[1]),
            Operation.Power => Power(e, e[0], e[1]),
            Operation.Select when e[0].IsNumber => e[0].Value != 0 ? e[1] : e[2],
            // 0 for -0 or 0
            Operation.Select when e[1].Equals(e[2]) || (e[1].IsNumber && e[2].IsNumber && e[1].Value.Equals(e[2].Value)) => e[1],
            _ => e,
        };
    }

    /// <summary>True for what keeps its value during a run.</summary>
    public static bool IsConstant(Expr e) => e.IsConstant;

    private static Expr Sum(Expr e, Expr a, Expr b) =>
        a.Is(0) ? b
        : b.Is(0) ? a
        : b.Operation == Operation.Negate ? Node(a - b[0])
        : a.Operation == Operation.Negate ? Node(b - a[0])
        : e;

    private static Expr Difference(Expr e, Expr a, Expr b) =>
        b.Is(0) ? a
        : a.Is(0) ? Node(-b)
        : b.Operation == Operation.Negate ? Node(a + b[0])
        : a.Equals(b) ? 0.0
        : a.Operation == Operation.Negate ? Node(-Node(a[0] + b))
        : e;

    private static Expr Opposite(Expr e, Expr a) =>
        a.Operation == Operation.Negate ? a[0]
        : a.Operation == Operation.Subtract ? Node(a[1] - a[0])
        : a.Operation == Operation.Multiply && IsConstant(a[0]) && !IsConstant(a[1]) ? Product(Node(-a[0]), a[1])
        : e;

    private static Expr Product(Expr a, Expr b) => Node(a * b);

    private static Expr Product(Expr e, Expr a, Expr b)
    {
        if (a.Is(0) || b.Is(0)) return 0.0;
        if (a.Is(1)) return b;
        if (b.Is(1)) return a;
        if (a.Is(-1)) return Node(-b);
        if (b.Is(-1)) return Node(-a);
        if (IsConstant(b) && !IsConstant(a)) return Product(b, a);
        if (IsConstant(a) && !IsConstant(b))
        {
            if (b.Operation == Operation.Negate) return Product(Node(-a), b[0]);
            if (b.Operation == Operation.Multiply && IsConstant(b[0])) return Product(Product(a, b[0]), b[1]);
            // c (x + d) with literal numbers is one fused multiplication and addition: c x + c d.
            if (a.IsNumber && AddsLiteral(b) && !AddsMoreThan(MostLiterals, b))
                return Node(new Expr(b.Operation, Product(a, b[0]), Product(a, b[1])));
            return e;
        }
        if (IsConstant(a)) return e; // both are: computed once, before the run
        if (a.Operation == Operation.Negate) return Node(-Product(a[0], b));
        if (b.Operation == Operation.Negate) return Node(-Product(a, b[0]));
        return e;
    }

    private static bool AddsLiteral(Expr e) => e.Operation is (Operation.Add or Operation.Subtract) && e[1].IsNumber;

    private static bool AddsMoreThan(int most, Expr e)
    {
        for (; AddsLiteral(e); e = e[0])
            if (--most < 0) return true;
        return false;
    }

    private static Expr Quotient(Expr e, Expr a, Expr b) =>
        b.Is(1) ? a
        : a.Is(0) ? 0.0
        : IsConstant(b) && !IsConstant(a) ? Product(Node(1.0 / b), a)
        : b.Operation == Operation.ExpRel ? Product(a, new Expr(Operation.InverseExpRel, b[0]))
        : b.Operation == Operation.Negate ? Node(-Node(a / b[0]))
        : e;

    private static Expr Power(Expr e, Expr x, Expr y)
    {
        if (y.Is(0)) return 1.0;
        if (y.Is(1)) return x;
        if (!y.IsNumber || IsConstant(x) || y.Value != Math.Round(y.Value) || Math.Abs(y.Value) > 16) return e;
        if (y.Value < 0) return Node(1.0 / Repeated(x, (int)-y.Value));
        return Repeated(x, (int)y.Value);
    }

    // x^n by squaring: x^3 = x x x, x^4 = (x x)(x x).
    private static Expr Repeated(Expr x, int n)
    {
        if (n == 1) return x;
        Expr half = Repeated(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }
}
