using Connexon.Programs;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Identical cells on a random graph are the uncoupled cell, however strong their junctions, because no current flows; half-gaps slow
/// them down.
/// </summary>
public sealed class IdenticalCells(ITestOutputHelper output)
{
    private const int Size = 10;

    private static readonly double[] Kappas = [0.01, 1, 100, 1e4];

    public static TheoryData<string, string> WithoutBound => new(
        Catalogue.Neurons.SelectMany(_ => new[] { Method.Imex4, Method.Fast }, (n, m) => (n.Name, m.Name)));

    public static TheoryData<string> Explicit => new(Method.All.Where(m => m.CouplingBound is not null).Select(m => m.Name));

    [Theory, MemberData(nameof(WithoutBound))]
    public void Are_the_uncoupled_cell_at_any_strength(string model, string method)
    {
        double[] alone = Alone(model, method);
        Assert.InRange(alone.Max() - alone.Min(), 0.5, 200); // it moves
        foreach (double kappa in Kappas)
        {
            double[][] coupled = Coupled(model, method, kappa);
            double worst = coupled.Max(cell => cell.Zip(alone, (a, b) => Math.Abs(a - b)).Max());
            output.WriteLine($"{model} {method} kappa {kappa}: {worst:E1}");
            Assert.InRange(worst, 0, 1e-9);
        }
    }

    [Theory, MemberData(nameof(Explicit))]
    public void Are_the_uncoupled_cell_under_explicit_methods_up_to_their_bound_and_refused_above(string method)
    {
        double[] alone = Alone("HH", method);
        foreach (double kappa in new[] { 0.01, 1 })
            Assert.All(Coupled("HH", method, kappa), cell => Assert.Equal(alone, cell));
        foreach (double kappa in new[] { 100, 1e4 })
            Assert.Contains($"{method} is stable up to dt = ", Assert.Throws<NetworkException>(() => Coupled("HH", method, kappa)).Message);
    }

    [Fact]
    public void Are_slowed_by_1_over_1_plus_kappa_under_Lagged()
    {
        foreach (double kappa in Kappas)
        {
            var n = new Passive(Size); // no leak: dV/dt = I / C
            var gap = new SymmetryGapJunction(n, "V", Connect.Ring, kappa / 0.1 / 2 * mS);
            Run run = new Network(n, gap).Drive(n, 3 * uA).Run(100 * ms, 0.1 * ms, Method.Lagged);
            Assert.Equal(kappa, run.Kappa.Max(), 1e-9 * kappa);
            for (int i = 0; i < Size; i++) Assert.Equal(1 / (1 + kappa), (run[n.V].Number(1000, i) + 65) / 300, 1e-9 / (1 + kappa));
        }
    }

    private static double[] Alone(string model, string method)
    {
        Neuron n = Population(model, 1);
        return Driven(new Network(n), n, method)[n["V"]].Numbers(0);
    }

    private static double[][] Coupled(string model, string method, double kappa)
    {
        Neuron n = Population(model, Size);
        Symbol v = n.Model.States[0].Symbol;
        double gain = Interpreter.Evaluate(n.Model.InputGain(v, n.Model.Input), s => n.Model.ParameterValues(s, 1)[0]);
        Dimension weight = n.Model.Input!.Dimension / v.Dimension;
        var (pre, post) = Connect.Random(0.5)(Size, Size);
        int most = Enumerable.Range(0, Size).Max(i => pre.Count(p => p == i) + post.Count(p => p == i));
        var gap = new SymmetryGapJunction(n, "V", (_, _) => (pre, post), new Quantity(kappa / (Step(model) * gain * most), weight));
        Run run = Driven(new Network(n, gap), n, method);
        Assert.Equal(kappa, run.Kappa.Max(), 1e-9 * kappa);
        return [.. Enumerable.Range(0, Size).Select(i => run[n["V"]].Numbers(i))];
    }

    private static Run Driven(Network network, Neuron n, string method) =>
        network.Drive(n, new Quantity(Compilation.CataloguePopulations.Input(n.Model.Name, 0), n.Model.Input!.Dimension))
            .Record(n["V"], every: 10).Run(100 * ms, Step(n.Model.Name) * ms, Method.Parse(method));

    // LIFRef is explicit, because a held state would have to leave the matrix: strong junctions halve its steps, and what is compared then
    // is also the error of the uncoupled cell's longer ones. NEST's cell at a step that the default has to halve.
    private static double Step(string model) => model switch
    {
        "LIFRef" => 0.05,
        "hh_psc_alpha_gap" => 0.01,
        _ => Compilation.CataloguePopulations.Step(model),
    };

    private static Neuron Population(string model, int size) => model switch
    {
        "HH" => new HH(size) { V_initializer = -65 * mV },
        "MorrisLecar" => new MorrisLecar(size) { V_initializer = -40 * mV },
        _ => Compilation.CataloguePopulations.Of(model, size),
    };
}
