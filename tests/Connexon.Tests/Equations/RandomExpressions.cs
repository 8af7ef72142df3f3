using CsCheck;

using static Connexon.Functions;

namespace Connexon.Tests.Equations;

/// <summary>Random expressions of pure numbers over the states x and y, the parameters p and q and small literals.</summary>
internal static class RandomExpressions
{
    public static readonly Symbol X = new(SymbolKind.State, "x", Dimension.None), Y = new(SymbolKind.State, "y", Dimension.None),
        P = new(SymbolKind.Parameter, "p", Dimension.None), Q = new(SymbolKind.Parameter, "q", Dimension.None);

    private static readonly Expr[] Leaves = [X, Y, X, Y, X, P, Q, P, 0, 1, -1, 2, 0.5, 3, -0.25];

    private static readonly Gen<Expr> Leaf = Gen.Int[0, Leaves.Length - 1].Select(k => Leaves[k]);

    /// <summary>Every operation, kinks and choices among them.</summary>
    public static readonly Gen<Expr> Any = Tree(kinks: true);

    /// <summary>Without those whose slope jumps.</summary>
    public static readonly Gen<Expr> Smooth = Tree(kinks: false);

    /// <summary>Values for the four symbols.</summary>
    public static readonly Gen<Dictionary<Symbol, double>> Values = Gen
        .Select(Gen.Double[-2, 2], Gen.Double[-2, 2], Gen.Double[0.1, 3], Gen.Double[-3, -0.1])
        .Select((x, y, p, q) => new Dictionary<Symbol, double> { [X] = x, [Y] = y, [P] = p, [Q] = q });

    private static Gen<Expr> Tree(bool kinks) =>
        Gen.Recursive<Expr>((depth, part) => depth > 4 ? Leaf : Gen.Frequency((1, Leaf), (5, Node(part, kinks))));

    private static Gen<Expr> Node(Gen<Expr> part, bool kinks)
    {
        Gen<Expr> one = Gen.Select(part, Gen.Int[0, kinks ? 10 : 8]).Select((a, k) => k switch
        {
            0 => -a,
            1 => Exp(a),
            2 => ExpM1(a),
            3 => ExpRel(a),
            4 => InverseExpRel(a),
            5 => Tanh(a),
            6 => Sinh(Tanh(a)) + Cosh(Tanh(a)),
            7 => Log(1 + a * a) + Sqrt(1 + a * a),
            8 => new Expr(Operation.Instantaneous, Sin(a)) - Cos(a),
            9 => Abs(a),
            _ => Ceiling(a),
        });
        Gen<Expr> two = Gen.Select(part, part, Gen.Int[0, kinks ? 8 : 5]).Select((a, b, k) => k switch
        {
            0 => a + b,
            1 => a - b,
            2 => a * b,
            3 => a / (2 + Tanh(b)),
            4 => Pow(a, 3) - Pow(b, 2),
            5 => Pow(1.5 + Tanh(a), b) / Pow(1.5 + Tanh(b), -2),
            6 => Min(a, b),
            7 => Max(a, b),
            _ => Select((a < b) & !(b <= 0.0) | (a >= 1.0), a, b),
        });
        return Gen.OneOf(one, two);
    }
}
