using System.CommandLine;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>Runs the network of a connectome table.</summary>
internal static class TableRun
{
    public static int Execute(TableArguments tables, NetworkArguments networks, RunArguments how, string input, ParseResult parsed)
    {
        ConnectomeTable table = tables.Read(parsed);
        var (neurons, gap) = networks.Build(parsed, table);
        var settings = new RunSettings(how.Duration(parsed) ?? new Time(200), networks.Dt(parsed), networks.Method(parsed, Method.Default),
            how.Seed(parsed) ?? 0, how.Threads(parsed), Solver: networks.Solver(parsed), Precision: how.Precision(parsed));
        string? plot = how.Plot(parsed), folder = how.Folder(parsed);

        State first = neurons[neurons.Model.States[0].Symbol.Name];
        int every = how.Every(parsed) ?? RunOutput.FittingInterval(neurons.Size, settings);
        Network network = new Network(neurons, gap)
            .Drive(neurons, Quantities.ParseRange("--input", input, neurons.Model.Input!.Dimension))
            .Record(first, every);
        if (folder is not null) network = network.Record(first, every, to: Path.Combine(folder, $"{first.Name}.csv"));

        using var stop = new Interruption();
        Run run = Progress.Show(settings, progress => network.Run(settings, progress, stop.Token));

        var files = new List<string>();
        if (plot is not null) files.Add(RunOutput.Picture(run, neurons, first).Save(plot));
        Verification? verification = how.Verify(parsed) && run.IsComplete
            ? Progress.Show(run.Settings with { Dt = 0.5 * settings.Dt }, progress => run.Verify(progress, stop.Token))
            : null;
        SummaryTable summary = RunSummary.Of(run, table, neurons, first, tables.Path(parsed));
        if (verification is not null) VerificationSummary.AddTo(summary, verification, i => table.Names[i]);
        if (folder is not null) files.AddRange(RunOutput.WriteFolder(folder, run, table, neurons, first, summary));
        if (files.Count > 0) summary.Add(null, "written", null, string.Join(", ", files.Select(f => Path.GetRelativePath(".", f))));
        foreach (string warning in run.Warnings) Console.Error.WriteLine($"Warning: {warning}");
        summary.Print(how.Json(parsed));
        return run.IsComplete ? CommandLine.Success : CommandLine.Interrupted;
    }
}
