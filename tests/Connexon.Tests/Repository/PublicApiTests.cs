using PublicApiGenerator;

namespace Connexon.Tests.Repository;

/// <summary>
/// What users of the packages can call stands in tests/Connexon.Tests/Api, one text for each package, so that no change of it goes unseen.
/// </summary>
public class PublicApiTests
{
    private const string Accept = "CONNEXON_ACCEPT_API";

    [Theory]
    [InlineData("Connexon", typeof(Network))]
    [InlineData("Connexon.NeuroML", typeof(Connexon.NeuroML.NeuroMLFile))]
    [InlineData("Connexon.Plotting", typeof(Connexon.Plotting.Picture))]
    [InlineData("Connexon.Tables", typeof(Connexon.Tables.ConnectomeTable))]
    public void The_public_members_of_a_package_are_those_written_down(string package, Type inside)
    {
        string file = Path.Combine(Checkout.Root, "tests", "Connexon.Tests", "Api", package + ".txt");
        string found = inside.Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(file, found);

        string written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(found == written, $"The public members of {package} are not those of {Path.GetRelativePath(Checkout.Root, file)}:\n"
            + $"{string.Join('\n', Differences(written, found))}\n"
            + $"If that is meant, run this test with {Accept}=1 set, commit the file, and give users a line in CHANGELOG.md.");
    }

    [Fact]
    public void Differences_are_shown_line_by_line_with_the_type_that_they_are_in()
    {
        const string before = "class A\n{\n    int X { get; }\n    int Y { get; }\n}\nclass B\n{\n    int X { get; }\n}";
        const string after = "class A\n{\n    int X { get; }\n}\nclass B\n{\n    int X { get; }\n    void Z() { }\n}";

        Assert.Equal(["- class A: int Y { get; }", "+ class B: void Z() { }"], Differences(before, after));
    }

    private static IEnumerable<string> Differences(string before, string after)
    {
        string[] old = [.. Members(before)], now = [.. Members(after)];
        return [.. old.Except(now).Select(m => "- " + m), .. now.Except(old).Select(m => "+ " + m)];
    }

    /// <summary>Each line with those that it stands in.</summary>
    private static IEnumerable<string> Members(string text)
    {
        var around = new List<(int Indent, string Line)>();
        foreach (string line in text.Split('\n').Where(l => l.Trim() is not ("" or "{" or "}")))
        {
            int indent = line.Length - line.TrimStart().Length;
            around.RemoveAll(a => a.Indent >= indent);
            around.Add((indent, line.Trim()));
            yield return string.Join(": ", around.Select(a => a.Line));
        }
    }
}
