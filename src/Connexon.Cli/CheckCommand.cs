using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>connexon check: do LEMS files give the spikes that were published for them?</summary>
internal static class CheckCommand
{
    private const string About =
        "Runs the LEMS files of Open Source Brain model-validation tests (.omt with its .mep) and compares spikes with the published ones. "
        + "Where they differ, forward Euler at the file's step is tried too, as the simulators of LEMS have it.";

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Model-validation tests (.omt)." };
        var tolerance = new Option<double>("--tolerance")
        {
            Description = "The least relative tolerance of times and rates; a test's own counts where it is larger. "
                + "0 for theirs alone, which were fitted to one simulator.",
            DefaultValueFactory = _ => 2e-3,
        };
        var method = new Option<string>("--method")
        {
            Description = $"The numerical method: {string.Join(", ", Method.Names)}.",
            DefaultValueFactory = _ => LemsOptions.DefaultMethod.Name,
        };
        var dt = new Option<string?>("--dt") { Description = "A step other than that of the files." };
        var json = new Option<bool>("--json") { Description = "Print the results as JSON." };
        var command = new Command("check", $"""
            {About}

            Exit codes: 0 all pass; 1 something failed or could not be checked; 2 a file cannot be read.

            Examples:
              connexon check .test.ex19.jnml.omt
              connexon check test/.test.*.jnml.omt --json
              connexon check .test.ex1.jnml.omt --dt 0.0025ms --tolerance 0
            """) { files, tolerance, method, dt, json };
        command.SetAction(parsed =>
        {
            double least = parsed.GetValue(tolerance);
            if (!(least >= 0)) throw new FormatException($"--tolerance: {least} is negative or no number.");
            Method by = Method.Parse(parsed.GetValue(method)!);
            Time? step = parsed.GetValue(dt) is { } text ? Quantities.Parse<Time>("--dt", text) : null;
            bool isEuler = by.Name == Method.Euler.Name && step is null;
            return Check(Runner(by, step), isEuler ? null : Runner(Method.Euler, null), parsed.GetValue(files)!, least,
                parsed.GetValue(json));
        });
        return command;
    }

    private static FileRun Runner(Method method, Time? dt) => (file, folder) =>
    {
        Described described = NeuroMLFile.Read(file).Describe();
        return described.Run(described.Defaults.Settings(dt: dt, method: method), new OutputOptions { Folder = folder }).Notes;
    };

    private static int Check(FileRun run, FileRun? euler, string[] files, double least, bool json)
    {
        ModelTest[] tests = [.. files.Select(ModelTestReader.Read)]; // a mistake in the last is told before the first is run
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("connexon-check-");
        try
        {
            var checker = new Checker(run, scratch.FullName, least, euler);
            CheckResult[] results = [.. tests.SelectMany(checker.Check)];
            if (json) Console.Out.WriteLine(CheckTable.Json(results, checker.Notes));
            else CheckTable.Print(results, checker.Notes);
            return results.All(r => r.Verdict == CheckVerdict.Pass) ? CommandLine.Success : CommandLine.Failure;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
