using System.Text.Json.Nodes;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what was read.</summary>
internal static class TableSummary
{
    public static void AddTo(SummaryTable summary, ConnectomeTable table, ConnectomeGraph graph)
    {
        TableReport r = table.Report;
        summary.Add("rows", "rows", r.Rows, $"{r.Rows} read, {r.ElectricalRows} electrical");
        summary.Add("electrical_rows", null, r.ElectricalRows);
        summary.Add("cells", "cells", r.Cells);
        summary.Add("pairs", "pairs", r.Pairs, $"{r.Pairs}: {r.ReciprocalPairs} listed both ways ({r.UnequalPairs} unequal), {r.OneWayPairs} one way");
        summary.Add("junctions", "junctions", r.Junctions);
        summary.Add("self_pairs", "self pairs", r.SelfPairs, r.SelfPairs == 0 ? "0" : $"{r.SelfPairs}, {(r.SelfKept ? "kept" : "dropped")}: they carry nothing");
        summary.Add("duplicates", "repeated rows", r.Duplicates, r.Duplicates == 0 ? "0" : $"{r.Duplicates}, added up");
        summary.Add("listing", "listing", $"{r.Listing}", $"{r.Listing}: {r.ListingReason}");
        summary.Add("components", "components", new JsonArray([.. graph.ComponentSizes.Select(s => (JsonNode?)s)]), graph.ComponentText);
    }
}

/// <summary>The rows of a summary that say how hard the coupling is.</summary>
internal static class CouplingSummary
{
    public static void AddTo(SummaryTable summary, CouplingStrength coupling, Time dt)
    {
        summary.Add("kappa_max", "kappa", coupling.LargestKappa,
            $"{coupling.LargestKappa:G4} largest, {coupling.MedianKappa:G4} median, at dt = {dt}");
        summary.Add("kappa_median", null, coupling.MedianKappa);
        summary.Add("longest_explicit_step_ms", "explicit step", SummaryTable.Number(coupling.LongestExplicitStep.Value),
            double.IsFinite(coupling.LongestExplicitStep.Value) ? $"up to {coupling.LongestExplicitStep.Value:G4} ms (ExponentialEuler)" : "any: nothing is coupled");
    }
}
