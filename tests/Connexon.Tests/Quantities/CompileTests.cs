using Connexon.Tests.Repository;

namespace Connexon.Tests.Quantities;

/// <summary>A slip of units does not compile; the right thing does.</summary>
public class CompileTests
{
    [Theory]
    [InlineData("0.1 * mS")]
    [InlineData("[0.1 * mS, 0.2 * mS]")]
    [InlineData("new[] { 0.1 * mS, 0.2 * mS }")]
    [InlineData("Init.Uniform(0.1 * mS, 0.2 * mS)")]
    [InlineData("Conductance.Parse(\"0.1mS\")")]
    [InlineData("1 / (10 * MOhm)")]
    [InlineData("0.1 * kHz")]
    [InlineData("0.1 * one")]
    [InlineData("0.1")]
    [InlineData("[0.1]")]
    [InlineData("new double[] { 0.1 } * mS")]
    public void A_weight_that_compiles(string weight) => Assert.Empty(Script.ErrorsOfWeight(weight));

    [Theory]
    [InlineData("0.1 * ms", "CS1503: Argument 4: cannot convert from 'Connexon.Time' to 'Connexon.JunctionWeight'")]
    [InlineData("0.1 * mV", "CS1503: Argument 4: cannot convert from 'Connexon.Voltage' to 'Connexon.JunctionWeight'")]
    [InlineData("[0.1 * ms]", "CS0029: Cannot implicitly convert type 'Connexon.Time' to 'Connexon.JunctionWeight.One'")]
    [InlineData("\"0.1 mS\"", "CS1503: Argument 4: cannot convert from 'string' to 'Connexon.JunctionWeight'")]
    public void A_weight_that_does_not_compile(string weight, string error) => Assert.Equal([error], Script.ErrorsOfWeight(weight));

    [Theory]
    [InlineData("new Network(x, gap)")]
    [InlineData("new Network(x, [gap])")]
    [InlineData("new Network([x], [gap])")]
    [InlineData("new Network(new System.Collections.Generic.List<INetworkPart> { x, gap })")]
    [InlineData("new Network(x, gap).Drive(x, t => 10 * uA)")]
    [InlineData("new Network(x, gap).Drive(x, (t, i) => i * 10 * uA)")]
    [InlineData("new Network(x, gap).Drive(x, 10 * uA, neurons: [1])")]
    [InlineData("Drive.Step(start: 5 * ms, amplitude: 10 * uA)")]
    [InlineData("Drive.Step([1 * uA, 2 * uA], start: 5 * ms)")]
    [InlineData("Drive.Pulse([1 * uA, 2 * uA], 5 * ms, 1 * ms)")]
    [InlineData("HH.Squid(2, -60 * mV)")]
    [InlineData("HH.Squid(2, V_initializer: Init.Uniform(-70 * mV, -60 * mV))")]
    [InlineData("new LIF(2) { spikelet = 1 * mV * ms }")]
    [InlineData("gap.Weight[0] * 2")]
    [InlineData("0.07 / mV")]
    [InlineData("uA / ms")]
    public void A_first_guess_that_compiles(string value) => Assert.Empty(Script.Errors($$"""
        var x = new HH(2);
        var gap = new SymmetryGapJunction(x, "V", Connect.Pairs((0, 1)), 0.1 * mS);
        var found = {{value}};
        """));

    [Theory]
    [InlineData("1 * mS")]
    [InlineData("[1 * mS]")]
    public void One_weight_for_an_asymmetric_junction_is_told_what_it_lacks(string weight) => Assert.All(
        Script.Errors($"var x = new HH(2); var gap = new AsymmetryGapJunction(x, \"V\", Connect.Pairs((0, 1)), {weight});"),
        e => Assert.EndsWith("'An asymmetric weight is a pair, (to post, to pre): (0.1 * mS, 0.2 * mS) for all junctions, or "
            + "[(0.1 * mS, 0.2 * mS), ...] with a pair for each. With one weight both ways, use SymmetryGapJunction.'", e));

    [Theory]
    [InlineData("HH.Vm", "CS0117: 'HH' does not contain a definition for 'Vm'")]
    [InlineData("new HH(1).Vm",
        "CS1061: 'HH' does not contain a definition for 'Vm' and no accessible extension method 'Vm' accepting a first "
        + "argument of type 'HH' could be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("1 * mV + 1 * ms", "CS0019: Operator '+' cannot be applied to operands of type 'Voltage' and 'Time'")]
    [InlineData("1 * mV + 1", "CS0019: Operator '+' cannot be applied to operands of type 'Voltage' and 'int'")]
    [InlineData("1 * mV < 1 * mS", "CS0019: Operator '<' cannot be applied to operands of type 'Voltage' and 'Conductance'")]
    public void A_value_that_does_not_compile(string value, string error) => Assert.Equal([error], Script.Errors($"var x = {value};"));

    [Theory]
    [InlineData("Voltage v = 0.1 * mS;", "CS0029: Cannot implicitly convert type 'Connexon.Conductance' to 'Connexon.Voltage'")]
    [InlineData("double v = 0.1 * mS;", "CS0029: Cannot implicitly convert type 'Connexon.Conductance' to 'double'")]
    [InlineData("var n = new HH(2) { gNa = 120 };",
        "CS0029: Cannot implicitly convert type 'int' to 'Connexon.Parameter<Connexon.Conductance>'")]
    [InlineData("var n = new HH(2) { C = 1 * mS };",
        "CS0029: Cannot implicitly convert type 'Connexon.Conductance' to 'Connexon.Parameter<Connexon.Capacitance>'")]
    [InlineData("var n = new LIF(2) { V_threshold = 1 * mV };", "CS0117: 'LIF' does not contain a definition for 'V_threshold'")]
    [InlineData("var n = new HH(2); new Network(n).Run(100, dt: 0.01 * ms);",
        "CS1503: Argument 2: cannot convert from 'int' to 'Connexon.Time'")]
    [InlineData("var n = new HH(2); new Network(n).Run(100 * ms, dt: 0.01);",
        "CS1503: Argument 3: cannot convert from 'double' to 'Connexon.Time'")]
    [InlineData("var n = new HH(2); new Network(n).Drive(n, 10 * mV);",
        "CS1503: Argument 2: cannot convert from 'Connexon.Voltage' to 'Connexon.Drive'")]
    public void A_statement_that_does_not_compile(string statement, string error) => Assert.Equal([error], Script.Errors(statement));

    [Fact]
    public void The_quick_start_compiles()
    {
        string sample = Checkout.Read("samples", "QuickStart.cs");

        Assert.Empty(Script.Errors(sample[sample.IndexOf("var neurons", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void What_the_quick_start_names_in_its_comments_compiles() =>
        Assert.Empty(Script.Errors(
            """
            HH pre = new HH(3), post = new HH(3);
            var gap = new SymmetryGapJunction((pre, post), ("V", "V"), (preSize, postSize) => ([0, 1, 2], [1, 2, 0]),
                [0.1 * mS, 0.2 * mS, 0.3 * mS]);
            var same = new SymmetryGapJunction((pre, post), nameof(HH.V), Connect.OneToOne, Init.Uniform(0.1 * mS, 0.2 * mS));
            pre.InitState(batchSize: 4);
            post.InitState(batchSize: 4);
            gap.Update();
            pre.Update(10 * uA);
            """));
}
