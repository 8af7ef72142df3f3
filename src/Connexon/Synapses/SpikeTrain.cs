namespace Connexon;

/// <summary>When the spikes of a source come: known times, or a rule. All times in ms.</summary>
internal abstract record SpikeTrain
{
    private const int MostInStep = 10_000;

    /// <summary>The times, in order, one after the other as they are asked for.</summary>
    /// <param name="random">Where random intervals are drawn from.</param>
    public abstract IEnumerable<double> Times(DrawSequence random);

    /// <summary>The time between two, on average while they come; infinite for known times.</summary>
    public abstract double MeanInterval { get; }

    /// <summary>Why they cannot be followed in steps of a length, one by one; null if they can.</summary>
    /// <param name="dt">The step, in ms.</param>
    public string? Problem(double dt) => MeanInterval * MostInStep >= dt ? null
        : $"A source of spikes sends one every {Text(MeanInterval)}, {Math.Floor(dt / MeanInterval):G4} in a step of {Text(dt)}: "
            + $"each is followed, and at most {MostInStep} in a step are possible. Give it a longer period or a lower rate.";

    private static string Text(double ms) => QuantityText.Format(ms, Dimension.Time);
}

/// <summary>Spikes at known times.</summary>
/// <param name="At">The times, in order.</param>
internal sealed record ListedSpikes(IReadOnlyList<double> At) : SpikeTrain
{
    /// <inheritdoc/>
    public override IEnumerable<double> Times(DrawSequence random) => At;

    /// <inheritdoc/>
    public override double MeanInterval => double.PositiveInfinity;
}

/// <summary>A spike every period, the first after one.</summary>
/// <param name="Period">The time between spikes.</param>
internal sealed record RegularSpikes(double Period) : SpikeTrain
{
    /// <inheritdoc/>
    public override double MeanInterval => Period;

    /// <inheritdoc/>
    public override IEnumerable<double> Times(DrawSequence random)
    {
        for (long k = 1; ; k++) yield return k * Period;
    }
}

/// <summary>Intervals uniform between two.</summary>
/// <param name="Shortest">The shortest interval.</param>
/// <param name="Longest">The longest interval.</param>
internal sealed record UniformSpikes(double Shortest, double Longest) : SpikeTrain
{
    /// <inheritdoc/>
    public override double MeanInterval => 0.5 * (Shortest + Longest);

    /// <inheritdoc/>
    public override IEnumerable<double> Times(DrawSequence random)
    {
        for (double t = 0; ;) yield return t += Shortest + (Longest - Shortest) * random.Uniform();
    }
}

/// <summary>A Poisson process, with a dead time after each spike that leaves its mean rate as it is.</summary>
/// <param name="Rate">Spikes per ms.</param>
/// <param name="DeadTime">The shortest interval.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
internal sealed record PoissonSpikes(double Rate, double DeadTime, double From, double Until) : SpikeTrain
{
    /// <inheritdoc/>
    public override double MeanInterval => Rate > 0 ? Math.Max(1 / Rate, DeadTime) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override IEnumerable<double> Times(DrawSequence random)
    {
        if (!(Rate > 0)) yield break;
        double mean = MeanInterval - DeadTime;
        for (double t = From; ;)
        {
            t += DeadTime - mean * Math.Log(1 - random.Uniform());
            if (!(t < Until)) yield break;
            yield return t;
        }
    }
}
