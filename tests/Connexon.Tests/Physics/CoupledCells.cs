using static Connexon.Units;

namespace Connexon.Tests.Physics;

/// <summary>What junctions must leave alone, whatever the cells.</summary>
public class CoupledCells
{
    public static TheoryData<string, string> ModelsAndMethods => new(
        Catalogue.Neurons.SelectMany(_ => new[] { Method.ExponentialEuler, Method.RungeKutta4 }, (n, m) => (n.Name, m.Name)));

    [Theory, MemberData(nameof(ModelsAndMethods))]
    public void Identical_coupled_cells_are_the_uncoupled_cell_bit_for_bit(string model, string method)
    {
        CatalogueEntry entry = Catalogue.Neurons.Single(e => e.Name == model);
        double input = Compilation.CataloguePopulations.Input(model, 0), dt = Compilation.CataloguePopulations.Step(model);
        Neuron many = Alike(entry, 10), one = Alike(entry, 1);
        Dimension dimension = many.Model.Input!.Dimension;
        var weight = new Quantity(model switch { "LIF" or "LIFRef" => 300, ['h', 'h', '_', ..] => 1e-6, _ => 0.3 },
            dimension / many.Model.States[0].Symbol.Dimension);
        var gap = new SymmetryGapJunction(many, "V", Connect.Random(0.5), weight);
        Assert.InRange(gap.Count, 10, 45);

        Run coupled = new Network(many, gap).Drive(many, new Quantity(input, dimension)).Run(2000 * dt * ms, dt * ms, Method.Parse(method));
        Run alone = new Network(one).Drive(one, new Quantity(input, dimension)).Run(2000 * dt * ms, dt * ms, Method.Parse(method));

        for (int i = 0; i < 10; i++) Assert.Equal(alone[one["V"]].Numbers(0), coupled[many["V"]].Numbers(i));
        Assert.NotEmpty(alone.Spikes(one).Steps(0));
    }

    [Fact]
    public void Junction_currents_of_a_network_sum_to_zero()
    {
        var (x, y) = (new HH(60), new MorrisLecar(37) { V_initializer = Init.Uniform(-70 * mV, 40 * mV) });
        var within = new SymmetryGapJunction(x, "V", Connect.Random(0.2), Init.Uniform(0.01 * mS, 1 * mS));
        var between = new SymmetryGapJunction((x, y), "V", Connect.Random(0.3, between: true), Init.Uniform(0.01 * mS, 1 * mS));
        var state = NetworkState.Of(new Network(x, y, within, between),
            new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler, Seed: 3));

        new Share(state, new Team(0, 1, new SpinBarrier(1))).Couple(Coupling.Input);

        double[] currents = [.. state.Nodes.Inputs.Span];
        double moved = currents.Sum(Math.Abs);
        Assert.InRange(moved, 1000, 1e6);
        Assert.InRange(Math.Abs(currents.Sum()) / moved, 0, 1e-15);
    }

    [Fact]
    public void Charge_of_passive_cells_decays_as_if_there_were_no_junctions()
    {
        var n = new Passive(20) { V_initializer = Init.Uniform(-70 * mV, 30 * mV) };
        var gap = new SymmetryGapJunction(n, "V", Connect.Random(0.3), Init.Uniform(0.1 * mS, 1 * mS));
        Run run = new Network(n, gap).Run(10 * ms, 0.01 * ms, Method.RungeKutta4, seed: 5);
        double Mean(int row) => Enumerable.Range(0, 20).Average(i => run[n.V].Number(row, i));
        Assert.Equal(Math.Exp(-0.3 * 10), Mean(1000) / Mean(0), 1e-11);
    }

    /// <summary>A population whose cells all start alike.</summary>
    private static Neuron Alike(CatalogueEntry entry, int size) => entry.Name switch
    {
        "HH" => new HH(size) { V_initializer = -65 * mV },
        "MorrisLecar" => new MorrisLecar(size) { V_initializer = -40 * mV },
        _ => entry.Create(size),
    };
}
