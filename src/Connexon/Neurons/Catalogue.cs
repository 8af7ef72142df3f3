namespace Connexon;

/// <summary>The built-in neuron models, for lists and for tests of them all.</summary>
public static class Catalogue
{
    /// <summary>Every built-in model.</summary>
    public static IReadOnlyList<CatalogueEntry> Neurons { get; } =
    [
        new(n => new HH(n), "squid giant axon, Hodgkin and Huxley's four variables"),
        new(n => new MorrisLecar(n), "calcium and potassium, two variables; both classes of excitability"),
        new(n => new WangBuzsakiHH(n), "fast-spiking hippocampal interneuron, instantaneous sodium activation"),
        new(n => new LIF(n), "leaky integrate-and-fire, soft or hard reset"),
        new(n => new LIFRef(n), "leaky integrate-and-fire, held for a refractory time after each spike"),
        new(n => new Izhikevich(n), "two variables, many firing patterns; the input is a voltage per time"),
        new(n => new FitzHughNagumo(n), "two pure numbers, an excitable membrane in the plane"),
        new(n => new HhPscAlphaGap(n), "NEST's fast-spiking interneuron for gap junctions (new HhPscAlphaGap(n))"),
        new(n => new HhCondBetaGapTraub(n), "NEST's pyramidal cell for gap junctions, after Traub and Miles (new HhCondBetaGapTraub(n))"),
    ];
}

/// <summary>A built-in model.</summary>
/// <param name="Create">Makes a population of a size, with the default parameters.</param>
/// <param name="Summary">One line on what it is.</param>
public sealed record CatalogueEntry(Func<Shape, Neuron> Create, string Summary)
{
    /// <summary>The equations, with the default parameters.</summary>
    public Model Model { get; } = Create(1).Model;

    /// <summary>The model's name: that of its class, "HH", or for another simulator's model the name there, "hh_psc_alpha_gap".</summary>
    public string Name => Model.Name;
}
