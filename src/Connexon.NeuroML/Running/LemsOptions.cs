namespace Connexon.NeuroML;

/// <summary>How a file's simulation is run; what is null comes from the file.</summary>
public sealed record LemsOptions
{
    /// <summary>How long, in model time.</summary>
    public Time? Duration { get; init; }

    /// <summary>The step.</summary>
    public Time? Dt { get; init; }

    /// <summary>The method; null for <see cref="DefaultMethod"/>.</summary>
    public Method? Method { get; init; }

    /// <summary>
    /// What runs files: <see cref="Method.Adaptive"/>. A file's step was chosen for forward Euler and for its rows; where the network is
    /// quiet the default's scheme needs no step as short.
    /// </summary>
    public static Method DefaultMethod { get; } = Method.Adaptive();

    /// <summary>What solves for implicit junctions.</summary>
    public SolverKind Solver { get; init; }

    /// <summary>The seed of random numbers.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where and how the outputs are written, and what is kept.</summary>
    public OutputOptions Outputs { get; init; } = new();

    internal RunSettings SettingsFor(RunDefaults defaults) => defaults.Settings(Duration, Dt, Method, Seed, Threads, Solver);
}
