using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon.Tests.Equations;

/// <summary>
/// A part that occurs a million times is one part: what is done with an expression takes as long as it has distinct parts.
/// </summary>
public class SharedParts
{
    private const int Times = 20;
    private static readonly Symbol X = RandomExpressions.X, Y = RandomExpressions.Y;

    // x^(2^20) by squaring: 20 products and x.
    private static readonly Expr Squared = Enumerable.Range(0, Times).Aggregate((Expr)X, (e, _) => e * e);

    // Each exp(-e e) of the one before: 3 parts each, and x.
    private static readonly Expr Bells = Enumerable.Range(0, Times).Aggregate((Expr)X, (e, _) => Exp(-(e * e)));

    public static TheoryData<bool, int> Both => new() { { false, Times + 1 }, { true, 3 * Times + 1 } };

    [Theory, MemberData(nameof(Both))]
    public void Each_part_is_checked_once(bool bells, int parts)
    {
        Walk<Dimension> walk = DimensionCheck.Walk("e", Of(bells));
        Assert.Equal(Dimension.None, walk.Of(Of(bells)));
        Assert.Equal(parts, walk.Visited);
    }

    [Theory, MemberData(nameof(Both))]
    public void Each_part_is_simplified_once(bool bells, int parts)
    {
        Walk<Expr> walk = Simplify.Walk();
        Assert.Equal(Of(bells), walk.Of(Of(bells))); // there is nothing to simplify
        Assert.Equal(Of(bells), walk.Of(Of(bells) * 1.0 + 0.0));
        Assert.Equal(parts + 4, walk.Visited);
    }

    [Theory, MemberData(nameof(Both))]
    public void Each_part_is_differentiated_once(bool bells, int parts)
    {
        var walk = Derivative.Walk(X);
        walk.Of(Of(bells));
        Assert.Equal(parts, walk.Visited);
    }

    [Fact]
    public void The_derivative_is_right()
    {
        // (1 + 2^-20)^(2^20), nearly e: each squaring doubles the relative error, so that 2^20 roundings come together.
        double at = 1 + Math.Pow(2, -20), rounding = Math.Pow(2, 20) * 2.3e-16;
        Expr slope = Simplify.Tree(Derivative.Of(Squared, X));
        Assert.Equal(1, Value(slope, at) / (1048576 * Math.Pow(at, 1048575)), rounding);
        Assert.Equal(1048576, Value(slope, 1));

        double bell = 0.3, due = 1;
        for (int k = 0; k < Times; k++) (bell, due) = (Math.Exp(-bell * bell), -2 * bell * Math.Exp(-bell * bell) * due);
        Assert.Equal(1, Value(Simplify.Tree(Derivative.Of(Bells, X)), 0.3) / due, 1e-13);
    }

    [Theory, MemberData(nameof(Both))]
    public void The_derivative_grows_with_the_parts(bool bells, int parts) =>
        Assert.InRange(Walk.Parts([Simplify.Tree(Derivative.Of(Of(bells), X))]).Count, parts, 4 * parts);

    [Theory, MemberData(nameof(Both))]
    public void Symbols_are_replaced_and_found(bool bells, int parts)
    {
        Expr other = Of(bells).Replace(s => s == X ? (Expr)Y : null);
        Assert.Equal([Y], other.Symbols());
        Assert.Equal(parts, Walk.Parts([other]).Count);
        Assert.True(other.Mentions(s => s == Y));
        Assert.False(other.Mentions(s => s == X));
        Assert.Equal(Of(bells), other.Replace(s => s == Y ? (Expr)X : null));
    }

    [Theory, MemberData(nameof(Both))]
    public void The_program_has_each_part_once(bool bells, int parts)
    {
        var program = Lowering.Of(Of(bells), _ => new Slot(SlotKind.Array, 0));
        Assert.Equal(parts, program.Instructions.Length);
        Assert.Equal(Times, program.Count[Op.Multiply]);
    }

    [Fact]
    public void A_text_is_cut()
    {
        string text = $"{Squared}";
        Assert.StartsWith("x * x * (x * x) * (x * x * (x * x)) * (", text);
        Assert.EndsWith("x ...", text);
        Assert.InRange(text.Length, ExprText.Most - 10, ExprText.Most + 4);
        string sum = $"{Enumerable.Range(0, 1000).Aggregate((Expr)X, (e, _) => e + Y)}"; // 4001 letters, were it whole
        Assert.Equal(string.Join(" + ", (string[])["x", .. Enumerable.Repeat("y", 999)]) + " + ...", sum);
        Assert.Equal(sum[..^10], $"{Enumerable.Range(0, 998).Aggregate((Expr)X, (e, _) => e + Y)}");
    }

    [Fact]
    public void A_message_that_shows_it_is_cut()
    {
        var e = Assert.Throws<DimensionException>(() => DimensionCheck.Require("dV/dt of M", Squared, Dimension.Rate));
        Assert.StartsWith("dV/dt of M must be a rate (1/ms), but x * x * (x * x) * ", e.Message);
        Assert.EndsWith("x ... is a pure number.", e.Message);
    }

    [Fact]
    public void A_named_part_is_named_wherever_it_occurs()
    {
        Model model = new Named().Model;
        Assert.Equal("-(half * half) / (1 ms)", model.TextOf(model.States[0].Slope!));
    }

    private static Expr Of(bool bells) => bells ? Bells : Squared;

    private static double Value(Expr e, double x) => Interpreter.Evaluate(e, _ => x);

    private sealed class Named() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State<double>("x", 0.5);
            Expr half = m.Let("half", Enumerable.Range(0, Times).Aggregate(x, (e, _) => e * e));
            m.Derivative(x, -(half * half) / new Quantity(1, Dimension.Time));
        }
    }
}
