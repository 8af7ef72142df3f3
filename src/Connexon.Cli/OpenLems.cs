using System.Text.Json.Nodes;
using Connexon.NeuroML;
using Connexon.Plotting;

namespace Connexon.Cli;

/// <summary>A LEMS or NeuroML file that was read: its network and its outputs are its own.</summary>
internal sealed class OpenLems(string path, NeuroMLFile file, OutputFormat format, string? sample) : OpenFile
{
    private const int MostNotes = 12;
    private Described? _described;

    public override bool HasNetwork => file.HasNetwork;

    public override Described Described => _described ??= file.Describe();

    public override int Every(int? asked, RunSettings settings)
    {
        if (sample is not { } text) return asked ?? 1;
        if (asked is not null) throw new FormatException("--every and --sample say the same in two ways: give one of them.");
        double steps = Quantities.Parse<Time>("--sample", text).Value / settings.Dt.Value;
        return Math.Abs(steps - Math.Round(steps)) < 1e-6 * steps && steps >= 1 ? (int)Math.Round(steps)
            : throw new FormatException($"--sample: {text} is not a whole number of steps of {settings.Dt}.");
    }

    public override OutputOptions Outputs(string? folder) => new() { Folder = folder, Format = format };

    public override int? Kept(int every, bool verify) => verify ? 1 : null;

    public override Picture Draw(DescribedRun run) => run.Displays.Count > 0
        ? Picture.Stacked([.. run.Displays.Select(d =>
            Picture.Traces(d.Times, [.. d.Lines.Select(l => l.Values)], [.. d.Lines.Select(l => l.Name)], d.Unit, d.Title))])
        : throw new FormatException($"--plot: {path} has no <Display> with a line, so there is nothing to draw.");

    public override string NameOf(Network network, Neuron neurons, int index) => $"{network.LabelOf(neurons)}[{index}]";

    public override void AddTo(SummaryTable summary)
    {
        AddNotes(summary, all: true);
        if (file.Length is { } length) summary.Add("length_ms", "length", length.Value, $"{length}");
        foreach (string output in file.OutputPaths) summary.Add(null, "output", null, output);
    }

    public override void AddTo(SummaryTable summary, Run run)
    {
        AddNotes(summary, all: false);
        if (run.Kappa.Count > 0)
        {
            double[] kappa = [.. run.Kappa.Order()];
            summary.Add("kappa_max", "kappa", kappa[^1],
                $"{kappa[^1]:G3} largest, {kappa[kappa.Length / 2]:G3} median, at dt = {run.Settings.Dt}");
            summary.Add("kappa_median", null, kappa[kappa.Length / 2]);
            summary.Add("treatment", "coupling", run.Treatment);
            if (run.PredictedCouplingError is { } predicted)
                summary.Add("predicted_coupling_error", "predicted error", predicted,
                    $"{100 * predicted:G2} % of rates at the largest kappa, from how the method treats junctions alone");
        }
        summary.Add("method", "method", run.Settings.Method.Name,
            $"{run.Settings.Method}, dt = {run.Settings.Dt}, seed {run.Settings.Seed}");
        if (run.LargestError is { } error)
            summary.Add("largest_step_error", "step error", error.Size.Value,
                $"{error.Size.Rounded(2)} in the worst step, at {((Quantity)error.Time).Rounded(6)}");
        summary.Add("steps_halved", run.StepsHalved > 0 ? "halved steps" : null, run.StepsHalved,
            $"{run.StepsHalved}: a cell was too fast for the step there");
        if (!run.IsComplete)
            summary.Add("stopped", "stopped", true,
                $"at step {run.Steps} of {run.Settings.Steps}: what was written is whole up to there");
        summary.Add("duration_ms", "model time", run.Duration.Value,
            $"{run.Duration}, {run.Steps} steps{(run.StepsTaken < run.Steps ? $", taken in {run.StepsTaken}" : "")}");
        int spikes = run.Network.Populations.Sum(p => run.Spikes(p).Count), cells = run.Network.Populations.Sum(p => p.Size);
        summary.Add("spikes", "spikes", spikes);
        summary.Add("preparation_s", "preparation", run.Preparation.TotalSeconds,
            $"{run.Preparation.TotalSeconds:F2} s to check, compile and assemble");
        double each = run.Elapsed.TotalSeconds / Math.Max(1, (double)run.Steps * cells);
        summary.Add("wall_s", "wall time", run.Elapsed.TotalSeconds,
            $"{run.Elapsed.TotalSeconds:F2} s, {each * 1e9:F0} ns per cell and step");
        summary.Add("ns_per_cell_step", null, each * 1e9);
    }

    private void AddNotes(SummaryTable summary, bool all)
    {
        int files = file.Report.Files.Count;
        summary.Add("files", "files", files, files == 1 ? "1" : $"{files}, includes among them");
        foreach (ReadNote n in file.Report.Notes.Where(n => n.Action == ReadAction.Read && n.Place is null))
            summary.Add(null, "read", null, n.Text);
        ReadNote[] odd = [.. file.Report.Notes.Where(n => n.Action != ReadAction.Read)];
        foreach (ReadNote n in odd.Take(all ? odd.Length : MostNotes))
            summary.Add(null, n.Action.ToString().ToLowerInvariant(), null, n.Text + Where(n));
        if (!all && odd.Length > MostNotes)
            summary.Add(null, "noted", null, $"and {odd.Length - MostNotes} things more: see connexon info");
        summary.Add("notes", null, new JsonArray([.. file.Report.Notes.Select(n => (JsonNode?)new JsonObject
        {
            ["action"] = n.Action.ToString().ToLowerInvariant(),
            ["text"] = n.Text,
            ["place"] = n.Place?.ToString(),
            ["count"] = n.Count,
        })]));
    }

    private static string Where(ReadNote n) => n.Count > 1 ? $" ({n.Count} times, first at {n.Place})"
        : n.Place is { } place && !n.Text.StartsWith($"{place}", StringComparison.Ordinal) ? $" ({place})" : "";
}
