namespace Connexon;

/// <summary>
/// How hard the junctions of a batch couple, whichever of its members run: whether they are implicit must not depend on that, so that a member alone is what it
/// is in the batch.
/// </summary>
internal static class BatchCoupling
{
    public static double LargestKappa(Assembly assembly, IReadOnlyList<GapJunction> junctions)
    {
        double largest = assembly.Electrical.Kappa(assembly.Dt).DefaultIfEmpty().Max();
        for (int b = 0; assembly.Numbers.Batch > assembly.Members && b < assembly.Numbers.Batch; b++) largest = Math.Max(largest, Of(assembly, junctions, b));
        return largest;
    }

    private static double Of(Assembly assembly, IReadOnlyList<GapJunction> junctions, int member)
    {
        var strengths = new double[assembly.Nodes.Count];
        foreach (GapJunction j in junctions)
        {
            ReadOnlySpan<Edge> edges = assembly.Electrical.EdgesOf(j, 0);
            double[] toPost = assembly.Numbers.OfBatch(j.AllWeights[0], member), toPre = assembly.Numbers.OfBatch(j.AllWeights[^1], member);
            for (int k = 0; k < edges.Length; k++)
            {
                if (edges[k].Pre == edges[k].Post) continue;
                strengths[edges[k].Post] += Math.Abs(toPost[k]);
                strengths[edges[k].Pre] += Math.Abs(toPre[k]);
            }
        }
        double largest = 0;
        foreach (var (group, state, input, first) in assembly.Nodes.Segments)
        {
            if (state is null || input is null) continue;
            double[] gains = assembly.GainOf(group, new CoupledState(state, input), (p, s) => assembly.Numbers.OfBatch(p, s, member));
            for (int i = 0; i < gains.Length; i++) largest = Math.Max(largest, assembly.Dt * strengths[first + i] * Math.Abs(gains[i]));
        }
        return largest;
    }
}
