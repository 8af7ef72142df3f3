using System.Text.Json.Nodes;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what was read.</summary>
internal static class TableSummary
{
    public static void AddTo(SummaryTable summary, ConnectomeTable table, ConnectomeGraph graph)
    {
        TableReport r = table.Report;
        if (r.Sheet is not null)
            summary.Add("sheet", "sheet", r.Sheet,
                r.OtherSheets.Count == 0 ? r.Sheet : $"{r.Sheet}; not read: {string.Join(", ", r.OtherSheets)}");
        bool list = r.Layout == TableLayout.List;
        summary.Add("layout", null, list ? "list" : "matrix");
        summary.Add("read_as", null, new JsonArray([.. r.Notes.Select(n => (JsonNode?)n)]));
        foreach (string note in r.Notes) summary.Add(null, "read as", null, note);
        if (!list) summary.Add("rows", "entries", r.Rows, $"{r.Rows} other than 0");
        else summary.Add("rows", "rows", r.Rows, string.Join(", ",
            [$"{r.Rows} read", $"{r.ElectricalRows} electrical", .. r.OtherTypes.Select(t => $"{t.Value} of type '{t.Key}' left out")]));
        summary.Add("electrical_rows", null, r.ElectricalRows);
        summary.Add("other_rows", null, new JsonObject(r.OtherTypes.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value))));
        summary.Add("zero_rows", r.ZeroRows == 0 ? null : "rows of count 0", r.ZeroRows, $"{r.ZeroRows}, left out");
        summary.Add("cells", "cells", r.Cells);
        summary.Add("pairs", "pairs", r.Pairs,
            $"{r.Pairs}: {r.ReciprocalPairs} listed both ways ({r.UnequalPairs} unequal), {r.OneWayPairs} one way");
        summary.Add("junctions", "junctions", r.Junctions);
        summary.Add("self_pairs", "self pairs", r.SelfPairs,
            r.SelfPairs == 0 ? "0" : $"{r.SelfPairs}, {(r.SelfKept ? "kept" : "dropped")}: they carry nothing");
        summary.Add("duplicates", "repeated rows", r.Duplicates, r.Duplicates == 0 ? "0" : $"{r.Duplicates}, added up");
        summary.Add("listing", "listing", $"{r.Listing}", $"{r.Listing}: {r.ListingReason}");
        summary.Add("warnings", null, new JsonArray([.. r.Warnings.Select(w => (JsonNode?)TableArguments.InOptions(w))]));
        summary.Add("components", "components", new JsonArray([.. graph.ComponentSizes.Select(s => (JsonNode?)s)]), graph.ComponentText);
    }
}

/// <summary>The rows of a summary that say how hard the coupling is.</summary>
internal static class CouplingSummary
{
    public static void AddTo(SummaryTable summary, CouplingStrength coupling, Time dt)
    {
        summary.Add("kappa_max", "kappa", coupling.LargestKappa,
            $"{coupling.LargestKappa:G3} largest, {coupling.MedianKappa:G3} median, at dt = {dt}");
        summary.Add("kappa_median", null, coupling.MedianKappa);
        summary.Add("longest_explicit_step_ms", "explicit step", SummaryTable.Number(coupling.LongestExplicitStep.Value),
            double.IsFinite(coupling.LongestExplicitStep.Value)
                ? $"up to {coupling.LongestExplicitStep.Value:G4} ms (ExponentialEuler)"
                : "any: nothing is coupled");
        summary.Add("treatment", "coupling", coupling.Treatment);
        if (coupling.PredictedError is { } error)
            summary.Add("predicted_coupling_error", "predicted error", error,
                $"{100 * error:G2} % of rates at the largest kappa, from how the method treats junctions alone; Imex4 has none of it");
    }
}
