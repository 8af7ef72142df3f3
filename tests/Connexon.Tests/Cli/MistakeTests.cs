namespace Connexon.Tests.Cli;

public sealed class MistakeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--weight 0.1ms",
        "--weight: 0.1ms is a time (ms), but a conductance (mS) is needed. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("--weight 0.1", "--weight: 0.1 has no unit, but a conductance (mS) is needed. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("--input 10mV", "--input: 10mV is a voltage (mV), but a current (uA) is needed. Units of current: A, mA, uA, nA, pA.")]
    [InlineData("--duration -5ms", "The duration is -5 ms: it must not be negative.")]
    [InlineData("--dt 0ms", "dt is 0 ms: it must be positive.")]
    [InlineData("--threads 0", "0 threads: 1 to 1024 are possible, and more than the {0} processors of this machine make nothing faster.")]
    [InlineData("--threads 1000000",
        "1000000 threads: 1 to 1024 are possible, and more than the {0} processors of this machine make nothing faster.")]
    [InlineData("--dt 1e300ms", "A step of 1E+300 ms is longer than the run, 200 ms: choose a dt of 200 ms or less.")]
    [InlineData("--duration 5.07ms", "5.07 ms is not a whole number of steps of 0.05 ms: choose 5.05 ms or 5.1 ms, or a dt of 0.039 ms.")]
    [InlineData("--seed -1", "--seed: '-1' is not a whole number from 0 to 18446744073709551615.\nSee 'connexon run --help'.")]
    [InlineData("--seed 1.5", "--seed: '1.5' is not a whole number from 0 to 18446744073709551615.\nSee 'connexon run --help'.")]
    [InlineData("--every x", "--every: 'x' is not a whole number up to 2147483647.\nSee 'connexon run --help'.")]
    [InlineData("--threads 99999999999", "--threads: '99999999999' is not a whole number up to 2147483647.\nSee 'connexon run --help'.")]
    [InlineData("--neuron Hodgkin", "--neuron: 'Hodgkin' is not a neuron. Neurons: HH.Squid, HH, MorrisLecar, WangBuzsakiHH, LIF, LIFRef, "
        + "Izhikevich, FitzHughNagumo, hh_psc_alpha_gap, hh_cond_beta_gap_traub.")]
    [InlineData("--method heun", "'heun' is not a method. Methods: Imex4, Fast, ExponentialEuler, Euler, RungeKutta2, RungeKutta4, Lagged, "
        + "Adaptive(tolerance), Reference(tolerance).")]
    [InlineData("--listing twice", "--listing: 'twice' is not one of as-listed, each-pair-once, max, mean, error.")]
    [InlineData("--plot worm.gif", "--plot: 'worm.gif' ends in neither .png nor .svg.")]
    public void A_wrong_value_is_one_message_and_exit_code_2(string option, string message)
    {
        var (exitCode, output, errors) = Command.RunIn(_folder, ["run", Command.Sample, .. option.Split(' ')]);

        Assert.Equal((2, "", message.Replace("{0}", $"{Environment.ProcessorCount}")), (exitCode, output, errors.TrimEnd()));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_step_above_the_bound_is_refused_with_the_bound()
    {
        var (exitCode, _, errors) = Command.Run("run", Command.Sample, "--dt", "0.2ms", "--method", "ExponentialEuler");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("ExponentialEuler is stable up to dt = 0.1694 ms for these junctions, but dt = 0.2 ms was asked for. Junction ",
            errors);
        Assert.EndsWith("sets the bound. Use dt: 0.16 * ms or less, Imex4, which is stable at any strength, or weaker junctions.",
            errors.TrimEnd());
    }

    [Fact]
    public void A_table_that_cannot_be_read_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "empty.csv"), "");
        File.WriteAllBytes(Path.Combine(_folder, "binary.csv"), [0, 1, 2, 3, 0, 255]);
        File.WriteAllText(Path.Combine(_folder, "columns.csv"), "x,y\n1,2\n");

        Assert.All(["missing.csv", "empty.csv", "binary.csv", "columns.csv", "."], table =>
        {
            var (exitCode, output, errors) = Command.RunIn(_folder, "run", table);

            Assert.Equal((2, ""), (exitCode, output));
            Assert.StartsWith(table + ":", errors.Replace("(1):", ":"));
            Assert.Single(errors.TrimEnd().Split('\n'));
        });
    }

    [Fact]
    public void Advice_about_a_table_is_in_the_words_of_the_command()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "pre,post,weight,count\nA,B,1,2\n");

        Assert.Equal((2, "t.csv(1): columns 'weight', 'count' may each be the junction count; say which with --weight-column"),
            Errors("info", "t.csv"));
        Assert.Equal(
            (2, "t.csv(1): the header has no column for the first cell (--pre-column: 'x' was asked for). Found: "
                + "'pre', 'post', 'weight', 'count'. Rename the columns, name or number them with "
                + "options such as --pre-column (see --help), "
                + "or say --no-header where this row is a pair."),
            Errors("info", "t.csv", "--pre-column", "x", "--weight-column", "count"));

        (int, string) Errors(params string[] arguments)
        {
            var (exitCode, _, errors) = Command.RunIn(_folder, arguments);
            return (exitCode, errors.TrimEnd());
        }
    }

    [Theory]
    [InlineData("--delimiter semi",
        "--delimiter: 'semi' is neither one character nor one of comma, semicolon, tab, bar, whitespace, space, \\t.")]
    [InlineData("--decimal dot", "--decimal: 'dot' is neither point nor comma.")]
    [InlineData("--encoding klingon",
        "--encoding: 'klingon' is no known encoding, such as utf-8, utf-16, windows-1252, iso-8859-1 or macintosh.")]
    [InlineData("--header --no-header", "--header and --no-header cannot both be.")]
    [InlineData("--layout list", "t.csv(1): the first row, 'A', 'B', '2', looks like a pair and not like the names of columns; "
        + "say --no-header and give columns by number from 1, or --header if it is a header")]
    [InlineData("--decimal .", "t.csv(1): the first row, 'A', 'B', '2', looks like a pair and not like the names of columns; "
        + "say --no-header and give columns by number from 1, or --header if it is a header")]
    public void How_a_table_is_written_is_said_in_words_that_are_known(string options, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "A,B,2\nB,C,3\n");

        string[] named = ["--pre-column", "A", "--post-column", "B", "--weight-column", "2"];
        var (exitCode, output, errors) = Command.RunIn(_folder, ["info", "t.csv", .. named, .. options.Split(' ')]);

        Assert.Equal((2, "", message), (exitCode, output, errors.TrimEnd()));
    }

    [Fact]
    public void An_unknown_option_is_a_usage_error()
    {
        var (exitCode, _, errors) = Command.Run("run", Command.Sample, "--wait", "0.1mS");

        Assert.Equal(2, exitCode);
        Assert.Contains("'--wait'", errors);
        Assert.EndsWith("See 'connexon run --help'.", errors.TrimEnd());
    }

    [Fact]
    public void What_cannot_be_written_is_a_failure_and_leaves_nothing()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "kept");

        var (exitCode, _, errors) = Command.RunIn(_folder, "run", Command.Sample, "--duration", "1ms", "--plot",
            Path.Combine("file", "worm.png"));

        Assert.Equal((1, $"--plot: nothing can be written in '{Path.Combine(_folder, "file")}', which is a file."),
            (exitCode, errors.TrimEnd()));
        Assert.Equal(["file"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }
}
