namespace Connexon;

/// <summary>Where neurons of a population stand in their group: all of them, or those that a partition steps.</summary>
/// <param name="Population">The population.</param>
/// <param name="First">The place of the first of them in the group.</param>
/// <param name="From">Its number in the population.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Placement(Neuron Population, int First, int From, int Count)
{
    /// <summary>Their numbers in the population, ascending; null where they follow one another.</summary>
    public int[]? Listed { get; init; }

    /// <summary>All neurons of a population.</summary>
    public static Placement Whole(Neuron population, int first) => new(population, first, 0, population.Size);

    /// <summary>The first of them alone.</summary>
    public Placement Head => this with { Count = Math.Min(1, Count) };

    /// <summary>The number in the population of the i-th of them.</summary>
    public int Neuron(int i) => Listed is null ? From + i : Listed[i];

    /// <summary>The place in the group of a neuron of the population; null if it is not among them.</summary>
    public int? Find(int neuron)
    {
        int i = Listed is null ? neuron - From : Array.BinarySearch(Listed, 0, Count, neuron);
        return i >= 0 && i < Count ? First + i : null;
    }

    /// <summary>The place in the group of a neuron of the population.</summary>
    /// <exception cref="ArgumentException">It is not among them.</exception>
    public int Of(int neuron) => Find(neuron) ?? throw new ArgumentException($"Neuron {neuron} of {Population} is not stepped here.");
}
