using System.Diagnostics;

namespace Connexon.Tests.Repository;

/// <summary>
/// Texts and files do not hang on the culture of the application: what tests hold of them holds where numbers have commas, and where the
/// small letter of I is another.
/// </summary>
public sealed class CultureTests : IDisposable
{
    private static readonly string[] Rooms = ["Quantities", "Networks", "Recordings", "Outputs", "Tables", "Verifications", "Ports"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_tests_pass_in(string culture)
    {
        var (exitCode, output) = Run(culture, Rooms.SelectMany(r => new[] { "-namespace", $"Connexon.Tests.{r}" }));

        Assert.SkipWhen(output.Contains("ICU", StringComparison.Ordinal) && !output.Contains("Total:", StringComparison.Ordinal),
            "the cultures of the world are not installed");
        Assert.True(exitCode == 0 && output.Contains("Failed: 0,", StringComparison.Ordinal), output);
    }

    /// <summary>Were the culture not set in such a process, all would pass.</summary>
    [Fact]
    public void A_text_that_hangs_on_the_culture_is_found()
    {
        var (_, output) = Run("de-DE", ["-method", "*.CultureTests.A_number_of_the_framework_has_a_point", "-explicit", "only"]);

        Assert.SkipUnless(output.Contains("Total:", StringComparison.Ordinal), "the cultures of the world are not installed");
        Assert.Contains("0,5", output);
    }

    [Fact(Explicit = true)]
    public void A_number_of_the_framework_has_a_point() => Assert.Equal("0.5", 0.5.ToString(null, null));

    private (int ExitCode, string Output) Run(string culture, IEnumerable<string> arguments)
    {
        string tests = Path.Combine(AppContext.BaseDirectory, "Connexon.Tests");
        string settings = File.ReadAllText(tests + ".runtimeconfig.json");
        File.WriteAllText(_folder / "runtimeconfig.json",
            settings.Replace("\"System.Globalization.Invariant\": true", "\"System.Globalization.Invariant\": false"));
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", _folder / "runtimeconfig.json", "--depsfile", tests + ".deps.json", tests + ".dll",
            "-culture", culture, .. arguments,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
