using System.Text.Json.Nodes;
using Connexon.Plotting;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>A connectome table that was read, with a neuron for each of its cells.</summary>
/// <param name="network">The table, and the neurons of its cells.</param>
/// <param name="described">Their network, driven.</param>
/// <param name="weight">The weight of a junction, as it was written.</param>
/// <param name="notes">What tables beside it leave open.</param>
internal sealed class OpenTable(TableNetwork network, Described described, string weight, IReadOnlyList<string> notes) : OpenFile
{
    /// <summary>Of more cells the spectrum is found where it is asked for.</summary>
    public const int QuickSpectrum = 20_000;

    private readonly ConnectomeTable _table = network.Table;
    private readonly ConnectomeGraph _graph = new(network.Table);

    /// <summary>True to find the spectrum whatever it takes.</summary>
    public bool Spectrum { get; init; }

    public override Described Described => described;

    public override IEnumerable<string> Warnings => [.. _table.Report.Warnings.Select(TableArguments.InOptions), .. notes];

    public override int Every(int? asked, RunSettings settings) => asked ?? RunOutput.FittingInterval(_table.Names.Count, settings);

    public override OutputOptions? Outputs(string? folder) => folder is null ? null : new() { Folder = folder };

    public override int? Kept(int every, bool verify) => every;

    public override Picture Draw(DescribedRun run) => RunOutput.Picture(run.Run, network);

    public override IEnumerable<(string Name, Func<SummaryTable, string> Text)> Beside =>
        [("cells.csv", _ => RunOutput.Cells(network)), ("summary.json", summary => summary.Json + "\n")];

    public override string NameOf(Network _, Neuron neurons, int index) => network.NameOf(neurons, index);

    public override void AddTo(SummaryTable summary)
    {
        TableSummary.AddTo(summary, _table, _graph);
        summary.Add("mean_degree", "mean degree", _graph.MeanDegree, $"{_graph.MeanDegree:F2}");
        summary.Add("hubs", "hubs", new JsonObject(_graph.Hubs(6).Select(h => KeyValuePair.Create(h.Cell, (JsonNode?)h.Partners))),
            string.Join(", ", _graph.Hubs(6).Select(h => $"{h.Cell} {h.Partners}")));
        if (_table.Names.Count > QuickSpectrum && !Spectrum)
            summary.Add(null, "lambda_2", null, $"takes seconds for {_table.Names.Count} cells: give --spectrum");
        else if (_graph.Spectrum is { } spectrum)
        {
            summary.Add("lambda_2", "lambda_2", spectrum.Lambda2,
                $"{spectrum.Lambda2:F6}  (largest component, Laplacian weighted by junctions)");
            summary.Add("lambda_max", "lambda_max", spectrum.LambdaMax, $"{spectrum.LambdaMax:F6}");
            summary.Add("trace", "trace", spectrum.Trace);
        }
        summary.Add("neuron", "neuron", network.Models, $"{network.Models}, {weight} per junction");
    }

    public override void AddTo(SummaryTable summary, Run run)
    {
        TableSummary.AddTo(summary, _table, _graph);
        CouplingSummary.AddTo(summary, run.Coupling, run.Settings.Dt);

        summary.Add("neuron", "neuron", network.Models);
        summary.Add("method", "method", run.Settings.Method.Name,
            $"{run.Settings.Method}, dt = {run.Settings.Dt}, seed {run.Settings.Seed}");
        if (run.Settings.Precision != Precision.Double)
            summary.Add("precision", "precision", "single", "single: states, parameters and weights of 7 digits");
        if (run.SolverIterations > 0) summary.Add("solver_iterations", "iterations", run.SolverIterations);
        if (run.LargestError is { } error)
        {
            summary.Add("largest_step_error", "step error", error.Size.Value,
                $"{error.Size.Rounded(2)} in the worst step, {network.NameOf(error.State.Neurons, error.Neuron)} at "
                + $"{((Quantity)error.Time).Rounded(6)}");
            summary.Add("steps_halved", null, run.StepsHalved);
        }
        if (run.StepsHalved > 0) summary.Add(null, "halved steps", null, $"{run.StepsHalved}: a cell was too fast for the step there");
        if (!run.IsComplete)
            summary.Add("stopped", "stopped", true, $"at step {run.Steps} of {run.Settings.Steps}: what was recorded is whole up to there");
        summary.Add("duration_ms", "model time", run.Duration.Value, $"{run.Duration}, {run.Steps} steps");

        PopulationSummary.AddTo(summary, network, run);

        double speed = run.Steps * (double)_table.Names.Count / Math.Max(run.Elapsed.TotalSeconds, 1e-9);
        summary.Add("preparation_s", "preparation", run.Preparation.TotalSeconds,
            $"{run.Preparation.TotalSeconds:F2} s to check, compile and assemble");
        summary.Add("wall_s", "wall time", run.Elapsed.TotalSeconds,
            $"{run.Elapsed.TotalSeconds:F2} s, {speed / 1e6:F1} million neuron-steps per second");
        summary.Add("neuron_steps_per_s", null, speed);
    }
}
