namespace Connexon;

/// <summary>Sets the states of a group to where they start.</summary>
internal static class InitialStates
{
    public static void Fill(Group group)
    {
        foreach (Placement at in group.Plan.Placements)
            for (int b = 0; b < group.Members; b++)
                foreach (var (state, start) in StartValues.Of(at, group.Numbers, b))
                {
                    PinnedArray all = group.Memory(state);
                    for (int i = 0; i < start.Length; i++) all[(at.First + i) * group.Members + b] = start[i];
                }
        foreach (StateVariable state in group.Plan.Model.States) group.Plan.Pad(group.Memory(state.Symbol), group.Members);
    }
}
