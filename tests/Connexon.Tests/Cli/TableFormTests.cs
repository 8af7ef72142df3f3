using System.Text.Json.Nodes;

namespace Connexon.Tests.Cli;

/// <summary>Tables as people have them, through the command: by themselves and with the options that say what they are.</summary>
public sealed class TableFormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("pre post weight\nA B 2\nB C 3\n", "")]
    [InlineData("pre post weight\nA B 2\nB C 3\n", "--delimiter| ")]
    [InlineData("pre post weight\nA B 2\nB C 3\n", "--delimiter|whitespace")]
    [InlineData("pre\tpost\tweight\nA\tB\t2\nB\tC\t3\n", "--delimiter|tab")]
    [InlineData("pre\tpost\tweight\nA\tB\t2\nB\tC\t3\n", @"--delimiter|\t")]
    [InlineData("pre;post;weight\nA;B;2,000\nB;C;3,000\n", "--decimal|comma")]
    [InlineData("A,B,2\nB,C,3\n", "--no-header")]
    [InlineData("A,x,B,2\nB,y,C,3\n", "--pre-column|1|--post-column|3|--weight-column|4")]
    [InlineData(",A,B,C\nA,,2,\nB,2,,3\nC,,3,\n", "--layout|matrix")]
    [InlineData(",A,B,C\nA,,3,\nB,1,,3\nC,,3,\n", "--listing|mean")]
    public void A_network_of_three_cells_is_read(string text, string options)
    {
        File.WriteAllText(Path.Combine(_folder, "t.txt"), text);

        var (exitCode, output, errors) = Command.RunIn(_folder,
            ["info", "t.txt", "--json", .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, ""), (exitCode, errors));
        JsonNode info = JsonNode.Parse(output)!;
        Assert.Equal((3, 2, 5), ((int)info["cells"]!, (int)info["pairs"]!, (int)info["junctions"]!));
    }

    [Fact]
    public void Both_readings_are_a_warning_of_every_verb()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "pre,post,weight\nA,B,2\nB,A,3\n");
        const string Warning = "Warning: 1 of 1 pairs is listed in both directions, 1 of them with unequal counts. "
            + "Taken as Mean: 2.5 junctions. As AsListed: 5. Say which with --listing mean or as-listed.";

        Assert.Equal(Warning, Command.RunIn(_folder, "info", "t.csv").Errors.TrimEnd());
        Assert.Equal(Warning, Command.RunIn(_folder, "run", "t.csv", "--duration", "1ms").Errors.TrimEnd());
        Assert.Equal("", Command.RunIn(_folder, "run", "t.csv", "--duration", "1ms", "--listing", "mean").Errors.TrimEnd());
    }
}
