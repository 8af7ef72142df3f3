using System.Text.Json.Nodes;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what a LEMS file holds, and how its run went.</summary>
internal static class LemsSummary
{
    private const int MostNotes = 12;

    public static void AddTo(SummaryTable summary, ReadReport report, bool all = false)
    {
        summary.Add("files", "files", report.Files.Count, report.Files.Count == 1 ? "1" : $"{report.Files.Count}, includes among them");
        foreach (ReadNote n in report.Notes.Where(n => n.Action == ReadAction.Read && n.Place is null)) summary.Add(null, "read", null, n.Text);
        ReadNote[] odd = [.. report.Notes.Where(n => n.Action != ReadAction.Read)];
        foreach (ReadNote n in odd.Take(all ? odd.Length : MostNotes))
            summary.Add(null, n.Action.ToString().ToLowerInvariant(), null, n.Text
                + (n.Count > 1 ? $" ({n.Count} times, first at {n.Place})" : n.Place is { } place && !n.Text.StartsWith($"{place}", StringComparison.Ordinal) ? $" ({place})" : ""));
        if (!all && odd.Length > MostNotes) summary.Add(null, "noted", null, $"and {odd.Length - MostNotes} things more: see connexon info");
        summary.Add("notes", null, new JsonArray([.. report.Notes.Select(n => (JsonNode?)new JsonObject
        {
            ["action"] = n.Action.ToString().ToLowerInvariant(),
            ["text"] = n.Text,
            ["place"] = n.Place?.ToString(),
            ["count"] = n.Count,
        })]));
    }

    public static void AddTo(SummaryTable summary, Run run)
    {
        if (run.Kappa.Count > 0)
        {
            double[] kappa = [.. run.Kappa.Order()];
            summary.Add("kappa_max", "kappa", kappa[^1], $"{kappa[^1]:G3} largest, {kappa[kappa.Length / 2]:G3} median, at dt = {run.Settings.Dt}");
            summary.Add("kappa_median", null, kappa[kappa.Length / 2]);
            summary.Add("treatment", "coupling", run.Treatment);
            if (run.PredictedCouplingError is { } predicted)
                summary.Add("predicted_coupling_error", "predicted error", predicted, $"{100 * predicted:G2} % of rates at the largest kappa, from how the method treats junctions alone");
        }
        summary.Add("method", "method", run.Settings.Method.Name, $"{run.Settings.Method}, dt = {run.Settings.Dt}, seed {run.Settings.Seed}");
        if (run.LargestError is { } error)
            summary.Add("largest_step_error", "step error", error.Size.Value, $"{error.Size.Rounded(2)} in the worst step, at {((Quantity)error.Time).Rounded(6)}");
        summary.Add("steps_halved", run.StepsHalved > 0 ? "halved steps" : null, run.StepsHalved, $"{run.StepsHalved}: a cell was too fast for the step there");
        if (!run.IsComplete) summary.Add("stopped", "stopped", true, $"at step {run.Steps} of {run.Settings.Steps}: what was written is whole up to there");
        summary.Add("duration_ms", "model time", run.Duration.Value, $"{run.Duration}, {run.Steps} steps{(run.StepsTaken < run.Steps ? $", taken in {run.StepsTaken}" : "")}");
        int spikes = run.Network.Populations.Sum(p => run.Spikes(p).Count), cells = run.Network.Populations.Sum(p => p.Size);
        summary.Add("spikes", "spikes", spikes);
        summary.Add("preparation_s", "preparation", run.Preparation.TotalSeconds, $"{run.Preparation.TotalSeconds:F2} s to check, compile and assemble");
        double each = run.Elapsed.TotalSeconds / Math.Max(1, (double)run.Steps * cells);
        summary.Add("wall_s", "wall time", run.Elapsed.TotalSeconds, $"{run.Elapsed.TotalSeconds:F2} s, {each * 1e9:F0} ns per cell and step");
        summary.Add("ns_per_cell_step", null, each * 1e9);
    }
}
