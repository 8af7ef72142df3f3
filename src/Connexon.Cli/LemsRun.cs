using System.CommandLine;
using Connexon.NeuroML;
using Connexon.Plotting;

namespace Connexon.Cli;

/// <summary>Runs the network of a LEMS or NeuroML file.</summary>
internal static class LemsRun
{
    public static int Execute(string path, LemsArguments lems, RunArguments how, NetworkArguments networks, ParseResult parsed)
    {
        string? plot = how.Plot(parsed), folder = how.Folder(parsed);
        using var stop = new Interruption();
        NeuroMLFile file = NeuroMLFile.Read(path);
        Time dt = networks.DtIfGiven(parsed) ?? file.Step ?? throw new FormatException($"{path} has no <Simulation> that says the step: give --dt and --duration.");
        var options = new LemsOptions
        {
            Duration = how.Duration(parsed),
            Dt = dt,
            Method = networks.Method(parsed, LemsOptions.DefaultMethod),
            Solver = networks.Solver(parsed),
            Seed = how.Seed(parsed),
            Threads = how.Threads(parsed),
            Every = lems.Every(parsed, how.Every(parsed), dt),
            Folder = folder,
            Format = lems.Format(parsed),
            KeepDisplays = plot is not null,
            Verifiable = how.Verify(parsed),
        };
        LemsResult result = Progress.Show(file.Steps(options), progress => file.Run(options, progress, stop.Token));

        Run run = result.Run;
        var files = result.Files.ToList();
        if (plot is not null) files.Add(Drawn(result, path).Save(plot));
        Verification? verification = options.Verifiable && run.IsComplete
            ? Progress.Show(2 * run.Settings.Steps, progress => run.Verify(progress, stop.Token))
            : null;
        var summary = new SummaryTable();
        summary.Add("file", "file", path);
        LemsSummary.AddTo(summary, file.Report);
        LemsSummary.AddTo(summary, run);
        if (verification is not null) VerificationSummary.AddTo(summary, verification, i => $"{verification.States[0].State.Neurons}, neuron {i}");
        if (files.Count > 0) summary.Add("written", "written", string.Join(", ", files.Select(f => Path.GetRelativePath(".", f))));
        foreach (string warning in run.Warnings.Concat(result.Notes)) Console.Error.WriteLine($"Warning: {warning}");
        summary.Print(how.Json(parsed));
        return run.IsComplete ? CommandLine.Success : CommandLine.Interrupted;
    }

    private static Picture Drawn(LemsResult result, string path) => result.Displays.Count > 0
        ? Picture.Stacked([.. result.Displays.Select(d => Picture.Traces(d.Times, [.. d.Lines.Select(l => l.Values)], [.. d.Lines.Select(l => l.Name)], d.Unit, d.Title))])
        : throw new FormatException($"--plot: {path} has no <Display> with a line, so there is nothing to draw.");
}
