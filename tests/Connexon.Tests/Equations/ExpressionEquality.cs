using CsCheck;

using static Connexon.Functions;

namespace Connexon.Tests.Equations;

/// <summary>Two expressions are equal if they are built alike, which their digests say.</summary>
public class ExpressionEquality
{
    private static readonly Symbol X = RandomExpressions.X, Y = RandomExpressions.Y;

    [Fact]
    public void Built_alike_is_equal()
    {
        Expr One() => Select((Expr)X < 0.5, Exp(X) * Y, Pow(X, 2) - double.NaN);
        Assert.Equal(One(), One());
        Assert.Equal(One().GetHashCode(), One().GetHashCode());
        Assert.False(One().Equals(null));
    }

    /// <summary>Numbers by their bits and dimension, symbols by kind, name and dimension, arguments by order and number.</summary>
    [Fact]
    public void Anything_else_is_not()
    {
        Expr x = X, y = Y;
        Expr[] all =
        [
            0.0, -0.0, double.NaN, BitConverter.Int64BitsToDouble(0x7ff8_0000_0000_0001), 1.0, new Quantity(1, Dimension.Voltage),
            new Quantity(1, Dimension.Current), new Quantity(1, Dimension.Rate), double.Epsilon,
            x, y, X with { Kind = SymbolKind.Parameter }, X with { Dimension = Dimension.Time }, X with { Name = "" },
            X with { Name = "x\0" }, X with { Name = "xx" },
            X with { Name = "a name longer than eight letters" }, X with { Name = "a name longer than eight letterz" },
            x + y, y + x, x - y, x * y, -x, -(-x), new(Operation.Instantaneous, x), x + (y + x), x + y + x, x < y, x <= y, !(x < y), Exp(x),
            ExpM1(x), Exp(Exp(x)), Exp(-x), -Exp(x),
            Min(x, y), Max(x, y), Select(x < y, x, y), Select(x < y, y, x), Select(y < x, x, y), x * x, x * x * (x * x), x * (x * x),
        ];
        for (int i = 0; i < all.Length; i++)
            for (int j = 0; j < all.Length; j++) Assert.True((i == j) == all[i].Equals(all[j]), $"{all[i]} and {all[j]}");
    }

    /// <summary>Every expression of x, y, 1, four operations and two more levels: 47 961 of them, and their hash codes spread.</summary>
    [Fact]
    public void No_two_of_many_are_taken_for_the_same()
    {
        Expr[] level = [X, Y, 1.0];
        for (int k = 0; k < 2; k++)
            level =
                [.. level.Concat(from a in level from b in level from e in new[] { a + b, a - b, a * b, Min(a, b) } select e).Distinct()];
        string[] written = [.. level.Select(e => $"{e}").Distinct()];
        Assert.Equal(3 + 4 * 39 * 39, level.Length);
        Assert.Equal(level.Length, level.ToHashSet().Count);
        // One pair alike in 4 runs of as many.
        Assert.InRange(level.Select(e => e.GetHashCode()).Distinct().Count(), level.Length - 3, level.Length);
        Assert.InRange(written.Length, 3, level.Length);
    }

    /// <summary>Digests hang on nothing but the expression, not on the process, as hash codes of texts do.</summary>
    [Fact]
    public void Digests_are_the_same_in_every_process() => Assert.Equal(733915191, (Exp(X) * 2.5 + Y).GetHashCode());

    [Fact]
    public void What_is_asked_often_is_known()
    {
        Expr p = RandomExpressions.P, constant = Exp(p * Symbol.TimeStep) + 1.0, moving = constant * X;
        Assert.True(constant.IsConstant);
        Assert.False(moving.IsConstant);
        Assert.True(moving.Mentions(SymbolKind.State));
        Assert.False(moving.Mentions(SymbolKind.Time));
        Assert.True((p + 1.0).MentionsOnly(SymbolKind.Parameter));
        Assert.False(constant.MentionsOnly(SymbolKind.Parameter));
        Assert.True(Exp(-(Expr)2.0).IsLiteral);
        Assert.False(p.IsLiteral);
    }

    [Fact]
    public void Part_by_part_is_as_by_recursion() => RandomExpressions.Any.Sample(e =>
    {
        Assert.Equal(Simplified(e), Simplify.Tree(e));
        Assert.Equal(WithY(e), e.Replace(s => s == X ? (Expr)Y * 2.0 : null));
        Assert.Equal(Symbols(e).Distinct(), e.Symbols());
    }, iter: 5000, print: e => $"{e}");

    private static Expr Simplified(Expr e) => e.Operation switch
    {
        Operation.Number or Operation.Symbol => e,
        Operation.Instantaneous => Simplified(e[0]),
        _ => Simplify.Node(e.With([.. e.Arguments.Select(Simplified)])),
    };

    private static Expr WithY(Expr e) => e.Symbol == X ? (Expr)Y * 2.0 : e.With([.. e.Arguments.Select(WithY)]);

    private static IEnumerable<Symbol> Symbols(Expr e) => e.Symbol is { } s ? [s] : e.Arguments.SelectMany(Symbols);
}
