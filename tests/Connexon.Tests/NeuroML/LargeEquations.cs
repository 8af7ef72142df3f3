using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Derived variables that name each other, more and deeper than could be written out.</summary>
public sealed class LargeEquations : NeuroMLText
{
    private const int Long = 100_000, Many = 20_000;

    /// <summary>Written out, a million products: 200 000 operations were once the most that was read.</summary>
    [Fact]
    public void Squared_twenty_times()
    {
        FlatComponent c = Flat(Type(20, "x", (k, d) => $"{d} * {d}"), "c");
        Expr slope = c.Equations.States[0].Slope!;
        Assert.Equal(20 + 4, Walk.Parts([slope]).Count); // x, 20 products; - (...) / tau
        double at = 1 + Math.Pow(2, -20);
        Assert.Equal(1, c.Slope("x", ("x", at)) / -Math.Pow(at, 1048576), Math.Pow(2, 20) * 2.3e-16);
        Assert.Empty(FlatNeuron.Problems(c.Equations));
    }

    [Theory]
    [InlineData("x", Long, 2 * Long + 5)] // x, 1e-5 and for each a product and a sum; - (...) / tau
    [InlineData("weight", Many, 2 * Many + 7)] // may be set anew by a connection, so that it is not known
    public void A_chain(string first, int length, int parts)
    {
        FlatComponent c = SmallStack.Of(() =>
            Flat(Type(length, first, (_, d) => $"{d} + 0.00001 * {(first == "x" ? d : "x * " + d)}"), "c"));
        Assert.Equal(parts, Walk.Parts([c.Equations.States[0].Slope!]).Count);
        double due = first == "x" ? 0.5 : 1;
        for (int k = 0; k < length; k++) due += 1e-5 * (first == "x" ? due : 0.5 * due);
        Assert.Equal(1, c.Slope("x", ("x", 0.5), ("weight", 1)) / -due, 1e-9);
    }

    /// <summary>What follows from numbers and parameters alone is a parameter, whatever the way to it.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("rate")]
    public void A_chain_of_what_is_known(string first)
    {
        FlatComponent c = SmallStack.Of(() => Flat(Type(Many, first, (k, d) => k % 2 == 0 ? $"{d} + 1" : $"-(-{d})"), "c"));
        Assert.Equal(first == "1" ? -(1 + Many / 2.0) : -(3 + Many / 2.0), c.Slope("x", ("x", 0.5)), 1e-9);
        Assert.InRange(Walk.Parts([c.Equations.States[0].Slope!]).Count, 3, 5);
    }

    [Fact]
    public void A_circle_of_twenty_thousand() => Assert.Equal(
        "file.xml(5): 'd20000' of <s id=\"c\"> depends on itself.",
        SmallStack.Of(() => FlatFault(Type(Many, $"d{Many}", (_, d) => $"{d} + 1"), "c")));

    /// <summary>2000 derived variables, here of d = 2 x, once took the process with them.</summary>
    [Fact]
    public void A_chain_runs()
    {
        NeuroMLFile file = Read(Type(2000, "x", (_, d) => $"{d} + 0.0005 * x") + """
            <network id="net"><population id="p" component="c" size="1"/></network>
            <Simulation id="sim" length="1s" step="10ms" target="net"><OutputFile id="o" fileName="o.dat">
            <OutputColumn id="x" quantity="p[0]/x"/></OutputFile></Simulation>
            <Target component="sim"/>
            """);
        double[][] rows = OwnFile.Columns(file, 1);
        Assert.Equal(101, rows.Length);
        for (int k = 0; k < rows.Length; k++) Assert.Equal(0.5 * Math.Exp(-2 * 0.01 * k), rows[k][0], 1e-6);
    }

    // x' = -d / tau, where d is the last of a chain that begins with some name and tau is 1 s.
    private static string Type(int variables, string first, Func<int, string, string> next)
    {
        string Link(int k) => $"<DerivedVariable name=\"d{k}\" dimension=\"none\" value=\"{next(k - 1, $"d{k - 1}")}\"/>";
        return $"""
            <s id="c" rate="3"/><ComponentType name="s"><Parameter name="rate" dimension="none"/>
            <Property name="weight" dimension="none" defaultValue="1"/><Constant name="tau" dimension="time" value="1s"/><Dynamics>
            <StateVariable name="x" dimension="none"/><DerivedVariable name="d0" dimension="none" value="{first}"/>
            {string.Concat(Enumerable.Range(1, variables).Select(Link))}
            <TimeDerivative variable="x" value="-d{variables} / tau"/><OnStart><StateAssignment variable="x" value="0.5"/></OnStart>
            </Dynamics></ComponentType>
            """;
    }
}
