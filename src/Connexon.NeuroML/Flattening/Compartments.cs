namespace Connexon.NeuroML;

/// <summary>Cells of several compartments, which are not supported yet.</summary>
internal static class Compartments
{
    /// <exception cref="NeuroMLException">The component is a cell with more than one segment.</exception>
    public static void Check(Component component)
    {
        foreach ((string slot, Component morphology) in component.Children)
        {
            if (slot != "morphology") continue;
            Component[] segments = [.. morphology.Children.Where(c => c.Slot == "segments").Select(c => c.Child)];
            if (segments.Length > 1)
                throw segments[1].Source.Wrong($"{component} has {segments.Length} segments: "
                    + "cells of several compartments are not supported yet. "
                    + "They need cable equations between segments. Reduce the cell to one segment of the same area.");
        }
    }
}
