namespace Connexon.NeuroML;

/// <summary>What came out of a comparison.</summary>
internal enum CheckVerdict
{
    /// <summary>As expected.</summary>
    Pass,

    /// <summary>Not as expected.</summary>
    Fail,

    /// <summary>Not compared: <see cref="CheckResult.Reason"/> says why. This is no pass.</summary>
    NotChecked,
}

/// <summary>One line of a check.</summary>
/// <param name="Test">The .omt file.</param>
/// <param name="Experiment">The experiment; null for a test that only has to run.</param>
/// <param name="Observable">What was compared.</param>
/// <param name="Expected">The published numbers.</param>
/// <param name="Found">Those of this run.</param>
/// <param name="Difference">The largest relative difference; NaN where counts differ or nothing was compared.</param>
/// <param name="Tolerance">The tolerance of the test; NaN where there is none.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why it failed or was not checked; null for a pass.</param>
internal sealed record CheckResult(
    string Test, string? Experiment, string Observable, IReadOnlyList<double> Expected, IReadOnlyList<double> Found,
    double Difference, double Tolerance, CheckVerdict Verdict, string? Reason)
{
    /// <summary>The simulator that the test was written for.</summary>
    public string Engine { get; init; } = "";

    /// <summary>
    /// The same by forward Euler at the file's step, which shows whether a difference is that of the steps; null where it was not tried.
    /// </summary>
    public Measured? ByEuler { get; init; }
}

/// <summary>What a run gave for an experiment.</summary>
/// <param name="Found">The numbers; empty where there are none.</param>
/// <param name="Difference">The largest relative difference from what was published; NaN where counts differ.</param>
/// <param name="Problem">What is not as published; null if nothing.</param>
internal sealed record Measured(IReadOnlyList<double> Found, double Difference, string? Problem);
