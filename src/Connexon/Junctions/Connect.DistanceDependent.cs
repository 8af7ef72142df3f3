namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins each pair with a probability that depends on the distance of the two cells.</summary>
    /// <param name="positions">One row per cell, 1 to 3 coordinates, in a unit of the caller's choice.</param>
    /// <param name="probability">The probability, from 0 to 1, at a distance in that unit.</param>
    /// <param name="seed">Which of the random graphs; default 0.</param>
    /// <param name="maxDistance">Pairs further apart than this are not joined and not looked at, so that the time grows with the pairs
    /// within reach and not with all; which pairs within reach are joined does not depend on it. Default: no limit.</param>
    /// <param name="postPositions">The positions of the second population, where there are two; default: one population joined to
    /// itself.</param>
    /// <returns>A connection function; it throws <see cref="ArgumentException"/> where a size is not the number of positions, or the
    /// probability at some distance is not from 0 to 1.</returns>
    /// <exception cref="ArgumentException">Positions that are not finite or not of 1 to 3 coordinates, a distance that is not
    /// positive.</exception>
    public static ConnectionFunction DistanceDependent(double[,] positions, Func<double, double> probability, ulong seed = 0,
        double maxDistance = double.PositiveInfinity, double[,]? postPositions = null)
    {
        if (!(maxDistance > 0))
            throw new ArgumentException($"Connect.DistanceDependent was given the largest distance {maxDistance}; give one above 0.",
                nameof(maxDistance));
        var pre = new Neighbours(positions, maxDistance);
        Neighbours post = postPositions == null ? pre : new Neighbours(postPositions, maxDistance);
        var random = new CounterRandom(seed, CounterRandom.Stream("Connect.DistanceDependent"));
        return (preSize, postSize) =>
        {
            if (preSize != pre.Count || postSize != post.Count)
                throw new ArgumentException($"Connect.DistanceDependent has positions of {pre.Count} and {post.Count} cells, "
                    + $"but the populations have {preSize} and {postSize}.");
            var pairs = new PairList();
            var near = new List<int>();
            for (int i = 0; i < preSize; i++)
            {
                near.Clear();
                foreach (var (j, distance) in post.Near(pre.Position(i)))
                    if ((postPositions != null || j > i) && random.Uniform((ulong)i, (ulong)j) < Probability(distance))
                        near.Add(j);
                near.Sort();
                foreach (int j in near)
                    pairs.Add(i, j);
            }
            return pairs.ToArrays();
        };

        double Probability(double distance) => probability(distance) is >= 0 and <= 1 and var p ? p
            : throw new ArgumentException($"The probability at distance {distance} is {probability(distance)}; it must be from 0 to 1.");
    }
}
