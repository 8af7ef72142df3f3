namespace Connexon;

/// <summary>Whether what is asked for can be in memory at all: told before it is tried, which may take minutes and end anywhere.</summary>
internal static class MemoryNeed
{
    private const double Gigabyte = 1e9;

    /// <summary>"at least 64 GB of memory, but this process has 23 GB"; null for what fits.</summary>
    /// <param name="bytes">The least that is needed.</param>
    public static string? Beyond(double bytes)
    {
        double there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return bytes <= there ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"at least {bytes / Gigabyte:G3} GB of memory, but this process has {there / Gigabyte:G3} GB");
    }
}
