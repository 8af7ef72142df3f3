namespace Connexon;

public static partial class Connect
{
    /// <summary>The small world of Watts and Strogatz (1998, doi:10.1038/30918): a ring in which each cell is joined to its k nearest, and
    /// then each junction's far end is moved, with probability p, to a random cell that is not yet a partner.</summary>
    /// <param name="k">The number of nearest neighbours on the ring, half of them on each side: even, below the number of cells.</param>
    /// <param name="p">The probability of moving a junction: 0 leaves the ring, 1 makes nearly a random graph.</param>
    /// <param name="seed">Which of the random graphs; default 0.</param>
    /// <returns>A connection function of size * k / 2 junctions; it throws <see cref="ArgumentException"/> where k is not below the
    /// population's size.</returns>
    /// <exception cref="ArgumentException">An odd or negative k, a probability outside 0 to 1.</exception>
    public static ConnectionFunction SmallWorld(int k, double p, ulong seed = 0)
    {
        RequireProbability("Connect.SmallWorld", p);
        if (k < 0 || k % 2 == 1)
            throw new ArgumentException($"Connect.SmallWorld was given {k} nearest neighbours, half of them on each side; "
                + "give an even number.", nameof(k));
        return (preSize, postSize) =>
        {
            RequireOnePopulation("Connect.SmallWorld", preSize, postSize);
            if (k >= preSize && k > 0)
                throw new ArgumentException(
                    $"{preSize} cells cannot have {k} nearest neighbours each; at most {preSize - 1} are possible.");
            var pairs = new PairSet(PairList.Checked((long)preSize * (k / 2)));
            for (int i = 0; i < preSize; i++)
                for (int distance = 1; distance <= k / 2; distance++)
                    pairs.Add(i, (i + distance) % preSize);
            var partners = new int[preSize];
            Array.Fill(partners, k);
            var draw = new DrawSequence(seed, "Connect.SmallWorld");
            for (int distance = 1; distance <= k / 2; distance++)
                for (int i = 0; i < preSize; i++)
                    if (draw.Uniform() < p && partners[i] < preSize - 1)
                    {
                        int target;
                        do
                            target = draw.Below(preSize);
                        while (target == i || pairs.Contains(i, target));
                        int former = (i + distance) % preSize;
                        pairs.Remove(i, former);
                        pairs.Add(i, target);
                        partners[former]--;
                        partners[target]++;
                    }
            return pairs.ToArrays();
        };
    }
}
