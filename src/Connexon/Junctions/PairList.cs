namespace Connexon;

/// <summary>Pairs of cells while they are being listed.</summary>
internal sealed class PairList(long expected = 0)
{
    private readonly List<int> pre = new(Checked(expected)), post = new(Checked(expected));

    public void Add(int i, int j)
    {
        pre.Add(i);
        post.Add(j);
    }

    public (int[] PreIds, int[] PostIds) ToArrays() => ([.. pre], [.. post]);

    /// <summary>A number of junctions, if a list takes so many.</summary>
    /// <param name="count">The number.</param>
    /// <exception cref="ArgumentException">It takes fewer, or there is no memory for them.</exception>
    public static int Checked(long count)
    {
        if (count > Array.MaxLength)
            throw new ArgumentException($"The rule asks for {count} junctions, but at most {Array.MaxLength} fit in one list; "
                + "join smaller populations.");
        if (MemoryNeed.Beyond(count * 4.0 * sizeof(int)) is { } need) // two lists, and the arrays made of them
            throw new ArgumentException($"The rule asks for {count} junctions, whose list needs {need}; join smaller populations.");
        return (int)count;
    }
}
