namespace Connexon;

/// <summary>A set of undirected pairs of cells.</summary>
internal sealed class PairSet(int expected)
{
    private readonly HashSet<long> keys = new(expected, new Scattered());

    public bool Add(int i, int j) => keys.Add(Key(i, j));

    public bool Remove(int i, int j) => keys.Remove(Key(i, j));

    public bool Contains(int i, int j) => keys.Contains(Key(i, j));

    /// <summary>The pairs, lower cell first, in ascending order.</summary>
    public (int[] PreIds, int[] PostIds) ToArrays()
    {
        long[] sorted = [.. keys];
        Array.Sort(sorted);
        return ([.. sorted.Select(k => (int)(k >> 32))], [.. sorted.Select(k => (int)k)]);
    }

    // The pair as one number, the lower cell in the upper half.
    private static long Key(int i, int j) => (long)Math.Min(i, j) << 32 | (uint)Math.Max(i, j);

    // The default hash of a long, the two halves combined by exclusive or, is the same for nearly all pairs of neighbours on a ring.
    private sealed class Scattered : IEqualityComparer<long>
    {
        public bool Equals(long x, long y) => x == y;

        public int GetHashCode(long key) => (int)(unchecked((ulong)key * 0x9E3779B97F4A7C15UL) >> 32);
    }
}
