namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins each pair with probability p, independently (the random graph of Gilbert 1959, doi:10.1214/aoms/1177706098). Takes
    /// time and memory in proportion to the cells and junctions, not to the pairs.</summary>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="seed">Which of the random graphs; default 0.</param>
    /// <param name="between">True: between two populations, also where they are of equal size.</param>
    /// <exception cref="ArgumentException">A probability outside 0 to 1.</exception>
    public static ConnectionFunction Random(double p, ulong seed = 0, bool between = false)
    {
        RequireProbability("Connect.Random", p);
        return (preSize, postSize) =>
        {
            bool two = between || preSize != postSize;
            long candidates = two ? (long)preSize * postSize : PairsWithin(preSize);
            double mean = p * candidates;
            var pairs = new PairList((long)Math.Min(candidates, mean + 4 * Math.Sqrt(mean)));
            // Pairs are numbered row by row. The number of pairs left out before the next junction is geometric:
            // floor(log(1 - u) / log(1 - p)), Batagelj and Brandes 2005, doi:10.1103/PhysRevE.71.036113.
            var draw = new DrawSequence(seed, "Connect.Random");
            double rate = p < 1e-5 ? p * (1 + p / 2 + p * p / 3) : -Math.Log(1 - p);
            int row = 0;
            long rowStart = 0, width = two ? postSize : preSize - 1;
            for (long at = -1; ;)
            {
                double skip = p == 0 ? candidates : Math.Floor(-Math.Log(1 - draw.Uniform()) / rate);
                if (skip >= candidates - at - 1)
                    return pairs.ToArrays();
                at += 1 + (long)skip;
                for (; at >= rowStart + width; row++)
                {
                    rowStart += width;
                    width -= two ? 0 : 1;
                }
                pairs.Add(row, (int)(at - rowStart) + (two ? 0 : row + 1));
            }
        };
    }
}
