using Connexon.Programs;

namespace Connexon;

/// <summary>Sets the states of a group to where they start.</summary>
internal static class InitialStates
{
    /// <param name="group">The group.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="firstMember">The number of the first member of the batch that runs here.</param>
    /// <param name="labelOf">The name of a population in the network: what its random start is drawn for.</param>
    public static void Fill(Group group, ulong seed, int firstMember, Func<Neuron, string> labelOf)
    {
        foreach (var (population, first) in group.Plan.Members())
            foreach (StateVariable state in population.Model.States)
            {
                var random = new CounterRandom(seed, CounterRandom.Stream($"{labelOf(population)}.{state.Symbol.Name}"));
                Span<double> all = group.Array(state.Symbol);
                for (int b = 0; b < group.Members; b++)
                {
                    double[] start = Start(group, population, state, first, b, firstMember, random);
                    for (int i = 0; i < start.Length; i++) all[(first + i) * group.Members + b] = start[i];
                }
            }
        foreach (StateVariable state in group.Plan.Model.States) group.Plan.Pad(group.Array(state.Symbol), group.Members);
    }

    private static double[] Start(Group group, Neuron population, StateVariable state, int first, int b, int firstMember, CounterRandom random)
    {
        if (state.Start is { } values) return values.All(population.Size, firstMember + b, random);
        return state.SteadyState is null ? new double[population.Size] : Interpreter.Evaluate(state.SteadyState, population.Size, s =>
            s.Kind == SymbolKind.State ? group.Values(s, first, population.Size, b) : population.Model.ParameterValues(s, population.Size));
    }
}
