namespace Connexon;

/// <summary>How a network is run where nothing else is said: what a file says, and what its format takes where that says nothing.</summary>
/// <param name="Method">The method.</param>
public sealed record RunDefaults(Method Method)
{
    /// <summary>How long; null where the file does not say.</summary>
    public Time? Duration { get; init; }

    /// <summary>The step; null where the file does not say.</summary>
    public Time? Dt { get; init; }

    /// <summary>The seed of all random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Of states, parameters and weights.</summary>
    public Precision Precision { get; init; }

    /// <summary>The numbers to run with; null for those that the network was built with.</summary>
    public Parameters? Parameters { get; init; }

    /// <summary>True if a length that is no whole number of steps is rounded to one, as LEMS does.</summary>
    public bool RoundsDuration { get; init; }

    /// <summary>Settings of a run; what is null is the default.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="dt">The step.</param>
    /// <param name="method">The method.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="solver">What solves for implicit junctions.</param>
    /// <exception cref="ArgumentException">There is neither a step, or a length, here nor in the file.</exception>
    public RunSettings Settings(Time? duration = null, Time? dt = null, Method? method = null, ulong? seed = null, int threads = 1,
        SolverKind solver = SolverKind.Automatic)
    {
        Time step = dt ?? Dt ?? throw Unsaid("step", nameof(dt)), length = duration ?? Duration ?? throw Unsaid("length", nameof(duration));
        double steps = Math.Round(length.Value / step.Value);
        if (RoundsDuration && steps >= 1) length = new Time(steps * step.Value); // what is shorter than a step is no run of 0 steps
        return new RunSettings(length, step, method ?? Method, seed ?? Seed, threads, Solver: solver, Parameters: Parameters,
            Precision: Precision);
    }

    private static ArgumentException Unsaid(string what, string parameter) =>
        new($"The file does not say the {what} of a run: give the {parameter}.");
}
