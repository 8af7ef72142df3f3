namespace Connexon;

public static partial class Connect
{
    /// <summary>
    /// Joins each cell of one population to the next, and the last to the first: n junctions (1 for two cells, none for one).
    /// </summary>
    /// <inheritdoc cref="ConnectionFunction"/>
    /// <exception cref="ArgumentException">Two sizes that differ.</exception>
    public static (int[] PreIds, int[] PostIds) Ring(int preSize, int postSize)
    {
        RequireOnePopulation("A ring", preSize, postSize);
        var pairs = new PairList(preSize);
        for (int i = 0; i + 1 < preSize; i++)
            pairs.Add(i, i + 1);
        if (preSize > 2)
            pairs.Add(0, preSize - 1);
        return pairs.ToArrays();
    }
}
