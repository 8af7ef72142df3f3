namespace Connexon;

/// <summary>When the spikes of a source come: known times, or a rule. All times in ms.</summary>
internal abstract record SpikeTrain
{
    /// <summary>The times, in order, one after the other as they are asked for.</summary>
    /// <param name="random">Where random intervals are drawn from.</param>
    public abstract IEnumerable<double> Times(DrawSequence random);
}

/// <summary>Spikes at known times.</summary>
/// <param name="At">The times, in order.</param>
internal sealed record ListedSpikes(IReadOnlyList<double> At) : SpikeTrain
{
    /// <inheritdoc/>
    public override IEnumerable<double> Times(DrawSequence random) => At;
}

/// <summary>A spike every period, the first after one.</summary>
/// <param name="Period">The time between spikes.</param>
internal sealed record RegularSpikes(double Period) : SpikeTrain
{
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
    public override IEnumerable<double> Times(DrawSequence random)
    {
        if (!(Rate > 0)) yield break;
        double mean = Math.Max(0, 1 / Rate - DeadTime);
        for (double t = From; ;)
        {
            t += DeadTime - mean * Math.Log(1 - random.Uniform());
            if (!(t < Until)) yield break;
            yield return t;
        }
    }
}
