namespace Connexon.NeuroML;

/// <summary>How a file's simulation is run; what is null comes from the file.</summary>
public sealed record LemsOptions
{
    /// <summary>How long, in model time.</summary>
    public Time? Duration { get; init; }

    /// <summary>The step.</summary>
    public Time? Dt { get; init; }

    /// <summary>The method; null for <see cref="Method.Default"/>.</summary>
    public Method? Method { get; init; }

    /// <summary>The seed of random numbers.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>A row every so many steps in outputs.</summary>
    public int Every { get; init; } = 1;
}
