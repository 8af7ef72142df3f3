namespace Connexon;

/// <summary>An output of a population, to be recorded: <c>network.Record(cells.Output("INa"))</c>.</summary>
public sealed class OutputPort
{
    internal OutputPort(Neuron neurons, Output output) => (Neurons, Definition) = (neurons, output);

    /// <summary>The population.</summary>
    public Neuron Neurons { get; }

    /// <summary>The output's name.</summary>
    public string Name => Definition.Name;

    /// <summary>The dimension of its values.</summary>
    public Dimension Dimension => Definition.Dimension;

    internal Output Definition { get; }

    /// <summary>"INa of HH".</summary>
    public override string ToString() => $"{Name} of {Neurons.DisplayName}";
}
