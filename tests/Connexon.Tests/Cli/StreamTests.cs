using System.Diagnostics;

namespace Connexon.Tests.Cli;

/// <summary>What shells do to a command: pipes, signals, a full disk. Where there is no such shell, the tests are skipped.</summary>
public sealed class StreamTests : IDisposable
{
    private static readonly string Connexon = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Connexon.Cli.dll")}'";
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_stopped_run_keeps_whole_files_up_to_its_last_step(string signal)
    {
        // A job of a shell that has no terminal ignores SIGINT, and its children inherit that: hence the trap.
        var (exitCode, output, _) =
            Shell($"trap - INT; set -m; {Connexon} run '{Command.Sample}' --duration 1000000ms --every 20 --out o & p=$!; "
            + $"while ! test -s o/V.csv.*.part; do sleep 0.1; done; kill -{signal} $p; wait $p");

        Assert.Equal(130, exitCode);
        Assert.Matches(@"stopped +at step \d+ of 20000000: what was recorded is whole up to there", output);
        Assert.Equal(["cells.csv", "spikes.csv", "summary.json", "V.csv"],
            Directory.GetFiles(Path.Combine(_folder, "o")).Select(Path.GetFileName).Order(StringComparer.OrdinalIgnoreCase));
        string[] rows = File.ReadAllLines(Path.Combine(_folder, "o", "V.csv"));
        Assert.Equal(280, rows[^1].Split(',').Length);
        Assert.Equal(rows.Length - 2, int.Parse(rows[^1].Split(',')[0])); // a row each ms, from 0
    }

    [Fact]
    public void A_closed_pipe_is_no_failure()
    {
        var (exitCode, output, errors) = Shell($"{Connexon} run '{Command.Sample}' --duration 1ms | head -1; exit ${{PIPESTATUS[0]}}");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal($"file           {Command.Sample}", output.TrimEnd());
    }

    [Fact]
    public void A_full_disk_is_one_message()
    {
        var (exitCode, _, errors) = Shell($"{Connexon} info '{Command.Sample}' > /dev/full");

        Assert.Equal((1, "No space left on device"), (exitCode, errors.TrimEnd()));
    }

    [Fact]
    public void A_table_may_come_through_a_pipe()
    {
        var (exitCode, output, errors) = Shell($"cat '{Command.Sample}' | {Connexon} info /dev/stdin");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("279", output.Split('\n').Single(l => l.StartsWith("cells")));
    }

    private (int ExitCode, string Output, string Errors) Shell(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "needs bash on Linux");
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            WorkingDirectory = _folder,
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
