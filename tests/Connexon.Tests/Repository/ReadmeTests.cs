using System.Globalization;
using System.Text.RegularExpressions;

namespace Connexon.Tests.Repository;

public class ReadmeTests
{
    [Fact]
    public void The_quick_start_of_the_README_is_the_sample()
    {
        string sample = Checkout.Read("samples", "QuickStart.cs");
        string readme = Checkout.Read("README.md").Split("```csharp\n")[1].Split("```")[0];

        Assert.Equal(sample[(sample.IndexOf("\n\n", StringComparison.Ordinal) + 2)..], readme);
    }

    [Fact]
    public void The_quick_start_runs_and_saves_its_picture()
    {
        string folder = Directory.CreateTempSubdirectory("connexon").FullName;
        try
        {
            var (exitCode, output) = Checkout.Dotnet(folder, "run", Path.Combine(Checkout.Root, "samples", "QuickStart.cs"));

            Assert.True(exitCode == 0, output);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder, "traces.png"))[..4]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_originals_example_runs_and_prints_its_values()
    {
        var (exitCode, output) = Checkout.Dotnet(Path.GetTempPath(), "run", Path.Combine(Checkout.Root, "samples", "seed.cs"));

        Assert.True(exitCode == 0, output);
        Match sum = Regex.Match(output, "sum of the junction currents: (.*) uA");
        // Of currents of 0.1 uA: rounding.
        Assert.Equal(0, double.Parse(sum.Groups[1].Value, CultureInfo.InvariantCulture), tolerance: 1e-14);
        Assert.Contains("V of neurons 0, 1, 2: -58.6", output);
    }
}
