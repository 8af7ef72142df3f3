namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins each cell of one population to exactly k others, at random (a random k-regular graph).</summary>
    /// <remarks>The pairing model (Bollobas 1980, doi:10.1016/S0195-6698(80)80030-8): k loose ends per cell are paired at random; a pair
    /// that is a cell with itself or is there already exchanges ends with a random other pair. The result is close to, not exactly, uniform
    /// among all such graphs.</remarks>
    /// <param name="k">The number of partners of each cell, from 0 to the number of cells less 1; k times the number of cells must be
    /// even.</param>
    /// <param name="seed">Which of the random graphs; default 0.</param>
    /// <returns>A connection function; it throws <see cref="ArgumentException"/> for a population in which no such graph exists.</returns>
    /// <exception cref="ArgumentException">A negative k.</exception>
    public static ConnectionFunction FixedDegree(int k, ulong seed = 0)
    {
        if (k < 0)
            throw new ArgumentException($"Connect.FixedDegree was given {k} partners per cell; give 0 or more.", nameof(k));
        return (preSize, postSize) =>
        {
            RequireOnePopulation("Connect.FixedDegree", preSize, postSize);
            if (k >= preSize && k > 0)
                throw new ArgumentException($"{preSize} cells cannot have {k} partners each; at most {preSize - 1} are possible.");
            if (k % 2 == 1 && preSize % 2 == 1)
                throw new ArgumentException($"{preSize} cells cannot have {k} partners each: {preSize} x {k} loose ends do not make pairs. "
                    + "Make one of the two numbers even.");
            // Pairs are sought where they are the fewer; beyond half of all, those that are left out.
            bool leftOut = k > (preSize - 1) / 2;
            PairSet? pairs = null;
            for (var draw = new DrawSequence(seed, "Connect.FixedDegree"); pairs == null;)
                pairs = Regular(preSize, leftOut ? preSize - 1 - k : k, draw);
            if (!leftOut)
                return pairs.ToArrays();
            var others = new PairList((long)preSize * k / 2);
            for (int i = 0; i < preSize; i++)
                for (int j = i + 1; j < preSize; j++)
                    if (!pairs.Contains(i, j))
                        others.Add(i, j);
            return others.ToArrays();
        };
    }

    // One attempt; null where the repairs got stuck.
    private static PairSet? Regular(int size, int k, DrawSequence draw)
    {
        int[] ends = new int[PairList.Checked((long)size * k)];
        for (int e = 0; e < ends.Length; e++) // shuffled while being filled
        {
            int other = draw.Below(e + 1);
            (ends[e], ends[other]) = (ends[other], e / Math.Max(k, 1));
        }
        var pairs = new PairSet(ends.Length / 2);
        var wrong = new HashSet<int>();
        for (int e = 0; e < ends.Length; e += 2)
            if (ends[e] == ends[e + 1] || !pairs.Add(ends[e], ends[e + 1]))
                wrong.Add(e);
        foreach (int e in wrong.Order())
            if (!Exchange(ends, e, pairs, wrong, draw))
                return null;
        return pairs;
    }

    // Replaces the wrong pair (a, b) and some right pair (c, d) by (a, c) and (b, d).
    private static bool Exchange(int[] ends, int e, PairSet pairs, HashSet<int> wrong, DrawSequence draw)
    {
        int a = ends[e], b = ends[e + 1];
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            int x = draw.Below(ends.Length), c = ends[x], d = ends[x ^ 1];
            bool same = a == d && b == c; // then (a, c) and (b, d) are one pair
            if (wrong.Contains(x & ~1) || a == c || b == d || same || pairs.Contains(a, c) || pairs.Contains(b, d))
                continue;
            pairs.Remove(c, d);
            pairs.Add(a, c);
            pairs.Add(b, d);
            wrong.Remove(e);
            (ends[e + 1], ends[x & ~1], ends[x | 1]) = (c, b, d);
            return true;
        }
        return false;
    }
}
