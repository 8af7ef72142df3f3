namespace Connexon;

/// <summary>
/// The ends of the spectrum of a Laplacian whose weights may be negative: (L x)_i = sum_j g_ij (x_i - x_j) then has eigenvalues below 0,
/// whose modes grow, beside that of 0 of the uniform vector.
/// </summary>
internal static class SignedSpectrum
{
    /// <summary>
    /// The largest or smallest eigenvalue of diag(scale) L and its vector. It is found as one of L moved by the bound, which is nowhere
    /// near 0, to a residual of 1e-5 of that.
    /// </summary>
    /// <param name="graph">The graph; weights of any sign.</param>
    /// <param name="scale">One positive factor per node.</param>
    /// <param name="largest">Which end.</param>
    /// <param name="bound">No eigenvalue is larger, by its absolute value.</param>
    public static (double Value, double[] Vector) Extreme(WeightedGraph graph, double[] scale, bool largest, double bound)
    {
        double[] root = [.. scale.Select(Math.Sqrt)];
        var edges = graph.Merged().Graph.Edges.ToArray();
        double shift = largest ? 2 * bound : -2 * bound;
        var search = new ExtremeEigenpair((x, y) => // the symmetric matrix of the same eigenvalues: sqrt(scale) L sqrt(scale)
        {
            for (int i = 0; i < x.Length; i++) y[i] = shift * x[i];
            foreach (var (a, b, weight) in edges)
            {
                double flow = weight * (root[a] * x[a] - root[b] * x[b]);
                y[a] += root[a] * flow;
                y[b] -= root[b] * flow;
            }
        }, [.. root.Select(_ => 1.0)], largest);
        var (value, vector) = search.Next(1e-5);
        double length = Math.Sqrt(vector.Select((u, i) => root[i] * u * root[i] * u).Sum());
        return (value - shift, [.. vector.Select((u, i) => length > 0 ? root[i] * u / length : 0)]);
    }
}
