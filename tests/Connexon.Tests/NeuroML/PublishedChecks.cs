using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// Published model-validation tests pass with the default method, counts exact and times to 2e-3 or the test's own tolerance if that is
/// larger; but those whose published numbers are forward Euler's at the file's step (docs/published-networks.md).
/// </summary>
public sealed class PublishedChecks
{
    /// <summary>What does not hold, and by how much it fails.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        // Forward Euler makes this cell, with Traub's rates, 0.7 % slower: one spike fewer in 500 ms.
        [".test.ex14.jnml.omt pop_HH_cond_exp"] = "19 expected, 20 found",
        // Forward Euler moves its first spike by three rows, and later ones by 0.4 %.
        [".test.ex22.jnml.omt Vs"] = "number 1 is 13.8, 13.83 is expected",
        [".test.ex22.jnml.omt Vd"] = "number 2 is 97.08, 96.88 is expected",
        // Forward Euler's peak is one row of 10 ms earlier.
        [".test.ex9.jnml.omt V"] = "number 1 is 2450, 2440 is expected",
    };

    // Ex15 and Ex16 take seconds each: the command checks them.
    public static TheoryData<string> Tests => new((string[])
    [
        .. new[] { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "17", "18", "19", "19a", "20", "20a",
            "21", "22", "23", "24", "26", "27" }
            .Select(n => $"NeuroML2/LEMSexamples/test/.test.ex{n}.jnml.omt"),
        .. new[] { "A", "B", "C" }.Select(n => $"c302/examples/.test.phar{n}.jnml.omt"),
    ]);

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_published_test_passes(string test)
    {
        using var folder = new TemporaryFolder();
        CheckResult[] results = Check(test, Method.Default, least: 2e-3, folder);

        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Equal(Others.GetValueOrDefault($"{Path.GetFileName(test)} {r.Experiment}"), r.Reason));
        Assert.All(results, r => Assert.Equal(r.Reason is null ? CheckVerdict.Pass : CheckVerdict.Fail, r.Verdict));
    }

    /// <summary>
    /// Forward Euler at the file's step gives those that do not hold within the tests' own tolerances, which are 0 for Ex9 and Ex22: the
    /// published numbers are that step's, and the equations are the same.
    /// </summary>
    [Theory]
    [InlineData("9", 1)]
    [InlineData("14", 1)]
    [InlineData("22", 2)]
    public void What_does_not_hold_is_forward_Euler(string example, int experiments)
    {
        using var folder = new TemporaryFolder();
        string test = $".test.ex{example}.jnml.omt";
        CheckResult[] others =
            [.. Check($"NeuroML2/LEMSexamples/test/{test}", Method.Euler, least: 0, folder)
                .Where(r => Others.ContainsKey($"{test} {r.Experiment}"))];

        Assert.Equal(experiments, others.Length);
        Assert.All(others, r => Assert.Null(r.Reason));
        Assert.All(others, r => Assert.Equal(CheckVerdict.Pass, r.Verdict));
    }

    private static CheckResult[] Check(string test, Method method, double least, TemporaryFolder folder)
    {
        var checker = new Checker((file, outputs) =>
            NeuroMLFile.Read(file).Run(new LemsOptions { Outputs = new() { Folder = outputs }, Method = method }).Notes,
            folder.Path, least);
        return [.. checker.Check(ModelTestReader.Read(SharedData.Path(test.Split('/'))))];
    }
}
