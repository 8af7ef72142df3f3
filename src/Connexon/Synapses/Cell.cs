namespace Connexon;

/// <summary>One neuron of a population.</summary>
/// <param name="Population">The population.</param>
/// <param name="Index">Its number there.</param>
internal readonly record struct Cell(Neuron Population, int Index);
