namespace Connexon.NeuroML;

/// <summary>How large expressions are.</summary>
internal static class ExprSize
{
    /// <summary>The number of nodes when written out, and the depth; shared parts count as often as they stand.</summary>
    public static (long Nodes, int Depth) Size(this Expr e, Dictionary<Expr, (long, int)> known)
    {
        if (known.TryGetValue(e, out var size)) return size;
        long nodes = 1;
        int depth = 0;
        foreach (Expr a in e.Arguments)
        {
            (long n, int d) = a.Size(known);
            nodes += n;
            depth = Math.Max(depth, d);
        }
        return known[e] = (nodes, depth + 1);
    }
}
