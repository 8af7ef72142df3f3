namespace Connexon.NeuroML;

/// <summary>When the spikes of a source come: known times, or a rule. All times in ms.</summary>
internal abstract record SpikeTrain
{
    /// <summary>The spike train that a component brings with it; null for one that has none.</summary>
    public static SpikeTrain? Of(Component c, LemsUnits units)
    {
        ComponentType type = c.Type;
        double Value(string name) => type.Find(name) is ParameterMember p ? c.Value(p, units).Value
            : throw c.Source.Wrong($"{c} has no parameter '{name}'.");
        return type switch
        {
            _ when type.Is("spikeArray") || type.Is("timedSynapticInput") => new ListedSpikes(
                [.. c.Children.Where(s => s.Slot == "spikes")
                    .Select(s => s.Child.Value((ParameterMember)s.Child.Type.Find("time")!, units).Value).Order()]),
            _ when type.Is("spikeGenerator") => new RegularSpikes(Value("period")),
            _ when type.Is("spikeGeneratorRandom") => new UniformSpikes(Value("minISI"), Value("maxISI")),
            _ when type.Is("spikeGeneratorRefPoisson") =>
                new PoissonSpikes(Value("averageRate"), Value("minimumISI"), 0, double.PositiveInfinity),
            _ when type.Is("spikeGeneratorPoisson") || type.Is("poissonFiringSynapse") =>
                new PoissonSpikes(Value("averageRate"), 0, 0, double.PositiveInfinity),
            _ when type.Is("transientPoissonFiringSynapse") =>
                new PoissonSpikes(Value("averageRate"), 0, Value("delay"), Value("delay") + Value("duration")),
            _ when type.Is("SpikeSourcePoisson") => new PoissonSpikes(Value("rate"), 0, Value("start"), Value("start") + Value("duration")),
            _ when type.Is("spike") => new ListedSpikes([Value("time")]),
            _ => null,
        };
    }
}

/// <summary>Spikes at known times.</summary>
/// <param name="Times">The times, in order.</param>
internal sealed record ListedSpikes(IReadOnlyList<double> Times) : SpikeTrain;

/// <summary>A spike every period, the first after one.</summary>
/// <param name="Period">The time between spikes.</param>
internal sealed record RegularSpikes(double Period) : SpikeTrain;

/// <summary>Intervals uniform between two.</summary>
/// <param name="Shortest">The shortest interval.</param>
/// <param name="Longest">The longest interval.</param>
internal sealed record UniformSpikes(double Shortest, double Longest) : SpikeTrain;

/// <summary>A Poisson process, with a dead time after each spike that leaves its mean rate as it is.</summary>
/// <param name="Rate">Spikes per ms.</param>
/// <param name="DeadTime">The shortest interval.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
internal sealed record PoissonSpikes(double Rate, double DeadTime, double From, double Until) : SpikeTrain;
