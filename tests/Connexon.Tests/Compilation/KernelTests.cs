using Connexon.Compilation;

namespace Connexon.Tests.Compilation;

/// <summary>Kernels against the interpreter, for every model of the catalogue.</summary>
public class KernelTests
{
    /// <summary>
    /// How far a compiled step may be from the interpreted one, relative to the largest value of the state: the change within a step is
    /// small against the state, so that the functions' errors (2 ulp) and fused operations hardly count. Measured: 1.4 ulp.
    /// </summary>
    private const double OneStep = 4 * 2.2e-16;

    /// <summary>Fifty steps; differences grow in the upstroke of a spike, most in Izhikevich's quadratic one. Measured: 24 ulp.</summary>
    private const double FiftySteps = 64 * 2.2e-16;

    public static TheoryData<string, string> ModelsAndMethods => new(
        CataloguePopulations.Names.SelectMany(_ => Method.All.Append(Method.Adaptive()), (n, m) => (n, m.Name)));

    public static TheoryData<string> Models => new(CataloguePopulations.Names);

    [Theory, MemberData(nameof(Models))]
    public void Every_population_size_steps_as_interpreted(string model)
    {
        for (int size = 1; size <= 67; size++) Hold(model, nameof(Method.ExponentialEuler), size, VectorWidth.Widest, steps: 1, OneStep);
    }

    [Theory, MemberData(nameof(ModelsAndMethods))]
    public void Every_vector_width_steps_as_interpreted(string model, string method)
    {
        foreach (VectorWidth width in VectorWidth.All.Where(w => w != VectorWidth.Widest))
            Hold(model, method, 67, width, steps: 50, FiftySteps);
    }

    [Theory, MemberData(nameof(ModelsAndMethods))]
    public void The_width_of_this_machine_steps_as_interpreted(string model, string method)
    {
        Hold(model, method, 67, VectorWidth.Widest, steps: 1, OneStep);
        Hold(model, method, 67, VectorWidth.Widest, steps: 50, FiftySteps);
    }

    [Theory, MemberData(nameof(ModelsAndMethods))]
    public void Parameters_per_neuron_give_the_bits_of_uniform_ones(string model, string method)
    {
        Neuron uniform = CataloguePopulations.Of(model, 13), each = CataloguePopulations.WithArrays(uniform);
        Assert.NotNull(uniform.Model.Parameters[0].Values.Uniform);
        Assert.All(each.Model.Parameters, p => Assert.Null(p.Values.Uniform));
        var (one, other) = (Compiled(uniform, method, VectorWidth.Widest), Compiled(each, method, VectorWidth.Widest));
        for (int step = 0; step < 200; step++)
        {
            one.Step();
            other.Step();
        }
        foreach (StateVariable s in uniform.Model.States) Assert.Equal(Bits(one.Values(s.Symbol)), Bits(other.Values(s.Symbol)));
    }

    private static void Hold(string model, string method, int size, VectorWidth width, int steps, double tolerance)
    {
        Neuron n = CataloguePopulations.Of(model, size);
        CompiledPopulation compiled = Compiled(n, method, width);
        Dictionary<Symbol, double[]> start = n.Model.States.ToDictionary(s => s.Symbol, s => compiled.Values(s.Symbol).ToArray());
        var interpreted = new InterpretedPopulation(
            n, Method.Parse(method), CataloguePopulations.Step(model), (s, i) => start[s][i], i => CataloguePopulations.Input(model, i));
        for (int step = 1; step <= steps; step++)
        {
            compiled.Step();
            interpreted.Step();
            Assert.Equal(interpreted.Spiked, compiled.Spiked);
        }
        foreach (StateVariable s in n.Model.States)
        {
            double[] due = [.. Enumerable.Range(0, size).Select(i => interpreted.Value(s.Symbol, i))];
            double scale = Math.Max(due.Max(Math.Abs), start[s.Symbol].Max(Math.Abs));
            ReadOnlySpan<double> found = compiled.Values(s.Symbol);
            for (int i = 0; i < size; i++)
                Assert.True(Math.Abs(found[i] - due[i]) <= tolerance * scale,
                    $"{s.Symbol}[{i}] of {model}({size}), {method}, {width.Name}: {found[i]:R}, interpreted {due[i]:R}, "
                    + $"{Math.Abs(found[i] - due[i]) / scale / 2.2e-16:F0} ulp of the largest after {steps} steps");
        }
    }

    private static CompiledPopulation Compiled(Neuron n, string method, VectorWidth width)
    {
        string model = n.Model.Name;
        double dt = CataloguePopulations.Step(model);
        var compiled = new CompiledPopulation(n, Method.Parse(method), dt, width, i => CataloguePopulations.Input(model, i));
        CataloguePopulations.Spread(n, compiled.Values(n.Model.Spike!.Watched));
        return compiled;
    }

    private static long[] Bits(ReadOnlySpan<double> x) => [.. x.ToArray().Select(BitConverter.DoubleToInt64Bits)];
}
