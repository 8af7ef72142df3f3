using Connexon.Programs;

namespace Connexon.NeuroML;

/// <summary>Where the neurons of a population start in a run, as numbers.</summary>
internal static class StartValues
{
    /// <param name="population">The population.</param>
    /// <param name="state">The state.</param>
    /// <param name="label">The population's name in the network, by which random starts are drawn.</param>
    /// <param name="seed">The run's seed.</param>
    public static double[] Of(Neuron population, Symbol state, string label, ulong seed)
    {
        StateVariable s = population.Model.Find(state.Name)!;
        if (s.Start is { } values) return values.All(population.Size, 0, new CounterRandom(seed, CounterRandom.Stream($"{label}.{state.Name}")));
        return s.SteadyState is null ? new double[population.Size] : Interpreter.Evaluate(s.SteadyState, population.Size, x =>
            x.Kind == SymbolKind.State ? Of(population, x, label, seed) : population.Model.ParameterValues(x, population.Size));
    }
}
