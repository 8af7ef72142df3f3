namespace Connexon;

/// <summary>Whether a network of this size can be run at all, before anything of that size is made.</summary>
internal static class SizeCheck
{
    private const int MostElements = 2_000_000_000; // less than the longest array, for what is added to fill vectors

    /// <summary>What is too large.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it is run; null to check it alone.</param>
    public static IEnumerable<string> Problems(Network network, RunSettings? settings)
    {
        int members = Math.Max(1, settings?.MembersThatRun ?? 1);
        long neurons = network.Populations.Sum(p => (long)p.Size);
        IEnumerable<Neuron> all = network.Populations.Concat(network.Wiring.Attachments.Select(a => a.Elements));
        double bytes = all.Sum(p => (double)p.Size * members * p.Model.States.Count) * NumberSize(settings?.Precision);
        if (MemoryNeed.Beyond(bytes) is { } need) yield return TooLarge(need, neurons, members, "the states alone");
        else if ((double)neurons * members > MostElements)
            yield return $"{neurons} neurons in {members} members are more than one run can hold, {MostElements}: run fewer at a time.";
    }

    /// <summary>Why the numbers that a method keeps do not fit into memory; null if they may.</summary>
    /// <param name="numbers">How many it keeps of one member.</param>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it is run.</param>
    public static string? Problem(double numbers, Network network, RunSettings settings) =>
        MemoryNeed.Beyond(numbers * settings.MembersThatRun * NumberSize(settings.Precision)) is { } need
            ? TooLarge(need, network.Populations.Sum(p => (long)p.Size), settings.MembersThatRun, $"the numbers of {settings.Method}")
            : null;

    private static int NumberSize(Precision? precision) => precision == Precision.Single ? sizeof(float) : sizeof(double);

    private static string TooLarge(string need, long neurons, int members, string what) =>
        $"{neurons} neurons{(members > 1 ? $" in {members} members of a batch" : "")} need, for {what}, {need}: "
        + $"run {(members > 1 ? "fewer members at a time" : "a smaller network")}.";
}
