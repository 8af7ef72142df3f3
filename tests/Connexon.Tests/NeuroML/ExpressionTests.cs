using Connexon.NeuroML;

using Connexon.Programs;

namespace Connexon.Tests.NeuroML;

/// <summary>Expressions of LEMS as the library's own.</summary>
public class ExpressionTests
{
    private static readonly Place Here = new("f.xml", 7);

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("2 ^ 3 ^ 2", 64)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("7 - 2 - 1", 4)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("-(1 + 1) * 3", -6)]
    [InlineData("x * exp(0) + ln(1) + log(1)", 2.5)]
    [InlineData("sqrt(16) + abs(-3) + ceil(1.2) + floor(1.8)", 10)]
    [InlineData("H(0) + H(-1e-9) + H(1)", 2)]
    [InlineData("1e-3 + .5 + 2.", 2.501)]
    [InlineData("sin(x)^2 + cos(x)^2", 1)]
    [InlineData("tanh(0) + sinh(0) + cosh(0)", 1)]
    public void Values(string text, double value) =>
        Assert.Equal(value, Interpreter.Evaluate(ExpressionReader.Read(text, Here), s => s.Name == "x" ? 2.5 : double.NaN), 1e-15);

    [Theory]
    [InlineData("x .gt. 2 .and. x .lt. 3", 1)]
    [InlineData("x.gt.2.5 .or. x .leq. 2", 0)]
    [InlineData("x .geq. 2.5", 1)]
    [InlineData("x .eq. 2.5", 1)]
    [InlineData("x .neq. 2.5", 0)]
    [InlineData("2.gt.1", 1)]
    [InlineData(".not. x > 3 && x != 0", 1)]
    public void Conditions(string text, double value) =>
        Assert.Equal(value, Interpreter.Evaluate(ExpressionReader.ReadCondition(text, Here), s => s.Name == "x" ? 2.5 : double.NaN), 1e-15);

    [Theory]
    [InlineData("-v",
        "f.xml(7): the expression '-v' is wrong at column 3: a condition is needed, such as 'v .gt. 0', but this is a number.")]
    [InlineData("v .gt. 0 .and. 3", "f.xml(7): the expression 'v .gt. 0 .and. 3' is wrong at column 17: a condition is needed, "
        + "such as 'v .gt. 0', but this is a number.")]
    [InlineData("1 + (v .gt. 0) .gt. 1",
        "f.xml(7): the expression '1 + (v .gt. 0) .gt. 1' is wrong at column 16: a number is needed, but this is a condition.")]
    public void MistakesOfConditions(string text, string message) =>
        Assert.Equal(message, Assert.Throws<NeuroMLException>(() => ExpressionReader.ReadCondition(text, Here)).Message);

    [Fact]
    public void A_condition_is_no_number() =>
        Assert.Equal("f.xml(7): the expression 'v .gt. 0' is wrong at column 9: a number is needed, but this is a condition.",
            Assert.Throws<NeuroMLException>(() => ExpressionReader.Read("v .gt. 0", Here)).Message);

    [Theory]
    [InlineData("1 +", "f.xml(7): the expression '1 +' is wrong at column 4: a number, a name or '(' is needed, not the end.")]
    [InlineData("(1 + 2", "f.xml(7): the expression '(1 + 2' is wrong at column 7: a ')' is needed.")]
    [InlineData("1 2", "f.xml(7): the expression '1 2' is wrong at column 3: '2' stands where an operator is needed.")]
    [InlineData("a $ b", "f.xml(7): '$' at column 3 of 'a $ b' has no meaning in an expression.")]
    [InlineData("2 * )", "f.xml(7): the expression '2 * )' is wrong at column 5: a number, a name or '(' is needed, not ')'.")]
    public void Mistakes(string text, string message) =>
        Assert.Equal(message, Assert.Throws<NeuroMLException>(() => ExpressionReader.Read(text, Here)).Message);

    [Fact]
    public void An_unknown_function_is_named_with_those_there_are() =>
        Assert.StartsWith("f.xml(7): the expression '1 + expo(x)' is wrong at column 5: 'expo' is not a function; there are exp, log,",
            Assert.Throws<NeuroMLException>(() => ExpressionReader.Read("1 + expo(x)", Here)).Message);

    [Fact]
    public void Nesting_is_bounded() =>
        Assert.Contains("nested more than 200 deep",
            Assert.Throws<NeuroMLException>(() => ExpressionReader.Read(new string('(', 500) + "1" + new string(')', 500), Here)).Message);

    [Fact]
    public void Each_random_is_a_draw_of_its_own()
    {
        Expr e = ExpressionReader.Read("random(3) - random(3)", Here);

        Assert.Equal(2, e.Symbols().Where(s => s.Kind == SymbolKind.Random).Distinct().Count());
        Assert.Equal(3 * 0.75 - 3 * 0.25, Interpreter.Evaluate(e, s => s.Name == "U1" ? 0.75 : 0.25));
    }
}
