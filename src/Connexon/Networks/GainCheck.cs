namespace Connexon;

/// <summary>Finds neurons that the current of a junction moves away from the partner.</summary>
internal static class GainCheck
{
    public static string? Problem(Electrical electrical)
    {
        double[] strengths = electrical.Strengths;
        foreach (var (group, state, input, first) in electrical.Layout.Nodes.Segments)
        {
            if (state is null || input is null) continue;
            for (int i = 0; i < group.Neurons; i++)
                for (int c = 0; c < electrical.Weights.Copies; c++)
                {
                    int row = (first + i) * electrical.Weights.Copies + c;
                    if (!(strengths[row] > 0) || electrical.Gains[row] >= 0) continue;
                    Placement at = group.At(i);
                    string[] named = [.. group.Model.InputGain(state, input).Symbols()
                        .Where(s => s.Kind == SymbolKind.Parameter).Select(s => s.Name)];
                    return $"{electrical.Layout.Network.LabelOf(at.Population)}: the current of a junction moves {state} of neuron "
                        + $"{at.Neuron(i - at.First)} away from its partner. Look at the sign of {string.Join(", ", named)}.";
                }
        }
        return null;
    }
}
