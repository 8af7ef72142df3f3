namespace Connexon;

/// <summary>
/// An input of a population, to be driven: <c>network.Drive(cells.Input("I_d"), 2 * uA)</c>. It sums what drives, junctions and synapses
/// give to each neuron.
/// </summary>
public sealed class InputPort
{
    internal InputPort(Neuron neurons, Symbol symbol) => (Neurons, Symbol) = (neurons, symbol);

    /// <summary>The population.</summary>
    public Neuron Neurons { get; }

    /// <summary>The input's name.</summary>
    public string Name => Symbol.Name;

    /// <summary>What it is: a current, a conductance.</summary>
    public Dimension Dimension => Symbol.Dimension;

    internal Symbol Symbol { get; }

    /// <summary>"I of HH".</summary>
    public override string ToString() => $"{Name} of {Neurons.DisplayName}";
}
