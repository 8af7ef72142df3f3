using Connexon.Programs;
using CsCheck;

namespace Connexon.Tests.Equations;

public class PropertyTests
{
    [Fact]
    public void Simplifying_does_not_change_the_value()
    {
        int compared = 0;
        Gen.Select(RandomExpressions.Any, RandomExpressions.Values).Sample((e, values) =>
        {
            var (due, error) = Rounding.Evaluate(e, s => values[s]);
            if (!double.IsFinite(due) || !(error < 1e-6 * (1 + Math.Abs(due)))) return true;
            Interlocked.Increment(ref compared);
            Expr simple = Simplify.Tree(e);
            return Math.Abs(Interpreter.Evaluate(simple, s => values[s]) - due) <= 4 * error + 1e-300;
        }, iter: 20_000, print: Print);
        Assert.True(compared > 10_000, $"only {compared} of 20000 were well-conditioned");
    }

    [Fact]
    public void Derivatives_are_the_limit_of_central_differences()
    {
        int compared = 0;
        Gen.Select(RandomExpressions.Smooth, RandomExpressions.Values).Sample((e, values) =>
        {
            const double h = 1e-4;
            double Shifted(Symbol s, double shift) => values[s] + (s == RandomExpressions.X ? shift : 0);
            if (Steepness.IsSteep(e, s => Shifted(s, -h), s => Shifted(s, 0))
                || Steepness.IsSteep(e, s => Shifted(s, 0), s => Shifted(s, h))) return true;
            (double Value, double Error) At(double shift) => Rounding.Evaluate(e, s => Shifted(s, shift));
            double wide = (At(h).Value - At(-h).Value) / (2 * h), narrow = (At(h / 2).Value - At(-h / 2).Value) / h;
            double due = narrow + (narrow - wide) / 3; // Richardson
            double uncertain = Math.Abs(narrow - wide) + 4 * At(h).Error / h + 1e-12;
            if (!(uncertain < 1e-4 * (1 + Math.Abs(due)))) return true;
            Interlocked.Increment(ref compared);
            return Math.Abs(Interpreter.Evaluate(Derivative.Of(e, RandomExpressions.X), s => values[s]) - due) <= uncertain;
        }, iter: 20_000, print: Print);
        Assert.True(compared > 10_000, $"only {compared} of 20000 could be judged");
    }

    /// <summary>
    /// Slopes of x/(e^x - 1) computed to 20 digits, on both sides of where the series takes over, at 0 and where e^x overflows.
    /// </summary>
    [Theory]
    [InlineData(0, -0.5)]
    [InlineData(1e-8, -0.49999999833333333)]
    [InlineData(-1e19, -1)]
    [InlineData(-40, -0.99999999999999983432)]
    [InlineData(0.2499, -0.45843650845711483489)]
    [InlineData(0.2501, -0.45840338268433093726)]
    [InlineData(-3, -0.88697267998507666223)]
    [InlineData(-800, -1)]
    [InlineData(800, 0)]
    public void The_slope_of_a_rate_is_exact_at_its_singularity_and_far_from_it(double at, double due)
    {
        Expr z = RandomExpressions.X;
        Assert.Equal(due, Interpreter.Evaluate(Derivative.Of(Functions.InverseExpRel(z), RandomExpressions.X), _ => at), 4e-15);
        Assert.Equal(due, Interpreter.Evaluate(Derivative.Of(1.0 / Functions.ExpRel(z), RandomExpressions.X), _ => at), 4e-15);
    }

    [Fact]
    public void The_linear_part_takes_what_is_instantaneous_as_constant()
    {
        Expr x = RandomExpressions.X, y = RandomExpressions.Y;
        Expr e = new Expr(Operation.Instantaneous, Functions.Tanh(x)) * (x - y);
        Assert.Equal("tanh(x)", $"{Simplify.Tree(Derivative.Of(e, RandomExpressions.X, linearPart: true))}");
        double full = Interpreter.Evaluate(Derivative.Of(e, RandomExpressions.X), s => s == RandomExpressions.X ? 0.5 : 2);
        Assert.Equal(Math.Tanh(0.5) - 1.5 * (1 - Math.Pow(Math.Tanh(0.5), 2)), full, 1e-15);
    }

    [Theory]
    [InlineData("abs", -0.5, -1)]
    [InlineData("min", -0.5, 1)]
    [InlineData("max", -0.5, 0)]
    [InlineData("max", 0.5, 1)]
    [InlineData("select", 0.5, 3)]
    [InlineData("select", -0.5, 2)]
    public void Derivatives_take_the_side_that_the_value_takes(string function, double at, double due)
    {
        Expr x = RandomExpressions.X;
        Expr e = function switch
        {
            "abs" => Functions.Abs(x),
            "min" => Functions.Min(x, 0),
            "max" => Functions.Max(x, 0),
            _ => Functions.Select(x < 0.0, 2 * x, 3 * x),
        };
        Assert.Equal(due, Interpreter.Evaluate(Derivative.Of(e, RandomExpressions.X), _ => at));
    }

    [Fact]
    public void A_condition_has_no_derivative_where_one_is_needed()
    {
        Expr x = RandomExpressions.X;
        var e = Assert.Throws<ArgumentException>(() => Derivative.Of(2.0 * Functions.Exp(x * (x < 1.0)), RandomExpressions.X));
        Assert.Equal("x < 1 is a condition and has no derivative.", e.Message);
        // Within what is only compared, none is.
        Assert.Equal("select(x * (x < 1) < 0.5, 1, 3)",
            $"{Derivative.Of(Functions.Select(x * (x < 1.0) < 0.5, x, 3.0 * x), RandomExpressions.X)}");
        Assert.Equal("0", $"{Derivative.Of(x < 1.0, RandomExpressions.Y)}");
    }

    private static string Print((Expr E, Dictionary<Symbol, double> Values) sample) =>
        $"{sample.E} at {string.Join(", ", sample.Values.Select(v => $"{v.Key} = {v.Value:R}"))}";
}
