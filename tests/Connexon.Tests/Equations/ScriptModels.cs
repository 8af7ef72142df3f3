using Connexon.Tests.Quantities;
using Connexon.Tests.Repository;

using static Connexon.Units;

namespace Connexon.Tests.Equations;

/// <summary>A neuron in a script needs one <c>using static</c>, and says no type twice.</summary>
public class ScriptModels
{
    private const string AdEx = """
        public sealed class Cell(Shape size) : Neuron(size)
        {
            [Meaning("conductance of the leak")] public Parameter<Conductance> gL { get; init; } = 30 * nS;
            public Parameter<Voltage> EL { get; init; } = -70.6 * mV;
            public Parameter<Voltage> slope { get; init; } = 2 * mV;
            public Parameter<Capacitance> C { get; init; } = 281 * pF;

            protected override void Define(ModelBuilder m)
            {
                Expr V = m.State("V", -70.6 * mV), w = m.State("w", 0 * pA), x = m.State("x", 1), y = m.State("y", 2 * mV / ms);
                m.Derivative(V, (-gL * (V - EL) + gL * slope * Exp((V + 50.4 * mV) / slope) - w + m.Input(Dimension.Current)) / C);
                m.Derivative(w, (4 * nS * (V - EL) - w) / (144 * ms));
                m.Derivative(x, (Min(Pow(x, 2), Sqrt(x)) - Max(x, Abs(x)) - Select(x < 0.5, Tanh(x), Log(x + 1))) / (10 * ms));
                m.Derivative(y, -y / (5 * ms));
                m.SpikeWhen(V, reaches: -40 * mV, (V, -70.6 * mV), (w, w + 80.5 * pA));
            }
        }
        """;

    private const string Functions = "using static Connexon.Functions;\n";

    [Fact]
    public void A_model_with_one_using_static_compiles_and_runs()
    {
        Neuron cell = Script.Cell(AdEx, 1);
        Run run = new Network(cell).Drive(cell, 0.8 * nA).Record(cell["y"]).Run(50 * ms, 0.02 * ms);

        Assert.Equal(["mV", "uA", "", "mV/ms"], cell.Model.States.Select(s => s.Symbol.Dimension.Unit));
        Assert.Equal("(min(x^2, sqrt(x)) - max(x, abs(x)) - select(x < 0.5, tanh(x), log(x + 1))) / (10 ms)",
            $"{cell.Model.Find("x")!.Slope}");
        Assert.Equal(2 * Math.Exp(-10), run[cell["y"]].Number(2500, 0), 1e-8);
        Assert.Equal("conductance of the leak", cell.Model.Parameters[0].Meaning);
        double[] spikes = [.. run.Spikes(cell).Times(0).Select(t => t / ms)];
        Assert.Equal(2, spikes.Length);
        Assert.Equal(17.6675, spikes[0], 1e-3); // solved elsewhere, at 1e-4 ms
        Assert.Equal(40.3776, spikes[1], 1e-3);
    }

    [Fact]
    public void With_the_functions_used_as_well_it_is_the_same_model() =>
        Assert.True(Script.Cell(AdEx, 1).Model.SameEquations(Script.Cell(AdEx, 1, Script.Usings + Functions).Model));

    [Fact]
    public void The_neuron_of_the_documentation_compiles()
    {
        string text = Checkout.Read("docs", "concepts.md").Split("## A neuron of your own")[1].Split("```csharp\n")[1].Split("```")[0];
        Neuron cell = Script.Cell(text.Replace("class Leaky", "class Cell"), 2);
        Assert.Equal("(-gL * (V - EL) + I) / C", $"{cell.Model.States[0].Slope}");
        Assert.Equal(["conductance of the leak", "reversal potential of the leak", "capacitance"],
            cell.Model.Parameters.Select(p => p.Meaning));
    }

    [Theory]
    [InlineData("0 * pA", "a current (uA)")]
    [InlineData("0", "a pure number")]
    [InlineData("0.5", "a pure number")]
    [InlineData("(Quantity)(3 * mV)", "a voltage (mV)")]
    [InlineData("Init.Uniform(1 * ms, 2 * ms)", "a time (ms)")]
    [InlineData("V_initializer", "a voltage (mV)")]
    public void A_state_has_the_dimension_of_its_start(string start, string dimension)
    {
        string code = $$"""
            public sealed class Cell(Shape size) : Neuron(size)
            {
                public Init<Voltage> V_initializer { get; init; } = [-65 * mV];
                protected override void Define(ModelBuilder m) => m.State("s", {{start}});
            }
            """;
        Assert.Equal(dimension, $"{Script.Cell(code, 1).Model.States[0].Symbol.Dimension}");
    }
}
