using Spectre.Console;

namespace Connexon.Cli;

/// <summary>Progress with time left, on the error stream of a terminal; silent when piped.</summary>
internal static class Progress
{
    public static T Show<T>(long steps, Func<IProgress<RunProgress>?, T> work)
    {
        if (Console.IsErrorRedirected) return work(null);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("stepping", maxValue: Math.Max(1, steps));
                return work(new Reporter(p => task.Value = p.Step));
            });
    }

    // Not Progress<T>, which would post to another thread and report after the end.
    private sealed class Reporter(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }
}
