namespace Connexon;

/// <summary>
/// All that passes between the partitions of a network. Each partition steps its part with threads of its own; one of them calls this, in
/// the same order in every partition. Nothing else is shared, so that partitions may be processes.
/// </summary>
internal interface IExchange
{
    /// <summary>Which partition this is, from 0.</summary>
    int Part { get; }

    /// <summary>How many there are.</summary>
    int Parts { get; }

    /// <summary>Gives each partition numbers of this one, and takes theirs: states before a stage, directions in a solve.</summary>
    /// <param name="give">The numbers for each partition, one after the other.</param>
    /// <param name="giveCounts">How many for each.</param>
    /// <param name="take">Where the numbers of each partition go, one after the other.</param>
    /// <param name="takeCounts">How many of each.</param>
    void Swap(ReadOnlySpan<double> give, ReadOnlySpan<int> giveCounts, Span<double> take, ReadOnlySpan<int> takeCounts);

    /// <summary>
    /// Gives all partitions the same numbers, and takes those of all, in the order of partitions: sums per window of rows.
    /// </summary>
    /// <param name="mine">The numbers of this partition.</param>
    /// <param name="all">Where those of all go.</param>
    /// <param name="counts">How many each partition gives.</param>
    void Gather(ReadOnlySpan<double> mine, Span<double> all, ReadOnlySpan<int> counts);

    /// <summary>Gives all partitions some spikes, and takes those of all, in the order of partitions.</summary>
    /// <param name="mine">The spikes of this partition.</param>
    /// <param name="all">Where those of all are added.</param>
    void Spikes(IReadOnlyList<SpikeEvent> mine, List<SpikeEvent> all);

    /// <summary>
    /// The largest of all partitions, number by number: error norms, what stopped a run. What is no number counts as infinite.
    /// </summary>
    /// <param name="numbers">Of this partition; afterwards the largest.</param>
    void Largest(Span<double> numbers);

    /// <summary>The smallest of all partitions: the next known time.</summary>
    /// <param name="number">Of this partition.</param>
    long Smallest(long number);
}

/// <summary>What partitions ask each other of single numbers.</summary>
internal static class ExchangeOfOne
{
    extension(IExchange exchange)
    {
        /// <summary>The largest number of all partitions.</summary>
        public double Largest(double here)
        {
            Span<double> numbers = [here];
            exchange.Largest(numbers);
            return numbers[0];
        }

        /// <summary>True if something is so in any partition.</summary>
        public bool Any(bool here) => exchange.Largest(here ? 1 : 0) > 0;
    }
}

/// <summary>A spike that others may have to know of.</summary>
/// <param name="Group">The number of the group of the neuron.</param>
/// <param name="Condition">Which spike condition of its model.</param>
/// <param name="Neuron">The number of the neuron in the whole group.</param>
/// <param name="Member">The member of the batch.</param>
/// <param name="Time">When, in ms.</param>
/// <param name="Step">The number of the step that has ended with it.</param>
internal readonly record struct SpikeEvent(int Group, int Condition, int Neuron, int Member, double Time, long Step);

/// <summary>One partition is the whole network: nothing passes.</summary>
internal sealed class Alone : IExchange
{
    public static Alone Instance { get; } = new();

    public int Part => 0;

    public int Parts => 1;

    public void Swap(ReadOnlySpan<double> give, ReadOnlySpan<int> giveCounts, Span<double> take, ReadOnlySpan<int> takeCounts) =>
        give.CopyTo(take);

    public void Gather(ReadOnlySpan<double> mine, Span<double> all, ReadOnlySpan<int> counts) => mine.CopyTo(all);

    public void Spikes(IReadOnlyList<SpikeEvent> mine, List<SpikeEvent> all) => all.AddRange(mine);

    public void Largest(Span<double> numbers) { }

    public long Smallest(long number) => number;
}
