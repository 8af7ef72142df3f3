using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>The one summary at the end of a run.</summary>
internal static class RunSummary
{
    public static SummaryTable Of(Run run, ConnectomeTable table, Neuron neurons, State first, string path)
    {
        var summary = new SummaryTable();
        summary.Add("file", "file", path);
        TableSummary.AddTo(summary, table, new ConnectomeGraph(table));
        CouplingSummary.AddTo(summary, run.Coupling, run.Settings.Dt);

        summary.Add("neuron", "neuron", neurons.Model.Name);
        summary.Add("method", "method", run.Settings.Method.Name, $"{run.Settings.Method}, dt = {run.Settings.Dt}, seed {run.Settings.Seed}");
        if (run.Settings.Precision != Precision.Double) summary.Add("precision", "precision", "single", "single: states, parameters and weights of 7 digits");
        if (run.SolverIterations > 0) summary.Add("solver_iterations", "iterations", run.SolverIterations);
        if (run.LargestError is { } error)
        {
            summary.Add("largest_step_error", "step error", error.Size.Value,
                $"{error.Size.Rounded(2)} in the worst step, {table.Names[error.Neuron]} at {((Quantity)error.Time).Rounded(6)}");
            summary.Add("steps_halved", null, run.StepsHalved);
        }
        if (run.StepsHalved > 0) summary.Add(null, "halved steps", null, $"{run.StepsHalved}: a cell was too fast for the step there");
        if (!run.IsComplete) summary.Add("stopped", "stopped", true, $"at step {run.Steps} of {run.Settings.Steps}: what was recorded is whole up to there");
        summary.Add("duration_ms", "model time", run.Duration.Value, $"{run.Duration}, {run.Steps} steps");

        int spikes = run.Spikes(neurons).Count;
        double rate = run.Duration.Value > 0 ? spikes / (neurons.Size * run.Duration.Value * 1e-3) : 0;
        double chi = Synchrony.Chi(run[first], 0.5 * run.Duration);
        summary.Add("spikes", "spikes", spikes, $"{spikes}, {rate:F1} Hz per cell");
        summary.Add("rate_Hz", null, rate);
        summary.Add("synchrony", "synchrony chi", SummaryTable.Number(chi), double.IsNaN(chi) ? "undefined: nothing moves" : $"{chi:F3} (second half; 1: all cells as one)");

        double speed = run.Steps * (double)neurons.Size / Math.Max(run.Elapsed.TotalSeconds, 1e-9);
        summary.Add("preparation_s", "preparation", run.Preparation.TotalSeconds, $"{run.Preparation.TotalSeconds:F2} s to check, compile and assemble");
        summary.Add("wall_s", "wall time", run.Elapsed.TotalSeconds, $"{run.Elapsed.TotalSeconds:F2} s, {speed / 1e6:F1} million neuron-steps per second");
        summary.Add("neuron_steps_per_s", null, speed);
        return summary;
    }
}
