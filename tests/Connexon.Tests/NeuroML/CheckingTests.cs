using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

public sealed class CheckingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CheckResult Check(string produced, string observable, string expected, string engine = "jNeuroML")
    {
        File.WriteAllText(_folder / "t.mep", $"experiments:\n  v:\n    expected:\n      {expected}\n");
        File.WriteAllText(_folder / "t.omt",
            $"target: sub/net.xml\nengine: {engine}\nmep: t.mep\nexperiments:\n  v:\n    observables:\n"
                + $"      {observable.Replace("\n", "\n      ")}\n");
        var checker = new Checker((_, folder) =>
        {
            File.WriteAllText(Path.Combine(folder, "v.dat"), produced);
            return [];
        }, _folder / "scratch");
        return Assert.Single(checker.Check(ModelTestReader.Read(_folder / "t.omt")));
    }

    private const string Trace = "0\t-0.07\t\n0.001\t0\t\n0.002\t0.01\t\n0.003\t-0.07\t\n0.004\t0.02\t\n0.005\t0.01\t\n";

    private static string Spikes(string detection, string tolerance) =>
        $"spike times:\n  file: {{path: sub/v.dat, columns: [0,1], scaling: [1000, 1000]}}\n  spike detection: {detection}\n"
            + $"  tolerance: {tolerance}";

    [Theory]
    [InlineData("{method: threshold, threshold: 0}")] // at the threshold is not yet above it
    [InlineData("{method: derivative}")]
    public void Spikes_are_found_at_rows(string detection)
    {
        CheckResult r = Check(Trace, Spikes(detection, "0"), "spike times: [2, 4]");

        Assert.Equal((CheckVerdict.Pass, 0.0), (r.Verdict, r.Difference));
        Assert.Equal([2.0, 4.0], r.Found);
    }

    [Theory]
    [InlineData("0.011", true, null)]
    [InlineData("0.009", false, "number 2 is 4, 4.04 is expected")]
    public void The_tolerance_is_relative_to_what_is_expected(string tolerance, bool pass, string? reason)
    {
        CheckResult r = Check(Trace, Spikes("{method: threshold}", tolerance), "spike times: [2, 4.04]");

        Assert.Equal((pass ? CheckVerdict.Pass : CheckVerdict.Fail, reason), (r.Verdict, r.Reason));
        Assert.Equal(0.04 / 4.04, r.Difference, 1e-12);
    }

    [Fact]
    public void Another_count_fails_whatever_the_tolerance() =>
        Assert.Equal("3 expected, 2 found", Check(Trace, Spikes("{threshold: 0}", "9"), "spike times: [2, 4, 6]").Reason);

    [Fact]
    public void Rates_and_resting_values_are_compared()
    {
        CheckResult rate = Check("0\t0.1\n1\t0.2\n0\t0.3\n0\t0.4\n",
            "spike rate:\n  spiketimes file: {path: sub/v.dat, format: ID_TIME, id: 0}", "spike rate: 6.6667");
        CheckResult rest = Check(Trace, "resting:\n  file: {path: sub/v.dat}\n  average last: 2", "resting: 0.015");

        Assert.Equal(CheckVerdict.Pass, rate.Verdict);
        Assert.Equal(2 / 0.3, rate.Found[0], 1e-9);
        Assert.Equal(0.015, rest.Found[0], 1e-12);
    }

    [Fact]
    public void What_cannot_be_checked_is_no_pass()
    {
        Assert.Equal((CheckVerdict.NotChecked, "'temperature' is not supported: spike times, spike rate and resting are"),
            Both(Check("", "temperature: {file: {path: x}}", "temperature: 6.3")));
        Assert.Equal((CheckVerdict.NotChecked,
            "engine jNeuroML_NEURON: the published numbers are its own, its tolerances hold for itself alone"),
            Both(Check(Trace, Spikes("{threshold: 0}", "0"), "spike times: [2, 4]", "jNeuroML_NEURON")));
        Assert.Equal((CheckVerdict.Fail, "the run wrote no 'w.dat'"),
            Both(Check(Trace, Spikes("{threshold: 0}", "0").Replace("v.dat", "w.dat"), "spike times: [2]")));

        static (CheckVerdict, string?) Both(CheckResult r) => (r.Verdict, r.Reason);
    }

    [Fact]
    public void A_mistake_is_told_with_its_line()
    {
        File.WriteAllText(_folder / "t.omt", "target: net.xml\n");
        Assert.Equal("t.omt(1): 'engine:' is needed here",
            Assert.Throws<NeuroMLException>(() => ModelTestReader.Read(_folder / "t.omt")).Message);
    }

    [Fact]
    public void Every_published_test_is_read()
    {
        string[] files = Directory.GetFiles(SharedData.Path("NeuroML2", "LEMSexamples", "test"), ".test.*.omt");
        ModelTest[] tests = [.. files.Select(ModelTestReader.Read)];

        Assert.Equal(68, tests.Length);
        Assert.All(tests.SelectMany(t => t.Experiments), e => Assert.Null(e.Unsupported));
        ModelTest ex19 = tests.Single(t => t.Path.EndsWith(".test.ex19.jnml.omt"));
        Assert.Equal([7, 7], ex19.Experiments.Select(e => e.Expected.Count));
        Assert.Equal(-69.5, ((TraceSource)ex19.Experiments[0].Source!).Detection!.Threshold);
    }

    [Fact]
    public void Where_numbers_differ_forward_Euler_is_tried_and_both_are_told()
    {
        File.WriteAllText(_folder / "t.mep", "experiments:\n  v:\n    expected:\n      spike times: [2, 4]\n");
        File.WriteAllText(_folder / "t.omt", "target: sub/net.xml\nengine: jNeuroML\nmep: t.mep\nexperiments:\n  v:\n    observables:\n "
            + "     "
            + Spikes("{threshold: 0}", "0").Replace("\n", "\n      ") + "\n");
        FileRun Writes(string rows) => (_, folder) =>
        {
            File.WriteAllText(Path.Combine(folder, "v.dat"), rows);
            return ["said"];
        };
        CheckResult Result(string ours, string euler)
        {
            var checker = new Checker(Writes(ours), _folder / Guid.NewGuid().ToString(), 0, Writes(euler));
            CheckResult result = Assert.Single(checker.Check(ModelTestReader.Read(_folder / "t.omt")));
            Assert.Equal(["net.xml: said"], checker.Notes);
            return result;
        }

        string later = Trace.Replace("0.004", "0.0041");
        CheckResult met = Result(later, Trace), unmet = Result(later, Trace.Replace("0.004", "0.0042")), pass = Result(Trace, later);
        Assert.Equal((CheckVerdict.Fail, "number 2 is 4.1, 4 is expected", "jNeuroML"), (met.Verdict, met.Reason, met.Engine));
        Assert.Equal([2.0, 4.0], met.ByEuler!.Found);
        Assert.Equal((0.0, null), (met.ByEuler.Difference, met.ByEuler.Problem));
        Assert.Equal((CheckVerdict.Fail, "number 2 is 4.2, 4 is expected"), (unmet.Verdict, unmet.ByEuler!.Problem));
        Assert.Equal((CheckVerdict.Pass, null), (pass.Verdict, pass.ByEuler));
    }

    [Fact]
    public void A_published_test_that_holds_forward_Euler_says_so()
    {
        var (exitCode, output, _) = Cli.Command.Run("check", SharedData.Path("cases", "check-published-by-euler", ".test.osc.jnml.omt"),
            "--tolerance", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains("Forward Euler at the file's step (--method euler) gives the published numbers: the file was read right", output);
        Assert.Contains("9: 0.9 .. 268.9 (as published)", output);
        Assert.EndsWith("tolerances were fitted to it: here jNeuroML.", output.Trim());
        Assert.DoesNotContain("NEURON's", output);
    }
}
