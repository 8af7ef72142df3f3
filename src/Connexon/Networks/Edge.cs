namespace Connexon;

/// <summary>A junction between its nodes.</summary>
/// <param name="Junction">The junction object.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Pre">The node of the pre neuron.</param>
/// <param name="Post">The node of the post neuron.</param>
/// <param name="ToPost">The weight of what flows into the post neuron.</param>
/// <param name="ToPre">The weight of what flows into the pre neuron.</param>
internal readonly record struct Edge(GapJunction Junction, int Index, int Pre, int Post, double ToPost, double ToPre);
