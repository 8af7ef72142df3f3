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
    public void Of_two_runs_into_one_folder_the_second_is_refused_whatever_they_run()
    {
        var (exitCode, output, errors) = Shell($"""
            {Connexon} run '{Command.Sample}' --duration 1000000ms --every 20 --out o > first & p=$!
            while ! test -s o/V.csv.*.part; do sleep 0.1; done
            {Connexon} run '{Command.Sample}' --duration 1ms --out o; echo $?
            kill -TERM $p; wait $p; echo $? $p
            """);

        string[] codes = output.Split('\n');
        Assert.Equal((0, "1", "130"), (exitCode, codes[0], codes[1].Split(' ')[0]));
        Assert.Matches($@"^'.*/o/cells\.csv' is being written by process {codes[1].Split(' ')[1]} on \S+ since 20\d\d-\S+ \S+ UTC: "
            + @"wait for it, or name another folder\.\n$", errors);
        Assert.Equal(["cells.csv", "spikes.csv", "summary.json", "V.csv"],
            Directory.GetFiles(Path.Combine(_folder, "o")).Select(Path.GetFileName).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_killed_run_leaves_whole_rows_and_spikes_and_the_next_says_where()
    {
        string sample = Path.Combine(Repository.Checkout.Root, "samples", "LEMS_gap_junction_pair.xml");
        var (exitCode, output, errors) = Shell($"""
            sed -e 's/length="500 ms"/length="1e7 ms"/' -e 's/duration="400 ms"/duration="1e7 ms"/' '{sample}' > long.xml
            {Connexon} run long.xml --sample 10ms --out o > /dev/null 2>&1 & p=$!
            while ! test -s o/pair.dat.*.part -a -s o/pair.spikes.*.part; do sleep 0.1; done
            kill -KILL $p; wait $p; echo $?
            cat o/pair.spikes.*.part > spikes; cat o/pair.dat.*.part > rows
            {Connexon} run '{sample}' --out o > /dev/null; echo $?; ls o
            """);

        string[] lines = output.TrimEnd().Split('\n');
        Assert.Equal((0, "137", "0"), (exitCode, lines[0], lines[1]));
        Assert.Equal(4, lines[2..].Length); // two whole files, and two that are left
        string[] rows = File.ReadAllLines(Path.Combine(_folder, "rows")), spikes = File.ReadAllLines(Path.Combine(_folder, "spikes"));
        Assert.All(rows, r => Assert.Equal(4, r.Split('\t').Length));
        Assert.All(spikes, s => Assert.Matches(@"^[0-9.E+]+\t[01]$", s));
        Assert.True(spikes.Length > 10 && rows.Length > 100);
        Assert.Contains("pair.spikes' (process ", errors);
        Assert.Contains("ended without completing it: what it recorded is in 'pair.dat.", errors);
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

    [Theory]
    [InlineData("cat lems.xml | {0} info -")]
    [InlineData("{0} info /dev/stdin < lems.xml")]
    [InlineData("{0} info - < lems.xml")]
    [InlineData("{0} info <(cat lems.xml)")]
    [InlineData("(printf '\\357\\273\\277\\n  '; cat lems.xml) | {0} info -")]
    [InlineData("iconv -t UTF-16 lems.xml | {0} info -")]
    public void A_LEMS_file_is_told_by_its_content_where_it_has_no_name(string script)
    {
        File.WriteAllText(Path.Combine(_folder, "cells.nml"), "<neuroml><iafCell id='c' C='200 pF' leakConductance='10 nS' "
            + "leakReversal='-60 mV' thresh='-50 mV' reset='-65 mV'/></neuroml>");
        File.WriteAllText(Path.Combine(_folder, "lems.xml"), "<Lems><Target component='s'/><Include file='cells.nml'/><network id='n'>"
            + "<population id='p' component='c' size='3'/></network><Simulation id='s' length='1ms' step='0.1ms' target='n'/></Lems>");

        var (exitCode, output, errors) = Shell(script.Replace("{0}", Connexon));

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("3 cells in 1 populations", output); // by what the file beside the current folder defines
    }

    [Theory]
    [InlineData("cat table | {0} info -", "279")]
    [InlineData("{0} info /dev/stdin < table", "279")]
    public void A_table_is_too(string script, string cells)
    {
        File.Copy(Command.Sample, Path.Combine(_folder, "table"));

        var (exitCode, output, errors) = Shell(script.Replace("{0}", Connexon));

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains(cells, output.Split('\n').Single(l => l.StartsWith("cells")));
    }

    [Theory]
    [InlineData("printf 'x,y\\n1,2\\n'", "stdin(1): the header has no column for")]
    [InlineData("printf '<Lems>\\n<network'", "stdin(2): not well-formed XML: ")]
    [InlineData("printf ''", "stdin: the file is empty")]
    public void A_fault_in_what_came_through_a_pipe_has_its_line(string script, string message)
    {
        var (exitCode, _, errors) = Shell($"{script} | {Connexon} info -");

        Assert.Equal(2, exitCode);
        Assert.StartsWith(message, errors);
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "connexon-*"), d => File.Exists(Path.Combine(d, "stdin")));
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
