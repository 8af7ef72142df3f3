namespace Connexon.NeuroML;

/// <summary>Says what a network holds, and what is odd about it.</summary>
internal static class NetworkReport
{
    public static void Add(NetworkDescription n, ReadReport report)
    {
        void Say(int count, string what)
        {
            if (count > 0) report.Add(ReadAction.Read, $"{count} {what}");
        }
        Say(n.Cells,
            $"cells in {n.Populations.Count} populations, "
            + $"{n.Populations.Select(p => p.Component.Equations).Distinct().Count()} sets of equations");
        Say(n.Electrical.Count, $"electrical connections, {n.Electrical.Select(e => e.Junction).Distinct().Count()} kinds of junction");
        Say(n.Continuous.Count, "continuous connections");
        Say(n.Events.Count, "synapses of spikes");
        Say(n.Inputs.Count, "inputs");
        Junctions(n, report);
        Zero(n.Electrical.Count(c => c.Weight == 0), "electrical");
        Zero(n.Continuous.Count(c => c.Weight == 0), "continuous");
        Zero(n.Events.Count(c => c.Weight == 0), "synaptic");

        void Zero(int count, string kind)
        {
            if (count > 0) report.Add(ReadAction.Noted, $"{count} {kind} connections have weight 0 and carry nothing");
        }
    }

    private static void Junctions(NetworkDescription n, ReadReport report)
    {
        int self = 0, mirrored = 0, repeated = 0;
        var seen = new HashSet<(CellIndex, CellIndex)>();
        foreach (ElectricalConnection c in n.Electrical)
        {
            if (c.A == c.B) self++;
            else if (seen.Contains((c.B, c.A)) && !seen.Contains((c.A, c.B))) mirrored++;
            else if (seen.Contains((c.A, c.B))) repeated++;
            seen.Add((c.A, c.B));
        }
        if (self > 0) report.Add(ReadAction.Noted, $"{self} junctions join a cell with itself and carry nothing");
        if (mirrored > 0)
            report.Add(ReadAction.Noted,
                $"{mirrored} pairs of cells are listed in both directions: each listing is a junction, so these have the sum of both");
        if (repeated > 0) report.Add(ReadAction.Noted,
            $"{repeated} junctions repeat one between the same cells: their conductances add up");
    }
}
