using BenchmarkDotNet.Attributes;

using Connexon.Compilation;

using static Connexon.Units;

namespace Connexon.Benchmarks;

/// <summary>
/// What does it cost that kernels are compiled from equations? 4096 classic Hodgkin-Huxley neurons without junctions, one exponential Euler
/// step: the compiled kernel against the same passes written by hand over the widest vectors of the machine. Nanoseconds per neuron-step;
/// the ratio is to be 1.1 at most.
/// </summary>
[InProcess, WarmupCount(10), IterationCount(100), IterationTime(2), MinColumn, MedianColumn]
public class HhKernelBenchmark
{
    private const int Neurons = 4096;

    private readonly HandWrittenHH _byHand = HandWrittenHH.Widest();
    private readonly PinnedArray[] _states = [.. Enumerable.Range(0, 4).Select(_ => new PinnedArray(Neurons))];
    private readonly PinnedArray _input = new(Neurons);
    private readonly byte[] _spikes = new byte[Neurons];
    private Group _group = null!, _single = null!;
    private PinnedArray _scratch = null!;

    /// <summary>Both start from the same states.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        HH neurons = HH.Squid(Neurons);
        var settings = new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler);
        NetworkState state = NetworkState.Of(new Network(neurons), settings);
        NetworkState single = NetworkState.Of(new Network(neurons), settings with { Precision = Precision.Single });
        (_group, _single) = (state.Groups[0], single.Groups[0]);
        _scratch = new PinnedArray(_group.ScratchLength);
        state.Nodes.Inputs.Span.Fill(10);
        single.Nodes.Inputs.As<float>().Fill(10);
        _input.Span.Fill(10);
        foreach (var (variable, copy) in neurons.Model.States.Zip(_states)) _group.Array(variable.Symbol).CopyTo(copy.Span);
        for (int step = 0; step < 1000; step++)
        {
            ByHand();
            Compiled();
            InSingle();
        }
        double apart = neurons.Model.States.Zip(_states).Max(s => Difference(_group.Array(s.First.Symbol), s.Second.Span));
        if (!(apart < 1e-9))
            throw new InvalidOperationException($"After 1000 steps the two kernels are {apart} apart: they do not compute the same.");
    }

    /// <summary>By hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Neurons)]
    public void ByHand() => _byHand.Run(_states[0], _states[1], _states[2], _states[3], _input, _spikes);

    /// <summary>Compiled from the equations.</summary>
    [Benchmark(OperationsPerInvoke = Neurons)]
    public void Compiled() => _group.Run(0, _scratch, 0, Neurons);

    /// <summary>The same in single precision.</summary>
    [Benchmark(OperationsPerInvoke = Neurons)]
    public void InSingle() => _single.Run(0, _scratch, 0, Neurons);

    private static double Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double largest = 0;
        for (int i = 0; i < a.Length; i++) largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        return largest;
    }
}
