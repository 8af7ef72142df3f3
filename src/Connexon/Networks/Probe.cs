namespace Connexon;

/// <summary>A quantity of one neuron, or of one attached element.</summary>
/// <param name="Population">The neurons, or the <see cref="Attachments.Elements"/>.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Value">An expression of its states and parameters, of what it reads, of the time and of a neuron's inputs, each the
/// whole sum that comes in.</param>
internal readonly record struct Probe(Neuron Population, int Index, Expr Value);
