namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins every cell to every other: n (n - 1) / 2 junctions within one population, preSize * postSize where the sizes
    /// differ.</summary>
    /// <inheritdoc cref="ConnectionFunction"/>
    /// <exception cref="ArgumentException">More junctions than fit in one list.</exception>
    public static (int[] PreIds, int[] PostIds) AllToAll(int preSize, int postSize) => AllToAll(between: false)(preSize, postSize);

    /// <summary>Joins every cell to every other.</summary>
    /// <param name="between">True: every cell of one population to every cell of another, also where the two are of equal size.</param>
    public static ConnectionFunction AllToAll(bool between) => (preSize, postSize) =>
    {
        bool two = between || preSize != postSize;
        var pairs = new PairList(two ? (long)preSize * postSize : PairsWithin(preSize));
        for (int i = 0; i < preSize; i++)
            for (int j = two ? 0 : i + 1; j < postSize; j++)
                pairs.Add(i, j);
        return pairs.ToArrays();
    };
}
