using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// Published model-validation tests pass with the default method, counts exact and times to 2e-3 or the test's own tolerance if that is larger;
/// but those whose published numbers are forward Euler's at the file's step (docs/published-networks.md).
/// </summary>
public sealed class PublishedChecks
{
    /// <summary>What does not hold, and by how much it fails.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        // Forward Euler makes the squid cell 0.7 % slower: one spike fewer in 500 ms.
        [".test.ex14.jnml.omt pop_HH_cond_exp"] = "19 expected, 20 found",
        // Forward Euler moves its first spike by three rows, and later ones by 0.4 %.
        [".test.ex22.jnml.omt Vs"] = "number 1 is 13.8, 13.83 is expected",
        [".test.ex22.jnml.omt Vd"] = "number 2 is 97.08, 96.88 is expected",
        // One row of 10 ms.
        [".test.ex9.jnml.omt V"] = "number 1 is 2450, 2440 is expected",
    };

    // Ex15 and Ex16 take seconds each: the command checks them.
    public static TheoryData<string> Tests => new((string[])
    [
        .. new[] { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "17", "18", "19", "19a", "20", "20a", "21", "22", "23", "24", "26" }
            .Select(n => $"NeuroML2/LEMSexamples/test/.test.ex{n}.jnml.omt"),
        .. new[] { "A", "B", "C" }.Select(n => $"c302/examples/.test.phar{n}.jnml.omt"),
    ]);

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_published_test_passes(string test)
    {
        using var folder = new TemporaryFolder();
        var checker = new Checker((file, outputs) => NeuroMLFile.Read(file).Run(new LemsOptions { Folder = outputs }).Notes, folder.Path, least: 2e-3);

        CheckResult[] results = [.. checker.Check(ModelTestReader.Read(SharedData.Path(test.Split('/'))))];

        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Equal(Others.GetValueOrDefault($"{Path.GetFileName(test)} {r.Experiment}"), r.Reason));
        Assert.All(results, r => Assert.Equal(r.Reason is null ? CheckVerdict.Pass : CheckVerdict.Fail, r.Verdict));
    }
}
