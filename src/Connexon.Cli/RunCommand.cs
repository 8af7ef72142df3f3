using System.CommandLine;
using Connexon.Plotting;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>connexon run: a connectome table becomes a simulated network.</summary>
internal sealed class RunCommand
{
    private readonly TableArguments _table = new();
    private readonly NetworkArguments _network = new();
    private readonly Option<string> _input = Text("--input", "What drives every cell, or a range from which each draws its own (in the unit of the neuron's input).", "6uA..12uA");
    private readonly Option<string> _duration = Text("--duration", "How long, in model time.", "200ms");
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed of all random numbers.", DefaultValueFactory = _ => 0 };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads, of which at most one a processor is used; the result does not depend on them.", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> _every = new("--every") { Description = "Record every so many steps; by default what fits into memory." };
    private readonly Option<string?> _plot = new("--plot") { Description = "Save a picture (.png or .svg): spikes above the mean of V." };
    private readonly Option<string?> _out = new("--out") { Description = "Write V.csv, spikes.csv, cells.csv and summary.json into this folder." };
    private readonly Option<bool> _verify = new("--verify") { Description = "Run again at half the step and say what moved: whether the step is good enough." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as JSON." };

    public static Command Create()
    {
        var run = new RunCommand();
        var command = new Command("run", """
            Simulates the network of a connectome table: every cell a neuron, every pair a junction.

            Examples:
              connexon run connectome.csv --plot network.png
              connexon run connectome.xlsx --weight 0.02mS --input 8uA..10uA --duration 500ms --out results
              connexon run connectome.tsv --neuron WangBuzsakiHH --input 1uA..2uA --weight 0.01mS --json
              connexon run connectome.csv --neuron hh_psc_alpha_gap --input 100pA..200pA --weight 0.5nS
              connexon run connectome.csv --dt 0.1ms --verify
            """);
        run._table.AddTo(command);
        run._network.AddTo(command);
        foreach (Option o in new Option[] { run._input, run._duration, run._seed, run._threads, run._every, run._plot, run._out, run._verify, run._json })
            command.Add(o);
        command.SetAction(run.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        ConnectomeTable table = _table.Read(parsed);
        var (neurons, gap) = _network.Build(parsed, table);
        var settings = new RunSettings(
            Quantities.Parse<Time>("--duration", parsed.GetValue(_duration)!), _network.Dt(parsed), _network.Method(parsed),
            parsed.GetValue(_seed), Math.Min(parsed.GetValue(_threads), Environment.ProcessorCount), Solver: _network.Solver(parsed));
        string? plot = parsed.GetValue(_plot), folder = parsed.GetValue(_out);
        if (plot is not null) RunOutput.CheckPicture(plot);
        if (folder is not null) RunOutput.CheckFolder(folder);

        State first = neurons[neurons.Model.States[0].Symbol.Name];
        int every = parsed.GetValue(_every) ?? RunOutput.FittingInterval(neurons.Size, settings);
        Network network = new Network(neurons, gap)
            .Drive(neurons, Quantities.ParseRange("--input", parsed.GetValue(_input)!, neurons.Model.Input!.Dimension))
            .Record(first, every);
        if (folder is not null) network = network.Record(first, every, to: Path.Combine(folder, $"{first.Name}.csv"));

        using var stop = new Interruption();
        Run run = Progress.Show(settings, progress => network.Run(settings, progress, stop.Token));

        var files = new List<string>();
        if (plot is not null) files.Add(RunOutput.Picture(run, neurons, first).Save(plot));
        Verification? verification = parsed.GetValue(_verify) && run.IsComplete
            ? Progress.Show(run.Settings with { Dt = 0.5 * settings.Dt }, progress => run.Verify(progress, stop.Token))
            : null;
        SummaryTable summary = RunSummary.Of(run, table, neurons, first, _table.Path(parsed));
        if (verification is not null) VerificationSummary.AddTo(summary, verification, table);
        if (folder is not null) files.AddRange(RunOutput.WriteFolder(folder, run, table, neurons, first, summary));
        if (files.Count > 0) summary.Add(null, "written", null, string.Join(", ", files.Select(f => Path.GetRelativePath(".", f))));
        foreach (string warning in run.Warnings) Console.Error.WriteLine($"Warning: {warning}");
        summary.Print(parsed.GetValue(_json));
        return run.IsComplete ? CommandLine.Success : CommandLine.Interrupted;
    }

    private static Option<string> Text(string name, string description, string standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
