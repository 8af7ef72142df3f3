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

    private static int Checked(long count) => count <= Array.MaxLength ? (int)count
        : throw new ArgumentException($"The rule asks for {count} junctions, but at most {Array.MaxLength} fit in one list; "
            + "join smaller populations.");
}
