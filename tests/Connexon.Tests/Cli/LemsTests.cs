using System.Globalization;
using System.Text.Json.Nodes;

namespace Connexon.Tests.Cli;

public sealed class LemsTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Checkout.Root, "samples", "LEMS_gap_junction_pair.xml");
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_runs_with_its_own_step_and_writes_what_it_asks_for()
    {
        var (exitCode, output, errors) = Command.RunIn(_folder, "run", Sample, "--out", "results", "--plot", "pair.svg", "--json");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Warning: The junctions of pop see no spikes, only resets", errors);
        JsonNode summary = JsonNode.Parse(output)!;
        Assert.Equal((500.0, "Adaptive"), ((double)summary["duration_ms"]!, (string)summary["method"]!));
        double[][] rows = Numbers(Path.Combine(_folder, "results", "pair.dat"), '\t');
        Assert.Equal((10001, 3), (rows.Length, rows[0].Length));
        Assert.Equal([0, -0.06, -0.06], rows[0]);
        // Before the pulse: the graded synapse holds the other cell a little below rest, and the junction draws the first after it.
        Assert.InRange(rows[1000][1], -0.0601, -0.06001);
        Assert.Equal(0.5, rows[^1][0], 1e-12);
        string[] spikes = File.ReadAllLines(Path.Combine(_folder, "results", "pair.spikes"));
        Assert.Equal((int)summary["spikes"]!, spikes.Length);
        Assert.All(spikes, s => Assert.EndsWith("\t0", s));
        Assert.InRange(spikes.Length, 4, 30);
        Assert.Contains("A pair of cells", File.ReadAllText(Path.Combine(_folder, "pair.svg")));
    }

    [Fact]
    public void Rows_are_thinned_and_named_when_asked()
    {
        Assert.Equal(0, Command.RunIn(_folder, "run", Sample, "--duration", "10ms", "--sample", "2.5ms", "--format", "csv").ExitCode);

        string[] lines = File.ReadAllLines(Path.Combine(_folder, "pair.csv"));
        Assert.Equal("t,driven,other", lines[0]);
        Assert.Equal(["0", "0.0025", "0.005", "0.0075", "0.01"], lines[1..].Select(l => l.Split(',')[0]));
        Assert.Empty(File.ReadAllLines(Path.Combine(_folder, "pair.spikes")));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Command.RunIn(_folder, "run", Sample, "--duration", "100ms", "--out", "one");
        Command.RunIn(_folder, "run", Sample, "--duration", "100ms", "--out", "two", "--threads", "2");

        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "one", "pair.dat")),
            File.ReadAllText(Path.Combine(_folder, "two", "pair.dat")));
    }

    [Fact]
    public void Info_says_what_is_in_it_and_runs_nothing()
    {
        var (exitCode, output, _) = Command.RunIn(_folder, "info", Sample);

        Assert.Equal(0, exitCode);
        Assert.Contains("2 cells in 1 populations, 1 sets of equations", output);
        Assert.Contains("1 electrical connections, 1 kinds of junction", output);
        Assert.Contains("0.0005 largest", output); // 0.05 ms * 2 nS / 200 pF
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Theory]
    [InlineData("--neuron HH", "--neuron is for tables: a LEMS file says itself what its cells, junctions and inputs are.")]
    [InlineData("--sample 0.07ms", "--sample: 0.07ms is not a whole number of steps of 0.05 ms.")]
    [InlineData("--format xml", "--format: 'xml' is neither lems nor csv.")]
    public void Mistakes_are_one_line(string options, string message)
    {
        var (exitCode, output, errors) = Command.RunIn(_folder, ["run", Sample, .. options.Split(' ')]);

        Assert.Equal((2, "", message), (exitCode, output, errors.TrimEnd()));
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void A_run_that_diverges_says_where_and_keeps_what_it_recorded()
    {
        File.WriteAllText(Path.Combine(_folder, "fn.xml"), """
            <Lems><Target component="sim"/><fitzHughNagumoCell id="fn" I="0.8"/>
            <network id="n"><population id="p" component="fn" size="1"/></network>
            <Simulation id="sim" length="2000s" step="2s" target="n"><OutputFile id="o" fileName="fn.dat">
            <OutputColumn id="V" quantity="p[0]/V"/></OutputFile></Simulation></Lems>
            """);

        var (exitCode, _, errors) = Command.RunIn(_folder, "run", "fn.xml", "--method", "euler", "--out", "results");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("V of p, neuron 0, is no longer a finite number at t = ", errors);
        double[][] rows = Numbers(Path.Combine(_folder, "results", "fn.dat"), '\t');
        Assert.InRange(rows.Length, 3, 50);
        Assert.Equal([0, 0], rows[0]);
        Assert.Equal(1.6, rows[1][1], 1e-12); // 2 s * I
    }

    [Fact]
    public void A_fault_in_a_file_is_told_with_file_and_line()
    {
        File.WriteAllText(Path.Combine(_folder, "net.nml"),
            "<neuroml>\n<network id='n'>\n<population id='p' component='none' size='1'/></network></neuroml>");

        var (exitCode, _, errors) = Command.RunIn(_folder, "run", "net.nml", "--dt", "0.1ms", "--duration", "1ms");

        Assert.Equal((2,
            "net.nml(3): <population id=\"p\"> has component=\"none\", but no component has that id. Include the file that defines it."),
            (exitCode, errors.TrimEnd()));
    }

    [Fact]
    public void What_a_file_asks_for_stays_within_the_folder_of_the_user()
    {
        File.WriteAllText(Path.Combine(_folder, "keep.txt"), "keep");
        Directory.CreateDirectory(Path.Combine(_folder, "v"));
        string absolute = Path.Combine(_folder, "keep.txt");
        File.WriteAllText(Path.Combine(_folder, "v", "LEMS.xml"),
            File.ReadAllText(Sample).Replace("\"pair.dat\"", "\"../keep.txt\"").Replace("\"pair.spikes\"", $"\"{absolute}\""));

        Assert.All(new[] { "out", "." }, folder =>
        {
            string[] where = folder == "out" ? ["--out", "out"] : [];
            string full = Path.GetFullPath(Path.Combine(_folder, "v", folder));
            var (exitCode, output, errors) =
                Command.RunIn(Path.Combine(_folder, "v"), ["run", "LEMS.xml", "--duration", "100ms", .. where]);

            Assert.Equal(0, exitCode);
            Assert.Contains($"Warning: '../keep.txt' is outside of '{full}', in which all outputs stay: it is written to 'keep.txt' there",
                errors);
            Assert.Contains($"Warning: '{absolute}' is outside of '{full}', in which all outputs stay: it is written to 'keep.txt' there",
                errors);
            Assert.Equal(2001, File.ReadAllLines(Path.Combine(full, "keep.txt")).Length);
            Assert.InRange(File.ReadAllLines(Path.Combine(full, "keep_2.txt")).Length, 1, 5);
        });
        Assert.Equal("keep", File.ReadAllText(absolute));
    }

    [Theory]
    [InlineData("", "LEMS.xml(27): fileName=\"\" of <OutputFile id=\"v\">: name a file.")]
    [InlineData("LEMS.xml", "The output '{0}/LEMS.xml' is a file that was read for this run, which it would replace: "
        + "name another folder for the outputs.")]
    [InlineData("cells.nml", "The output '{0}/cells.nml' is a file that was read for this run, which it would replace: "
        + "name another folder for the outputs.")]
    [InlineData("sub/", "The output 'sub/' is the name of a folder: name a file.")]
    public void An_output_that_would_replace_an_input_or_has_no_name_is_refused(string name, string message)
    {
        string lems = File.ReadAllText(Sample).Replace("\"pair.dat\"", $"\"{name}\"")
            .Replace("<Include file=\"Cells.xml\"/>", "<Include file=\"Cells.xml\"/><Include file=\"cells.nml\"/>");
        File.WriteAllText(Path.Combine(_folder, "LEMS.xml"), lems);
        File.WriteAllText(Path.Combine(_folder, "cells.nml"), "<neuroml/>");

        var (exitCode, _, errors) = Command.RunIn(_folder, "run", "LEMS.xml");

        Assert.Equal((2, string.Format(CultureInfo.InvariantCulture, message, _folder)), (exitCode, errors.TrimEnd()));
        Assert.Equal(lems, File.ReadAllText(Path.Combine(_folder, "LEMS.xml")));
        Assert.Equal(["LEMS.xml", "cells.nml"],
            Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static double[][] Numbers(string file, char separator) =>
        [.. File.ReadLines(file).Select(l => l.Split(separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];
}
