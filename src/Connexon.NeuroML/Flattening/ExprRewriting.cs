namespace Connexon.NeuroML;

/// <summary>Replaces symbols in expressions.</summary>
internal static class ExprRewriting
{
    /// <summary>The expression with symbols replaced where the function gives something for them; parts that stay are shared.</summary>
    public static Expr Replace(this Expr e, Func<Symbol, Expr?> by)
    {
        if (e.Symbol is { } s) return by(s) ?? e;
        if (e.Arguments.Count == 0) return e;
        var arguments = new Expr[e.Arguments.Count];
        bool changed = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = e.Arguments[i].Replace(by);
            changed |= !ReferenceEquals(arguments[i], e.Arguments[i]);
        }
        return changed ? e.With(arguments) : e;
    }

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
