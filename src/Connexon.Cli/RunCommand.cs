using System.CommandLine;

namespace Connexon.Cli;

/// <summary>connexon run: a connectome table, or a LEMS file, becomes a simulated network.</summary>
internal sealed class RunCommand
{
    private readonly TableKind _table = new();
    private readonly LemsKind _lems = new();
    private readonly NetworkArguments _network = new();
    private readonly RunArguments _run = new();
    private readonly FileKinds _files;

    private RunCommand() => _files = new FileKinds(_lems, _table);

    public static Command Create()
    {
        var run = new RunCommand();
        var command = new Command("run", """
            Simulates a network. A connectome table (csv, tsv, xlsx): every cell a neuron, every pair a junction. A LEMS file (xml): what it
            says, as it says, with its own step and length, writing the files that it asks for.

            Examples:
              connexon run connectome.csv --plot network.png
              connexon run connectome.xlsx --weight 0.02mS --input 8uA..10uA --duration 500ms --out results
              connexon run connectome.tsv --neuron WangBuzsakiHH --input 1uA..2uA --weight 0.01mS --json
              connexon run connectome.csv --neuron hh_psc_alpha_gap --input 100pA..200pA --weight 0.5nS
              connexon run connectome.csv --dt 0.1ms --verify
              connexon run LEMS_network.xml --out results --plot displays.png
              connexon run LEMS_network.xml --format csv --sample 0.5ms --method fast
            """);
        run._files.AddTo(command);
        run._table.AddTo(command);
        run._network.AddTo(command);
        run._table.AddRunTo(command);
        run._run.AddTo(command);
        run._lems.AddTo(command);
        command.SetAction(run.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string? plot = _run.Plot(parsed), folder = _run.Folder(parsed);
        using var stop = new Interruption();
        OpenFile file = _files.Open(parsed);
        RunSettings settings = Settings(file, parsed);
        int every = file.Every(_run.Every(parsed), settings);
        OutputOptions? outputs = file.Outputs(folder);
        Described described = outputs is null ? file.Described with { Outputs = [] } : file.Described;
        OutputOptions options = (outputs ?? new OutputOptions()) with
        {
            Every = every,
            KeepDisplays = plot is not null,
            KeepStates = file.Kept(every, _run.Verify(parsed)),
            KeepSpikes = plot is not null || _run.Verify(parsed),
        };
        using var beside = new FilesBeside(folder, file);
        DescribedRun done = Progress.Show(settings.Steps, progress => described.Run(settings, options, progress, stop.Token));

        Run run = done.Run;
        List<string> files = [.. done.Files];
        if (plot is not null) files.Add(file.Draw(done).Save(plot));
        Verification? verification = _run.Verify(parsed) && run.IsComplete
            ? Progress.Show(2 * settings.Steps, progress => run.Verify(progress, stop.Token))
            : null;
        var summary = new SummaryTable();
        summary.Add("file", "file", _files.Path(parsed));
        file.AddTo(summary, run);
        if (verification is not null)
            VerificationSummary.AddTo(summary, verification, (neurons, i) => file.NameOf(run.Network, neurons, i));
        files.AddRange(beside.Write(summary));
        if (files.Count > 0) summary.Add("written", "written", string.Join(", ", files.Select(f => Path.GetRelativePath(".", f))));
        foreach (string warning in run.Warnings.Concat(done.Notes)) Console.Error.WriteLine($"Warning: {warning}");
        summary.Print(_run.Json(parsed));
        return run.IsComplete ? CommandLine.Success : CommandLine.Interrupted;
    }

    private RunSettings Settings(OpenFile file, ParseResult parsed)
    {
        RunDefaults defaults = file.Described.Defaults;
        Time? dt = _network.Dt(parsed), duration = _run.Duration(parsed);
        if ((dt ?? defaults.Dt) is null || (duration ?? defaults.Duration) is null)
            throw new FormatException($"{_files.Path(parsed)} has no <Simulation> that says the step: give --dt and --duration.");
        return defaults.Settings(duration, dt, _network.Method(parsed), _run.Seed(parsed), _run.Threads(parsed), _network.Solver(parsed));
    }
}
