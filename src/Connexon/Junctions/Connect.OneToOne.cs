namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins cell i of one population to cell i of another of equal size.</summary>
    /// <inheritdoc cref="ConnectionFunction"/>
    /// <exception cref="ArgumentException">Two sizes that differ.</exception>
    public static (int[] PreIds, int[] PostIds) OneToOne(int preSize, int postSize) => preSize == postSize
        ? ([.. Enumerable.Range(0, preSize)], [.. Enumerable.Range(0, preSize)])
        : throw new ArgumentException($"One to one needs two populations of equal size, but they have {preSize} and {postSize} cells.");
}
