using Connexon.Programs;
using static Connexon.Units;

namespace Connexon.Tests.Neurons;

public class CatalogueTests
{
    [Fact]
    public void Names_every_model_with_its_source_and_one_line()
    {
        Assert.Equal(
            ["HH", "MorrisLecar", "WangBuzsakiHH", "LIF", "LIFRef", "Izhikevich", "FitzHughNagumo", "hh_psc_alpha_gap",
            "hh_cond_beta_gap_traub"],
            Catalogue.Neurons.Select(m => m.Name));
        Assert.All(Catalogue.Neurons, m => Assert.Matches(@"(18|19|20)\d\d.*doi:10\.", m.Model.Source));
        Assert.All(Catalogue.Neurons, m => Assert.DoesNotContain('\n', m.Summary));
    }

    [Fact]
    public void Holds_every_neuron_class_of_the_library() =>
        Assert.Equal(
            typeof(Neuron).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Neuron)) && !t.IsAbstract).Select(t => t.Name)
                .Order(),
            Catalogue.Neurons.Select(m => m.Create(1).GetType().Name).Order());

    /// <summary>1/exprel(-x) is 1 + x/2 + x^2/12 near x = 0, where Hodgkin and Huxley's quotient is 0/0.</summary>
    [Theory]
    [InlineData("HH", "m", -40, 1.0)]
    [InlineData("HH", "n", -55, 0.1)]
    [InlineData("WangBuzsakiHH", "n", -34, 5 * 0.1)]
    public void Rates_are_exact_at_their_removable_singularities(string model, string gate, double singular, double alpha)
    {
        Model m = Catalogue.Neurons.Single(e => e.Name == model).Model;
        Expr slope = m.Find(gate)!.Slope!; // at gate = 0 the slope is alpha
        foreach (double away in new[] { 0, 1e-12, -1e-9, 1e-6, -1e-4 })
        {
            double v = singular + away, x = (v - singular) / 10;
            double due = alpha * (1 + x / 2 + x * x / 12);
            double found =
                Interpreter.Evaluate(slope, s => s.Name == "V" ? v : s.Kind == SymbolKind.State ? 0 : m.ParameterValues(s, 1)[0]);
            Assert.Equal(due, found, due * 4e-16);
        }
    }

    [Fact]
    public void A_run_passes_through_the_removable_singularities()
    {
        var n = new HH(3) { V_initializer = [-40 * mV, -55 * mV, -55.00000000001 * mV] };
        Run run = new Network(n).Run(0.01 * ms, 0.01 * ms);
        Assert.Equal(run[n.V].Number(1, 1), run[n.V].Number(1, 2), 1e-9);
        Assert.True(double.IsFinite(run[n.V].Number(1, 0)));
    }

    [Theory]
    [InlineData("Hopf", 85, false)]
    [InlineData("Hopf", 100, true)]
    [InlineData("SaddleNode", 38, false)]
    [InlineData("SaddleNode", 42, true)]
    public void The_two_sets_of_Morris_Lecar_begin_to_fire_where_the_literature_says(string set, double current, bool fires)
    {
        MorrisLecar n = set == "Hopf" ? MorrisLecar.Hopf(1) : MorrisLecar.SaddleNode(1);
        Run run = new Network(n).Drive(n, current * uA).Run(2000 * ms, 0.05 * ms);
        Assert.Equal(fires, run.Spikes(n).Times(0).Any(t => t > 1000 * ms));
    }

    [Fact]
    public void Fast_spiking_Izhikevich_cells_fire_faster_than_regular_ones()
    {
        SpikeRecord Spikes(Izhikevich n) => new Network(n).Drive(n, 10 * mV / ms).Run(500 * ms, 0.1 * ms, Method.RungeKutta4).Spikes(n);
        Assert.True(Spikes(Izhikevich.FastSpiking(1)).Count > 3 * Spikes(Izhikevich.RegularSpiking(1)).Count);
        // A chattering cell: several spikes within a few ms, then a pause.
        Time[] at = Spikes(Izhikevich.Chattering(1)).Times(0);
        double[] intervals = [.. at.Zip(at.Skip(1), (a, b) => (b - a) / ms)];
        Assert.True(intervals.Max() > 5 * intervals.Min());
    }
}
