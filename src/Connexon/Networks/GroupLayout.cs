using Connexon.Compilation;

namespace Connexon;

/// <summary>Neurons that have the same equations, whatever populations they come from, one after the other.</summary>
/// <param name="placements">Where each population begins.</param>
internal sealed class GroupLayout(IReadOnlyList<Placement> placements)
{
    /// <summary>Whole populations.</summary>
    public GroupLayout(params Neuron[] populations) : this(OneAfterTheOther(populations)) { }

    /// <summary>Where each population begins.</summary>
    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>The populations.</summary>
    public IReadOnlyList<Neuron> Populations { get; } = [.. placements.Select(p => p.Population)];

    /// <summary>The model of the first population; the others have the same equations.</summary>
    public Model Model => placements[0].Population.Model;

    /// <summary>The place of the first of them in the whole group.</summary>
    public int From { get; init; }

    /// <summary>How many neurons there are.</summary>
    public int Neurons { get; } = placements.Sum(p => p.Count);

    /// <summary>The population to which the neuron at a place belongs.</summary>
    public Placement At(int place) => placements.Last(p => p.First <= place && p.Count > 0);

    /// <summary>The neurons from one to before another, as a group.</summary>
    public GroupLayout Part(int from, int to) => new([.. placements.Select(p =>
    {
        int first = Math.Clamp(p.First, from, to), end = Math.Clamp(p.First + p.Count, from, to);
        return p with { First = first - from, From = p.From + first - p.First, Count = end - first };
    })])
    { From = from };

    /// <summary>Some neurons of each population, as a group.</summary>
    /// <param name="kept">Their numbers in a population, ascending.</param>
    public GroupLayout Listed(Func<Neuron, int[]> kept)
    {
        int first = 0;
        var listed = new List<Placement>();
        foreach (Placement p in placements)
        {
            int[] numbers = kept(p.Population);
            listed.Add(new Placement(p.Population, first, 0, numbers.Length) { Listed = numbers });
            first += numbers.Length;
        }
        return new GroupLayout(listed);
    }

    /// <summary>Copies the last neuron into the padding, so that no kernel computes on nonsense.</summary>
    public void Pad(PinnedArray all, int members)
    {
        if (Neurons == 0) return;
        for (int i = Neurons * members; i < Padded(Neurons, all.Precision) * members; i++) all[i] = all[i - members];
    }

    /// <summary>Neurons are padded to a multiple of this: the lanes of the widest vector.</summary>
    public static int Padding(Precision precision) => VectorWidth.Bits512.Lanes(precision);

    /// <summary>A number of neurons with its padding.</summary>
    public static int Padded(int neurons, Precision precision = Precision.Double) =>
        (neurons + Padding(precision) - 1) / Padding(precision) * Padding(precision);

    /// <summary>Populations by their equations.</summary>
    public static List<List<Neuron>> ByEquations(IEnumerable<Neuron> populations)
    {
        var groups = new List<List<Neuron>>();
        foreach (Neuron p in populations)
        {
            if (groups.Find(g => g[0].Model.SameEquations(p.Model)) is { } same) same.Add(p);
            else groups.Add([p]);
        }
        return groups;
    }

    private static Placement[] OneAfterTheOther(Neuron[] populations)
    {
        var placements = new Placement[populations.Length];
        for (int k = 0, first = 0; k < populations.Length; first += populations[k++].Size)
            placements[k] = Placement.Whole(populations[k], first);
        return placements;
    }
}
