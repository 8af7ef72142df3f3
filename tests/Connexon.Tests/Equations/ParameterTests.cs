using static Connexon.Units;

namespace Connexon.Tests.Equations;

/// <summary>A parameter is written once, as a property.</summary>
public class ParameterTests
{
    [Fact]
    public void Its_name_values_and_meaning_are_those_of_the_property()
    {
        Model m = new Tilted(2) { C = [1 * uF, 2 * uF], bend = 3 * mV / ms }.Model;

        Assert.Equal(
            ["E = -65 mV: reversal potential", "g = 0.1 mS: ", "C = 2 values 1 .. 2 uF: ", "bend = 3 mV/ms: how much it bends",
            "speed = 2: "],
            m.Parameters.Select(p => $"{p}: {p.Meaning}"));
        Assert.Equal("(-g * (V - E) + I) / C + speed * bend", $"{m.States[0].Slope}");
    }

    [Fact]
    public void What_is_null_is_no_parameter() =>
        Assert.Equal(["E", "g", "C", "speed"], new Tilted(1).Model.Parameters.Select(p => p.Symbol.Name));

    [Fact]
    public void Operators_between_parameters_numbers_and_quantities_give_expressions()
    {
        Parameter<Conductance> g = 2 * mS;
        Parameter<Capacitance> C = 1 * uF;
        (g, C) = ((Parameter<Conductance>)g.Named("g", "", null), (Parameter<Capacitance>)C.Named("C", "", null));
        var other = (Parameter<Conductance>)g.Named("E", "", null);
        Expr V = new Symbol(SymbolKind.State, "V", Dimension.Voltage);

        Expr[] values =
            [g / C, 1 / C, g * 2, 3 * mV * g, one * g, -g, g + 1 * mS, g - g, 1 * mS - g, g * V, V * g, V / g, g / V, Functions.Exp(g)];
        Expr[] conditions = [g < other, g < 1 * mS, 1 * mS < g, C > 2 * uF, other >= g, 1 * uF <= C, C >= 2 * uF, 3 * uF >= C];

        Assert.Equal(["g / C", "1 / C", "g * 2", "3 mV * g", "1 * g", "-g", "g + 1 mS", "g - g", "1 mS - g", "g * V", "V * g", "V / g",
                "g / V", "exp(g)"],
            values.Select(e => $"{e}"));
        Assert.Equal(["g < E", "g < 1 mS", "1 mS < g", "2 uF < C", "g <= E", "1 uF <= C", "2 uF <= C", "C <= 3 uF"],
            conditions.Select(e => $"{e}"));
    }

    [Fact]
    public void Models_may_share_one_under_different_names()
    {
        var one = new Tilted(1) { g = 0.7 * mS };
        _ = one.Model;
        var two = new HH(1) { gK = one.g, gNa = one.g };

        Assert.Equal(["gK = 0.7 mS", "gNa = 0.7 mS"], two.Model.Parameters.Where(p => p.Symbol.Name is "gK" or "gNa").Select(p => $"{p}")
            .Order());
        Assert.Equal("g", one.Model.Parameters[1].Symbol.Name);
        Assert.Equal("g = 0.7 mS", $"{one.g}");
        Assert.Equal("0.1 mS", $"{new Tilted(1).g}");
    }

    [Fact]
    public void Threads_that_build_one_model_at_once_build_the_same()
    {
        for (int k = 0; k < 50; k++)
        {
            var (given, cells) = ((Parameter<Conductance>)(0.2 * mS), new Neuron[16]);
            Parallel.For(0, 16, i => cells[i] = i % 2 == 0 ? new Tilted(1) { g = given } : new HH(1) { gL = given });
            var models = new Model[16, 2];
            Parallel.For(0, 32, i => models[i / 2, i % 2] = cells[i / 2].Model);
            var shared = new Tilted(1) { g = given };
            Parallel.For(0, 8, _ => Assert.Equal("(-g * (V - E) + I) / C", $"{shared.Model.States[0].Slope}"));
            Assert.All(Enumerable.Range(0, 16), i => Assert.Same(models[i, 0], models[i, 1]));
            Assert.All(Enumerable.Range(0, 16), i =>
                Assert.Contains(models[i, 0].Parameters, p => $"{p}" == (i % 2 == 0 ? "g = 0.2 mS" : "gL = 0.2 mS")));
        }
    }

    [Fact]
    public void A_general_quantity_must_have_the_unit_that_the_property_says()
    {
        var cells = new Tilted(1) { bend = (Quantity)(3 * mV) };
        var e = Assert.Throws<NetworkException>(() => new Network(cells).Run(1 * ms, dt: 0.1 * ms));
        Assert.Equal(["bend of Tilted(1) is a voltage (mV), but a voltage per time (mV/ms) is needed."], e.Problems);
    }

    [Fact]
    public void What_cannot_have_a_name_is_refused_with_what_to_write()
    {
        Assert.Equal("E of Fixed is a parameter, but cannot be set: write { get; init; }.",
            Assert.Throws<ArgumentException>(() => new Fixed().Model).Message);
        Assert.Equal("3 mV/ms stands in an equation as a parameter without a name: a parameter is a property of a model, { get; init; }.",
            Assert.Throws<ArgumentException>(() => new Nameless().Model).Message);
    }

    [Fact]
    public void Those_of_a_base_class_come_first_and_an_overridden_one_comes_once()
    {
        Model m = new Derived(1).Model;
        Assert.Equal(["E = -70 mV", "g = 0.1 mS", "C = 1 uF", "speed = 2", "more = 1 mV/ms"], m.Parameters.Select(p => $"{p}"));
    }

    [Fact]
    public void Every_parameter_of_the_catalogue_says_what_it_means() =>
        Assert.All(Catalogue.Neurons, n => Assert.All(n.Model.Parameters, p => Assert.NotEqual("", p.Meaning)));

    [Fact]
    public void Whatever_else_stands_in_a_model_of_the_catalogue_has_a_summary()
    {
        string xml = File.ReadAllText(Path.ChangeExtension(typeof(HH).Assembly.Location, ".xml"));
        var bare = from n in Catalogue.Neurons
                   from p in n.Create(1).GetType().GetProperties()
                   where !typeof(Parameter).IsAssignableFrom(p.PropertyType)
                   let name = $"P:{p.DeclaringType!.FullName}.{p.Name}"
                   where !xml.Contains($"\"{name}\"") && !xml.Contains($"\"{name}(System.String)\"")
                   select name;
        Assert.Empty(bare);
    }

    private class Tilted(Shape size) : Neuron(size)
    {
        [Meaning("reversal potential")] public virtual Parameter<Voltage> E { get; init; } = -65 * mV;
        public Parameter<Conductance> g { get; init; } = 0.1 * mS;
        public Parameter<Capacitance> C { get; init; } = 1 * uF;
        [Meaning("how much it bends", Unit = "mV/ms")] public Parameter<Quantity>? bend { get; init; }
        private Parameter<double> speed { get; init; } = 2;

        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", (Init<Voltage>)(-65 * mV)), slope = (-g * (V - E) + m.Input(Dimension.Current)) / C;
            m.Derivative(V, bend is null ? slope : slope + speed * bend);
        }
    }

    private sealed class Derived(Shape size) : Tilted(size)
    {
        public override Parameter<Voltage> E { get; init; } = -70 * mV;
        public Parameter<Quantity> more { get; init; } = 1 * mV / ms;
    }

    private sealed class Fixed() : Neuron(1)
    {
        public Parameter<Voltage> E { get; } = -65 * mV;
        protected override void Define(ModelBuilder m) => m.Derivative(m.State("V", (Init<Voltage>)(0 * mV)), E / (1 * ms));
    }

    private sealed class Nameless() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Parameter<Quantity> pull = 3 * mV / ms;
            m.Derivative(m.State("V", (Init<Voltage>)(0 * mV)), pull);
        }
    }
}
