using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>connexon check: do LEMS files give the spikes that were published for them?</summary>
internal static class CheckCommand
{
    public static Command Create(FileRun run)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Model-validation tests (.omt)." };
        var json = new Option<bool>("--json") { Description = "Print the results as JSON." };
        var command = new Command("check", """
            Runs the LEMS files of Open Source Brain model-validation tests (.omt with its .mep) and compares spikes with the published ones.

            Exit codes: 0 all pass; 1 something failed or could not be checked; 2 a file cannot be read.

            Examples:
              connexon check .test.ex19.jnml.omt
              connexon check test/.test.*.jnml.omt --json
            """) { files, json };
        command.SetAction(parsed => Check(run, parsed.GetValue(files)!, parsed.GetValue(json)));
        return command;
    }

    private static int Check(FileRun run, string[] files, bool json)
    {
        ModelTest[] tests = [.. files.Select(ModelTestReader.Read)]; // a mistake in the last is told before the first is run
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("connexon-check-");
        try
        {
            var checker = new Checker(run, scratch.FullName);
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
