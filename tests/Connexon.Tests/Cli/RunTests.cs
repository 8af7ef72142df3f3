using System.Text.Json.Nodes;

namespace Connexon.Tests.Cli;

public sealed class RunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_sample_becomes_a_summary_a_picture_and_tables()
    {
        var (exitCode, output, errors) = Command.RunIn(_folder,
            "run", Command.Sample, "--duration", "5ms", "--plot", "worm.png", "--out", "results", "--every", "20", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        JsonNode summary = JsonNode.Parse(output)!;
        Assert.Equal((279, 569, 957), ((int)summary["cells"]!, (int)summary["pairs"]!, (int)summary["junctions"]!));
        Assert.InRange((int)summary["spikes"]!, 200, 279); // the drive makes nearly every cell spike once in 5 ms
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(_folder, "worm.png"))[..4]);
        string[] rows = File.ReadAllLines(Path.Combine(_folder, "results", "V.csv"));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], rows[1..].Select(r => r.Split(',')[0]));
        Assert.All(rows, r => Assert.Equal(280, r.Split(',').Length));
        Assert.Equal((int)summary["spikes"]!, File.ReadAllLines(Path.Combine(_folder, "results", "spikes.csv")).Length - 1);
        Assert.Equal(["cells.csv", "spikes.csv", "summary.json", "V.csv"],
            Directory.GetFiles(Path.Combine(_folder, "results")).Select(Path.GetFileName).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Names_that_hold_the_delimiter_are_quoted()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "pre;post\nA,1;\"B\"\"2\"\n");

        Assert.Equal(0, Command.RunIn(_folder, "run", "t.csv", "--duration", "1ms", "--out", ".").ExitCode);
        Assert.Equal(["index,cell", "0,\"A,1\"", "1,\"B\"\"2\""], File.ReadAllLines(Path.Combine(_folder, "cells.csv")));
    }

    [Theory]
    [InlineData("V.csv")]
    [InlineData("spikes.csv")]
    [InlineData("cells.csv")]
    public void A_table_is_not_replaced_by_what_its_run_writes(string name)
    {
        File.WriteAllText(Path.Combine(_folder, name), "pre,post\nA,B\n");

        var (exitCode, _, errors) = Command.RunIn(_folder, "run", name, "--duration", "1ms", "--out", ".");

        Assert.Equal((2, $"The output '{Path.Combine(_folder, name)}' is a file that was read for this run, which it would replace: "
            + "name another folder for the outputs."), (exitCode, errors.TrimEnd().Replace("/./", "/")));
        Assert.Equal([name], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Equal("pre,post\nA,B\n", File.ReadAllText(Path.Combine(_folder, name)));
    }

    [Fact]
    public void A_run_that_cannot_begin_leaves_no_folder()
    {
        Assert.Equal(2, Command.RunIn(_folder, "run", Command.Sample, "--dt", "0ms", "--out", "a/b").ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        Command.RunIn(_folder, "run", Command.Sample, "--duration", "5ms", "--out", "one");
        Command.RunIn(_folder, "run", Command.Sample, "--duration", "5ms", "--out", "two", "--threads", "2");

        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "one", "V.csv")), File.ReadAllText(Path.Combine(_folder, "two", "V.csv")));
    }
}
