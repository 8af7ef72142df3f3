namespace Connexon;

/// <summary>A junction between its nodes.</summary>
/// <param name="Junction">The junction object.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Pre">The node of the pre neuron.</param>
/// <param name="Post">The node of the post neuron.</param>
/// <param name="Factor">What the weights are multiplied by.</param>
internal readonly record struct Edge(GapJunction Junction, int Index, int Pre, int Post, double Factor = 1)
{
    /// <summary>The weight of what flows into the post neuron.</summary>
    public double ToPost => Factor * Junction.ToPost[Index];

    /// <summary>The weight of what flows into the pre neuron.</summary>
    public double ToPre => Factor * Junction.ToPre[Index];
}
