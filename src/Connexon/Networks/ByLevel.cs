namespace Connexon;

/// <summary>
/// What there is once for each length of a step: level 0 is dt, 1 its half, -1 twice dt, and so on. Made when first needed.
/// </summary>
/// <param name="make">Makes that of a level.</param>
internal sealed class ByLevel<T>(Func<int, T> make) where T : class
{
    private readonly List<T?> _shorter = [], _longer = [];

    /// <summary>That of a level that was prepared.</summary>
    public T this[int level] => (level < 0 ? _longer[~level] : _shorter[level])!;

    /// <summary>The levels that were prepared.</summary>
    public IEnumerable<int> Levels => Indices(_shorter).Concat(Indices(_longer).Select(k => ~k));

    /// <summary>Makes that of a level, if it is not there yet.</summary>
    public T Prepare(int level)
    {
        List<T?> list = level < 0 ? _longer : _shorter;
        int k = level < 0 ? ~level : level;
        while (list.Count <= k) list.Add(null);
        return list[k] ??= make(level);
    }

    /// <summary>Makes all again.</summary>
    public void Renew()
    {
        foreach (int level in Levels.ToArray()) (level < 0 ? _longer : _shorter)[level < 0 ? ~level : level] = make(level);
    }

    private static IEnumerable<int> Indices(List<T?> list) => Enumerable.Range(0, list.Count).Where(k => list[k] is not null);
}

/// <summary>The length of a step of a level.</summary>
internal static class StepLength
{
    public static double Of(double dt, int level) => Math.ScaleB(dt, -level);
}
