namespace Connexon;

/// <summary>A drive with what it drives.</summary>
/// <param name="Population">The population.</param>
/// <param name="Input">Which of its inputs; null for a model that has none, which is refused.</param>
/// <param name="Drive">The drive.</param>
internal readonly record struct Driven(Neuron Population, Symbol? Input, Drive Drive);
