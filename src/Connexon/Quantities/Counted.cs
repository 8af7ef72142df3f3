namespace Connexon;

/// <summary>How many there are of something, in words: "1 spike", "2 spikes".</summary>
internal static class Counted
{
    public static string Of(long n, string thing) => n == 1 ? $"1 {thing}" : $"{n} {thing}s";
}
