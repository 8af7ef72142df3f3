using BenchmarkDotNet.Attributes;

using static Connexon.Units;

namespace Connexon.Benchmarks;

/// <summary>
/// What does a step of each method cost? Classic Hodgkin-Huxley neurons with 10 junctions of 0.01 mS each, spiking at 10 uA, one thread.
/// Nanoseconds per neuron-step. A step of the default has 6 right-hand sides, of RungeKutta4 four, of the others one.
/// </summary>
[InProcess, WarmupCount(10), IterationCount(60), IterationTime(10), MinColumn, MedianColumn]
public class MethodStepBenchmark
{
    private const int NeuronSteps = 200_000;

    private RunSettings _settings = null!;
    private NetworkState _state = null!;

    /// <summary>Neurons.</summary>
    [Params(1000, 10_000)]
    public int Neurons { get; set; }

    /// <summary>The method.</summary>
    [ParamsSource(nameof(Methods))]
    public string Method { get; set; } = "";

    /// <summary>Every fixed-step method.</summary>
    public static IEnumerable<string> Methods => Connexon.Method.All.Select(m => m.Name);

    /// <summary>The network, past its first spike.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var neurons = new HH(Neurons) { gL = 0.3 * mS, V_initializer = Init.Uniform(-70 * mV, -60 * mV) };
        var junctions = new SymmetryGapJunction(neurons, "V", Connect.FixedDegree(10), 0.01 * mS);
        _settings = new RunSettings(NeuronSteps / Neurons * 0.01 * ms, 0.01 * ms, Connexon.Method.Parse(Method));
        _state = NetworkState.Of(new Network(neurons, junctions).Drive(neurons, 10 * uA), _settings);
        Step();
    }

    /// <summary>As many steps as make 200 000 neuron-steps.</summary>
    [Benchmark(OperationsPerInvoke = NeuronSteps)]
    public long Step()
    {
        var engine = new Engine(_state, [], new Spiking(_state), null, CancellationToken.None);
        engine.Run();
        return engine.StepsDone;
    }
}
