using System.CommandLine;
using Connexon.NeuroML;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>The command as a whole: its verbs, and what each kind of failure prints and returns.</summary>
internal static class CommandLine
{
    public const int Success = 0, Failure = 1, Usage = 2, Interrupted = 130;

    private const string ExitCodes =
        "Exit codes: 0 done; 1 failed (a run diverged, a file could not be written, a check did not pass); "
        + "2 used wrongly; 130 stopped with Ctrl-C or a signal.";

    public static int Run(string[] args)
    {
        var root = new RootCommand($"""
            Networks of neurons joined by gap junctions.

            Examples:
              connexon run connectome.csv --plot network.png
              connexon run LEMS_network.xml --out results
              connexon info connectome.xlsx
              connexon models HH
              connexon check test.omt

            {ExitCodes}
            """)
        {
            RunCommand.Create(),
            InfoCommand.Create(),
            ModelsCommand.Create(),
            CheckCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine(NumberMistake.Of(error) ?? error.Message);
            string verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            Console.Error.WriteLine($"See 'connexon {verb}--help'.");
            return Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (DivergenceException e)
        {
            return Fail(Failure, e.Message);
        }
        catch (Exception e) when (e is TableException or NeuroMLException or ArgumentException or FormatException)
        {
            return Fail(Usage, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(Failure, e.Message);
        }
        catch (OutOfMemoryException)
        {
            return Fail(Failure,
                "There is not enough memory for this network and its recording: try a larger --every, or a smaller table.");
        }
        catch (Exception e)
        {
            return Fail(Failure, $"This is a fault of connexon, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    private static int Fail(int code, string message)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
