namespace Connexon.NeuroML;

/// <summary>The spike trains that NeuroML's types bring with them.</summary>
internal static class SpikeTrains
{
    // In ms: an event costs as much as a cell's step, and none of them is forgotten.
    private const double ShortestInterval = 1e-4;

    /// <summary>The spike train that a component brings with it; null for one that has none.</summary>
    /// <exception cref="NeuroMLException">It would send more than any run can take.</exception>
    public static SpikeTrain? Of(Component c, LemsUnits units)
    {
        SpikeTrain? train = Found(c, units);
        double interval = train switch
        {
            RegularSpikes r => r.Period,
            UniformSpikes u => u.Shortest >= 0 ? (u.Shortest + u.Longest) / 2 : double.NaN,
            PoissonSpikes p => p.Rate == 0 ? double.PositiveInfinity : 1 / p.Rate,
            _ => double.PositiveInfinity,
        };
        return interval >= ShortestInterval ? train
            : throw c.Source.Wrong($"{c} sends a spike every {new Time(interval)} on average: an interval between spikes is at least "
                + $"{new Time(ShortestInterval)}. Give a lower rate, and the synapse a weight that is higher by as much.");
    }

    private static SpikeTrain? Found(Component c, LemsUnits units)
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
