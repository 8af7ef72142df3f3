using System.Text.Json.Nodes;

namespace Connexon.Tests.Cli;

/// <summary>What the command says of its own errors: --verify, the treatment of junctions, the solver.</summary>
public sealed class VerifyTests
{
    [Fact]
    public void The_default_step_is_good_enough_and_a_verdict_says_so()
    {
        var (exitCode, output, errors) = Command.Run("run", Command.Sample, "--duration", "20ms", "--verify", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        JsonNode summary = JsonNode.Parse(output)!, v = summary["verification"]!;
        Assert.True((bool)v["good_enough"]!);
        Assert.Equal(((int)summary["spikes"]!, 0, 0), ((int)v["spikes_kept"]!, (int)v["spikes_gained"]!, (int)v["spikes_lost"]!));
        Assert.InRange((double)v["rms_change"]!, 1e-6, 0.02);
        Assert.Equal((20.0, "V"), ((double)v["compared_ms"]!, (string)v["state"]!));
    }

    [Fact]
    public void A_step_that_is_too_long_is_called_that_and_still_exits_with_0()
    {
        var (exitCode, output, _) = Command.Run("run", Command.Sample, "--duration", "20ms", "--dt", "0.1ms",
            "--method", "ExponentialEuler", "--verify");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"\nV at dt/2 +moves by [\d.]+ mV rms, [\d.]+ mV rms in the worst cell, at most [\d.]+ mV \(\w+ at [\d.]+ ms\)\n",
            output);
        Assert.Matches(@"\nspikes at dt/2 +\d+ gained, \d+ lost, \d+ kept; shifted by [\d.]+ ms rms, at most [\d.]+ ms\n", output);
        Assert.Matches(@"\nverdict +dt = 0.1 ms with ExponentialEuler is not good enough: .*Take a shorter step, or Imex4\.\n", output);
    }

    [Theory]
    [InlineData("", "explicit step  up to 0.1694 ms (ExponentialEuler)")]
    [InlineData("", "method         Imex4: fourth order, junctions implicit where strong; error estimate, sub-steps where a cell is stiff")]
    [InlineData("", "kappa          0.565 largest, 0.02 median, at dt = 0.05 ms")]
    [InlineData("", "coupling       implicit for kappa, up to 0.565, by ")]
    [InlineData("--dt 0.01ms", "coupling       explicit: kappa, up to 0.113, is weak enough for that")]
    [InlineData("--method rungekutta4", "coupling       explicit, as RungeKutta4 is")]
    [InlineData("--solver conjugate-gradients", "coupling       implicit for kappa, up to 0.565, by conjugate gradients, as asked for")]
    [InlineData("--method Lagged",
        "predicted error  36 % of rates at the largest kappa, from how the method treats junctions alone; Imex4 has none of it")]
    public void Info_says_what_is_chosen_and_why(string options, string line)
    {
        var (exitCode, output, errors) =
            Command.Run(["info", Command.Sample, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, ""), (exitCode, errors));
        string Words(string s) => System.Text.RegularExpressions.Regex.Replace(s, " +", " ");
        Assert.Contains(output.Split('\n'), l => Words(l).StartsWith(Words(line), StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_prints_its_error_to_two_digits() =>
        Assert.Matches(@"\nstep error +(\d(\.\d)?(E-\d+)?|0\.0*[1-9]\d?) mV in the worst step, \w+ at [\d.]{1,7} ms\n",
            Command.Run("run", Command.Sample, "--duration", "5ms").Output);

    [Fact]
    public void Single_precision_runs_and_says_so()
    {
        string[] arguments = ["run", Command.Sample, "--duration", "20ms", "--dt", "0.02ms", "--method", "exponential-euler",
            "--weight", "0.02mS"];
        var (exitCode, output, errors) = Command.Run([.. arguments, "--precision", "single"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("\nprecision +single: states, parameters and weights of 7 digits\n", output);
        string Spikes(string text) => text.Split('\n').Single(line => line.StartsWith("spikes ", StringComparison.Ordinal));
        Assert.Equal(Spikes(Command.Run(arguments).Output), Spikes(output));
    }

    [Theory]
    [InlineData("--precision half", "--precision: 'half' is neither double nor single.")]
    [InlineData("--precision single", "Imex4 takes its steps by an estimate of their error, which 7 digits do not give: "
        + "in single precision use ExponentialEuler, Euler, RungeKutta2 or RungeKutta4, "
        + "or leave the precision out: double is the default.")]
    public void A_wrong_precision_is_one_message_and_exit_code_2(string options, string message)
    {
        var (exitCode, output, errors) = Command.Run(["run", Command.Sample, .. options.Split(' ')]);

        Assert.Equal((2, "", message), (exitCode, output, errors.TrimEnd()));
    }

    [Fact]
    public void A_file_is_not_run_in_single_precision()
    {
        var (exitCode, output, errors) = Command.Run("run", "network.xml", "--precision", "single");

        Assert.Equal((2, "", "--precision is for tables: what LEMS files attach to cells runs in double precision."),
            (exitCode, output, errors.TrimEnd()));
    }

    [Theory]
    [InlineData("--solver jacobi",
        "--solver: 'jacobi' is not a solver. Solvers: Automatic, Dense, Chebyshev, ConjugateGradients, Richardson, BiCgStab.")]
    [InlineData("--solver dense --method Lagged",
        "SolverKind.Dense was asked for, but Lagged solves for nothing: leave the solver out, or use Imex4 or Fast.")]
    public void A_wrong_solver_is_one_message_and_exit_code_2(string options, string message)
    {
        var (exitCode, output, errors) = Command.Run(["run", Command.Sample, .. options.Split(' ')]);

        Assert.Equal((2, "", message), (exitCode, output, errors.TrimEnd()));
    }
}
