using System.Diagnostics;

namespace Connexon.Tests.Cli;

/// <summary>Runs the command as users do: as a process of its own.</summary>
internal static class Command
{
    public static readonly string Sample = Path.Combine(Repository.Checkout.Root, "samples", "celegans_white1986_gap_junctions.csv");

    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments) => RunIn(Path.GetTempPath(), arguments);

    public static (int ExitCode, string Output, string Errors) RunIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Connexon.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
