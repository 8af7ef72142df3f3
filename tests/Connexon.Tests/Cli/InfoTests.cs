using System.Text.Json.Nodes;

namespace Connexon.Tests.Cli;

public class InfoTests
{
    [Fact]
    public void Varshney_2011_has_its_published_figures()
    {
        var (exitCode, output, errors) = Command.Run("info", SharedData.Path("connectomes", "NeuronConnectFormatted.xlsx"), "--json");

        Assert.Equal((0, "Warning: 514 of 514 pairs are listed in both directions with equal counts. Taken as EachPairOnce: 887 junctions. "
            + "As AsListed: 1774. Say which with --listing each-pair-once or as-listed."), (exitCode, errors.TrimEnd()));
        JsonNode info = JsonNode.Parse(output)!;
        Assert.Equal((279, 514, 887, 3), ((int)info["cells"]!, (int)info["pairs"]!, (int)info["junctions"]!, (int)info["self_pairs"]!));
        Assert.Equal([248, 3, 2, .. Enumerable.Repeat(1, 26)], info["components"]!.AsArray().Select(n => (int)n!));
        Assert.Equal(0.114694, (double)info["lambda_2"]!, 5e-7);
        Assert.Equal(118.053290, (double)info["lambda_max"]!, 5e-7);
        Assert.Equal(1768, (double)info["trace"]!, 1e-9);
        Assert.Equal(40, (int)info["hubs"]!["AVAL"]!);
        Assert.Equal((6417, 1031, 153), ((int)info["rows"]!, (int)info["electrical_rows"]!, (int)info["other_rows"]!["NMJ"]!));
        Assert.Equal(6417 - 1031, info["other_rows"]!.AsObject().Sum(t => (int)t.Value!));
    }

    [Fact]
    public void The_sample_tells_its_coupling_number()
    {
        var (exitCode, output, _) = Command.Run("info", Command.Sample, "--weight", "0.1mS", "--dt", "0.01ms", "--json");

        // AVAL has 113 junctions: 0.01 ms * 113 * 0.1 mS / 1 uF.
        Assert.Equal(0, exitCode);
        Assert.Equal(0.113, (double)JsonNode.Parse(output)!["kappa_max"]!, 1e-12);
    }

    /// <summary>
    /// The ends of the spectrum take seconds in large graphs: they are found where they are asked for. How hard junctions couple is not.
    /// </summary>
    [Fact]
    public void A_large_table_tells_its_spectrum_where_asked()
    {
        using var folder = new TemporaryFolder();
        string table = folder / "circles.csv";
        const int Cells = 20_001;
        string Row(int k) => $"c{k % Cells},c{(int)((k % Cells * (long)(1 + 77 * (k / Cells) * (k / Cells)) + 1 + k / Cells) % Cells)}";
        File.WriteAllLines(table, Enumerable.Range(0, 5 * Cells).Select(Row).Prepend("pre,post"));

        var (exitCode, output, errors) = Command.Run("info", table, "--listing", "as-listed");
        Assert.Equal((0, ""), (exitCode, errors));
        const string Left = "lambda_2       takes seconds for 20001 cells: give --spectrum\n";
        Assert.Contains(Left, output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("explicit step  up to ", output, StringComparison.Ordinal);

        JsonNode asked = JsonNode.Parse(Command.Run("info", table, "--spectrum", "--json").Output)!;
        Assert.Equal(2 * (double)asked["junctions"]!, (double)asked["trace"]!, 1e-6);
        Assert.InRange((double)asked["lambda_max"]!, 10, 40);
    }
}
