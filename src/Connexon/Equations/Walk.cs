namespace Connexon;

/// <summary>
/// Visits every distinct part of expressions once, arguments first and from left to right, and remembers what came of it: a part squared 20
/// times over is 21 visits, not a million. On a stack of its own, since files nest deeper than a thread's reaches.
/// </summary>
/// <param name="visit">Takes a part and what came of its arguments.</param>
/// <param name="into">Whether the arguments of a part are visited; null for always. Of other parts, visit gets no results.</param>
internal sealed class Walk<T>(Func<Expr, ReadOnlySpan<T>, T> visit, Func<Expr, bool>? into = null)
{
    private const int MostArguments = 3;
    private readonly Dictionary<Expr, T> _known = [];

    /// <summary>How many parts were visited so far.</summary>
    public int Visited => _known.Count;

    /// <summary>What comes of an expression.</summary>
    public T Of(Expr whole)
    {
        if (_known.TryGetValue(whole, out T? known)) return known;
        var open = new Stack<Expr>();
        var results = new T[MostArguments];
        open.Push(whole);
        while (open.TryPeek(out Expr? part))
        {
            int arguments = into is null || into(part) ? part.Arguments.Count : 0;
            if (!_known.ContainsKey(part))
            {
                if (!Gather(part, arguments, results, open)) continue;
                _known[part] = visit(part, results.AsSpan(0, arguments));
            }
            open.Pop();
        }
        return _known[whole];
    }

    // What came of the arguments; false if some are still to be visited, which then stand on the stack, the first one on top.
    private bool Gather(Expr part, int arguments, T[] results, Stack<Expr> open)
    {
        bool complete = true;
        for (int k = arguments - 1; k >= 0; k--)
        {
            if (_known.TryGetValue(part[k], out T? result))
            {
                results[k] = result;
                continue;
            }
            open.Push(part[k]);
            complete = false;
        }
        return complete;
    }
}

/// <summary>Walks that only look.</summary>
internal static class Walk
{
    /// <summary>The distinct parts of expressions, each after its arguments.</summary>
    /// <param name="wholes">The expressions.</param>
    /// <param name="into">Whether to look into a part; null for always.</param>
    public static IReadOnlyList<Expr> Parts(IEnumerable<Expr> wholes, Func<Expr, bool>? into = null)
    {
        var parts = new List<Expr>();
        var walk = new Walk<bool>((part, _) => { parts.Add(part); return true; }, into);
        foreach (Expr e in wholes) walk.Of(e);
        return parts;
    }

    /// <summary>The distinct symbols of expressions, in the order in which they first occur.</summary>
    public static IReadOnlyList<Symbol> Symbols(IEnumerable<Expr> wholes) => [.. Parts(wholes).Select(p => p.Symbol).OfType<Symbol>()];
}
