namespace Connexon;

/// <summary>A junction between its rows of the matrix, as it is looked at: no list of these is kept.</summary>
/// <param name="Junction">The junction object.</param>
/// <param name="Index">Its number there.</param>
/// <param name="Pre">The row of the pre neuron.</param>
/// <param name="Post">The row of the post neuron.</param>
/// <param name="ToPost">The weight of what flows into the post neuron.</param>
/// <param name="ToPre">The weight of what flows into the pre neuron.</param>
internal readonly record struct Edge(GapJunction Junction, int Index, int Pre, int Post, double ToPost, double ToPre)
{
    /// <summary>The mean of both directions.</summary>
    public double Strength => 0.5 * (ToPost + ToPre);
}
