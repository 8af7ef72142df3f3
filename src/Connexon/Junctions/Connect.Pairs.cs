namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins the pairs given, in the order given: (cell of the first population, cell of the second or the same).</summary>
    /// <param name="pairs">The pairs, ids from 0.</param>
    /// <returns>A connection function; it throws <see cref="ArgumentException"/> where an id does not exist.</returns>
    public static ConnectionFunction Pairs(params (int Pre, int Post)[] pairs) => (preSize, postSize) =>
    {
        for (int k = 0; k < pairs.Length; k++)
            if ((uint)pairs[k].Pre >= (uint)preSize || (uint)pairs[k].Post >= (uint)postSize)
                throw new ArgumentException($"Junction {k} joins {pairs[k].Pre} -> {pairs[k].Post}, but pre ids go from 0 to {preSize - 1} "
                    + $"and post ids from 0 to {postSize - 1}.");
        return ([.. pairs.Select(p => p.Pre)], [.. pairs.Select(p => p.Post)]);
    };
}
