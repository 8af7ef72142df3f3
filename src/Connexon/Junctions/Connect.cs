namespace Connexon;

/// <summary>
/// Connection rules: who is joined to whom. Rules without parameters are themselves a <see cref="ConnectionFunction"/>
/// (<c>conn: Connect.Ring</c>), the others return one (<c>conn: Connect.Random(0.1, seed: 7)</c>). Within one population each undirected
/// pair is listed once, lower cell first, and no cell is joined to itself.
/// </summary>
/// <remarks>
/// A connection function sees only the two sizes, and a population joined to itself looks like two populations of equal size. Rules that
/// make sense for both take sizes that are equal as one population joined to itself, unless told <c>between: true</c>; sizes that differ
/// are always two populations, and then each pair (pre, post) counts on its own. The same rule, seed and sizes give the same pairs on every
/// machine.
/// </remarks>
public static partial class Connect
{
    // Within one population, or an explanation.
    private static void RequireOnePopulation(string rule, int preSize, int postSize)
    {
        if (preSize != postSize)
            throw new ArgumentException($"{rule} joins the cells of one population, but the two sizes differ: {preSize} and {postSize}.");
    }

    private static void RequireProbability(string rule, double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentException($"{rule} was given the probability {p}; give one from 0 to 1.", nameof(p));
    }

    private static long PairsWithin(int size) => (long)size * (size - 1) / 2;
}
