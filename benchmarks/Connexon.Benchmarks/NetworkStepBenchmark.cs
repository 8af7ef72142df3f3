using BenchmarkDotNet.Attributes;

using static Connexon.Units;

namespace Connexon.Benchmarks;

/// <summary>
/// What does a junction cost? Whole steps of the engine on one thread, spikes collected: classic Hodgkin-Huxley neurons with 0 or 10
/// junctions of 0.01 mS each, spiking at 10 uA. Nanoseconds per neuron-step; 10 junctions are to take twice the time of none at most, and
/// steps allocate nothing (what is left is the engine itself and the lists of spikes, spread over 200 000 neuron-steps).
/// </summary>
[InProcess, WarmupCount(10), IterationCount(100), IterationTime(4), MemoryDiagnoser, MinColumn, MedianColumn]
public class NetworkStepBenchmark
{
    private const int NeuronSteps = 200_000;

    private RunSettings _settings = null!;
    private NetworkState _state = null!;

    /// <summary>Neurons.</summary>
    [Params(1000, 10_000)]
    public int Neurons { get; set; }

    /// <summary>Junctions per neuron.</summary>
    [Params(0, 10)]
    public int Junctions { get; set; }

    /// <summary>Of states, parameters and weights.</summary>
    [ParamsAllValues]
    public Precision Precision { get; set; }

    /// <summary>The network, past its first spike.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        HH neurons = HH.Squid(Neurons);
        var junctions = new SymmetryGapJunction(neurons, "V", Connect.FixedDegree(Junctions), 0.01 * mS);
        _settings = new RunSettings(NeuronSteps / Neurons * 0.01 * ms, 0.01 * ms, Method.ExponentialEuler, Precision: Precision);
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
