using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>Flat equations of cells as neurons of the library, run by its engine.</summary>
public sealed class LibraryModels : NeuroMLText
{
    [Fact]
    public void A_cell_of_a_file_runs_as_the_plain_loop_does()
    {
        NeuroMLFile file = Read("""
            <izhikevich2007Cell id="RS" v0="-60mV" C="100 pF" k="0.7 nS_per_mV" vr="-60 mV" vt="-40 mV" vpeak="35 mV" a="0.03 per_ms"
                b="-2 nS" c="-50 mV" d="100 pA"/>
            <pulseGenerator id="pulse" delay="0ms" duration="1000ms" amplitude="100pA"/>
            <network id="n"><population id="p" component="RS" size="1"/><explicitInput target="p[0]" input="pulse"/></network>
            """);
        NetworkDescription n = file.Network!;
        Assert.Empty(FlatNeuron.Problems(n.Populations[0].Component.Equations));

        var cells = new FlatNeuron(n.Populations[0].Component.Equations, [new Placed(n.Populations[0].Component)]);
        Run run = new Network(cells).Drive(cells, 0.1 * nA).Run(200 * ms, dt: 0.01 * ms, Method.RungeKutta4);

        var loop = new PlainLoop(n, 0.001);
        var spikes = new List<double>();
        double before = -60;
        var u = new Symbol(SymbolKind.State, "v", Dimension.Voltage);
        for (long k = 0; k < 200_000; k++)
        {
            loop.Step(k);
            double v = loop.Cell(new CellIndex(0, 0))[u];
            if (v == -50 && before > 0) spikes.Add((k + 1) * 0.001);
            before = v;
        }
        Assert.True(spikes.Count >= 3, $"{spikes.Count} spikes");
        Assert.Equal(spikes.Count, run.Spikes(cells).Count);
        Assert.All(run.Spikes(cells).Times(0).Zip(spikes), t => Assert.Equal(t.Second, t.First.Value, 0.1));
    }

    [Fact]
    public void Components_of_like_equations_become_one_population_with_parameters_for_each()
    {
        NeuroMLFile file = Read("""
            <iafRefCell id="a" C="1pF" leakConductance="1nS" leakReversal="-65mV" thresh="-55mV" reset="-70mV" refract="5ms"/>
            <iafRefCell id="b" C="2pF" leakConductance="1nS" leakReversal="-60mV" thresh="-55mV" reset="-70mV" refract="2ms"/>
            <network id="n"><population id="p" component="a" size="2"/><population id="q" component="b" size="1"/></network>
            """);
        FlatComponent[] cells = [.. file.Network!.Populations.SelectMany(p => Enumerable.Repeat(p.Component, p.Size))];
        Assert.Same(cells[0].Equations, cells[2].Equations);

        Model model = new FlatNeuron(cells[0].Equations, [.. cells.Select(c => new Placed(c))]).Model;

        Assert.Equal("iafRefCell", model.Name);
        Assert.Equal(["v", "refractory_steps"], model.States.Select(s => s.Symbol.Name));
        Assert.Equal([1e-6, 1e-6, 2e-6], model.ParameterValues(model.Parameters.First(p => p.Symbol.Name == "C").Symbol, 3));
        Assert.Equal("1 nS", model.Parameters.First(p => p.Symbol.Name == "leakConductance").ValueText);
    }
}
