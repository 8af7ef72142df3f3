using System.Text.Json.Nodes;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what moved when the step was halved.</summary>
internal static class VerificationSummary
{
    public static void AddTo(SummaryTable summary, Verification v, Func<int, string> nameOf)
    {
        StateChange state = v.States[0];
        string label = state.State.Name;
        summary.Add(null, $"{label} at dt/2", null, $"moves by {state.Rms.Rounded(2)} rms, {state.WorstRms.Rounded(2)} rms in the worst cell, at most "
            + $"{state.Largest.Rounded(2)} ({nameOf(state.Neuron)} at {((Quantity)state.Time).Rounded(4)})");
        SpikeChange? spikes = v.Spikes.FirstOrDefault();
        if (spikes is not null)
            summary.Add(null, "spikes at dt/2", null, $"{spikes.Gained} gained, {spikes.Lost} lost, {spikes.Kept} kept; shifted by "
                + $"{((Quantity)spikes.RmsShift).Rounded(2)} rms, at most {((Quantity)spikes.LargestShift).Rounded(2)}");
        if (!v.Halved.IsComplete) summary.Add(null, "stopped", null, $"the run at half the step, at {v.Halved.Duration}: compared up to there");
        summary.Add("verification", "verdict", new JsonObject
        {
            ["good_enough"] = v.IsGoodEnough,
            ["verdict"] = v.Verdict,
            ["compared_ms"] = v.Halved.Duration.Value,
            ["state"] = label,
            ["largest_change"] = state.Largest.Value,
            ["rms_change"] = state.Rms.Value,
            ["worst_rms_change"] = state.WorstRms.Value,
            ["range"] = state.Range.Value,
            ["spikes_kept"] = spikes?.Kept ?? 0,
            ["spikes_gained"] = spikes?.Gained ?? 0,
            ["spikes_lost"] = spikes?.Lost ?? 0,
            ["largest_shift_ms"] = spikes?.LargestShift.Value ?? 0,
            ["rms_shift_ms"] = spikes?.RmsShift.Value ?? 0,
        }, v.Verdict);
    }
}
