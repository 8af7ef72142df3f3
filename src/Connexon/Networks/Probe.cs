namespace Connexon;

/// <summary>A quantity of one neuron, or of one attached element.</summary>
/// <param name="Population">The neurons, or the <see cref="Attachments.Elements"/>.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Value">An expression of its states and parameters, of what it reads and of the time; not of a neuron's input.</param>
internal readonly record struct Probe(Neuron Population, int Index, Expr Value);
