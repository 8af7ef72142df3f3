namespace Connexon.Cli;

/// <summary>The cells of a table that are of one model.</summary>
/// <param name="Neurons">Their neurons.</param>
/// <param name="Cells">Their names, in the order of the neurons.</param>
internal sealed record TablePopulation(Neuron Neurons, string[] Cells)
{
    /// <summary>The state that junctions couple.</summary>
    public State First { get; } = Neurons[Neurons.Model.States[0].Symbol.Name];

    /// <summary>What a junction weighs at these neurons.</summary>
    public Dimension Weight => Neurons.Model.Input!.Dimension / First.Dimension;
}
