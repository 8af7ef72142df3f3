using Connexon.Programs;

namespace Connexon.NeuroML;

/// <summary>Where the neurons of a population start in a run, as numbers.</summary>
internal static class StartValues
{
    /// <param name="population">The population.</param>
    /// <param name="state">The state.</param>
    /// <param name="values">The numbers of its network.</param>
    public static double[] Of(Neuron population, Symbol state, ParameterValues values) => values.Start(population, state, 0)
        ?? Interpreter.Evaluate(population.Model.Find(state.Name)!.SteadyState!, population.Size, x =>
            x.Kind == SymbolKind.State ? Of(population, x, values) : values.Of(population, x, 0));
}
