using System.Text.Json.Nodes;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what moved when the step was halved, over all populations that have the first state.</summary>
internal static class VerificationSummary
{
    public static void AddTo(SummaryTable summary, Verification v, Func<Neuron, int, string> nameOf)
    {
        string label = v.States[0].State.Name;
        StateChange[] states = [.. v.States.Where(s => s.State.Name == label && s.State.Dimension == v.States[0].State.Dimension)];
        StateChange largest = states.MaxBy(s => s.Largest.Value)!;
        Dimension unit = largest.State.Dimension;
        Quantity rms = new(Rms(states.Select(s => (s.Rms.Value, s.State.Neurons.Size))), unit);
        Quantity worst = new(states.Max(s => s.WorstRms.Value), unit);
        summary.Add(null, $"{label} at dt/2", null, $"moves by {rms.Rounded(2)} rms, {worst.Rounded(2)} rms in the worst cell, at most "
            + $"{largest.Largest.Rounded(2)} ({nameOf(largest.State.Neurons, largest.Neuron)} at {((Quantity)largest.Time).Rounded(4)})");
        int kept = v.Spikes.Sum(s => s.Kept), gained = v.Spikes.Sum(s => s.Gained), lost = v.Spikes.Sum(s => s.Lost);
        Time shift = new(Rms(v.Spikes.Select(s => (s.RmsShift.Value, s.Kept))));
        Time farthest = new(v.Spikes.Select(s => s.LargestShift.Value).DefaultIfEmpty().Max());
        if (v.Spikes.Count > 0)
            summary.Add(null, "spikes at dt/2", null, $"{gained} gained, {lost} lost, {kept} kept; shifted by "
                + $"{((Quantity)shift).Rounded(2)} rms, at most {((Quantity)farthest).Rounded(2)}");
        if (!v.Halved.IsComplete)
            summary.Add(null, "stopped", null, $"the run at half the step, at {v.Halved.Duration}: compared up to there");
        summary.Add("verification", "verdict", new JsonObject
        {
            ["good_enough"] = v.IsGoodEnough,
            ["verdict"] = v.Verdict,
            ["compared_ms"] = v.Halved.Duration.Value,
            ["state"] = label,
            ["largest_change"] = largest.Largest.Value,
            ["rms_change"] = rms.Value,
            ["worst_rms_change"] = worst.Value,
            ["range"] = states.Max(s => s.Range.Value),
            ["spikes_kept"] = kept,
            ["spikes_gained"] = gained,
            ["spikes_lost"] = lost,
            ["largest_shift_ms"] = farthest.Value,
            ["rms_shift_ms"] = shift.Value,
        }, v.Verdict);
    }

    // Of parts of unlike size.
    private static double Rms(IEnumerable<(double Rms, int Count)> parts)
    {
        double squares = 0, count = 0;
        foreach (var (rms, n) in parts) (squares, count) = (squares + n * rms * rms, count + n);
        return count > 0 ? Math.Sqrt(squares / count) : 0;
    }
}
