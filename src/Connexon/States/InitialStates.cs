using Connexon.Programs;

namespace Connexon;

/// <summary>Sets the states of a group to where they start.</summary>
internal static class InitialStates
{
    public static void Fill(Group group)
    {
        foreach (var (population, first) in group.Plan.Members())
            foreach (StateVariable state in population.Model.States)
            {
                PinnedArray all = group.Memory(state.Symbol);
                for (int b = 0; b < group.Members; b++)
                {
                    double[] start = Start(group, population, state, first, b);
                    for (int i = 0; i < start.Length; i++) all[(first + i) * group.Members + b] = start[i];
                }
            }
        foreach (StateVariable state in group.Plan.Model.States) group.Plan.Pad(group.Memory(state.Symbol), group.Members);
    }

    private static double[] Start(Group group, Neuron population, StateVariable state, int first, int b) =>
        group.Plan.Values.Start(population, state.Symbol, b)
        ?? Interpreter.Evaluate(state.SteadyState!, population.Size, s =>
            s.Kind == SymbolKind.State ? group.Values(s, first, population.Size, b) : group.Plan.Values.Of(population, s, b));
}
