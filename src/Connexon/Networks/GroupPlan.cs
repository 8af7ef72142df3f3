using Connexon.Compilation;

namespace Connexon;

/// <summary>A group before it has memory: which populations form it, with which numbers.</summary>
internal sealed class GroupPlan(IReadOnlyList<Neuron> populations, ParameterValues values)
{
    /// <summary>The numbers of the run.</summary>
    public ParameterValues Values => values;

    public IReadOnlyList<Neuron> Populations => populations;

    /// <summary>The model of the first population; the others have the same equations.</summary>
    public Model Model => populations[0].Model;

    public int Neurons { get; } = populations.Sum(p => p.Size);

    /// <summary>Where each population begins.</summary>
    public IEnumerable<(Neuron Population, int First)> Members()
    {
        int first = 0;
        foreach (Neuron p in populations)
        {
            yield return (p, first);
            first += p.Size;
        }
    }

    /// <summary>Copies the last neuron into the padding, so that no kernel computes on nonsense.</summary>
    public void Pad(PinnedArray all, int members)
    {
        for (int i = Neurons * members; i < GroupPlan.Padded(Neurons, all.Precision) * members; i++) all[i] = all[i - members];
    }

    /// <summary>True if a parameter has one value for all neurons and members.</summary>
    public bool IsUniform(Symbol parameter) =>
        values.Uniform(populations[0], parameter) is { } one && populations.All(p => values.Uniform(p, parameter) is { } other && other.Equals(one));

    /// <summary>True if the run may change a parameter.</summary>
    public bool MayChange(Symbol parameter) => populations.Any(p => values.Change(p.Parameter(parameter.Name)));

    /// <summary>True if a parameter differs between members of the batch.</summary>
    public bool IsOfMembers(Symbol parameter) => populations.Any(p => values.OfMembers(p, parameter));

    /// <summary>Neurons are padded to a multiple of this: the lanes of the widest vector.</summary>
    public static int Padding(Precision precision) => VectorWidth.Bits512.Lanes(precision);

    public static int Padded(int neurons, Precision precision = Precision.Double) => (neurons + Padding(precision) - 1) / Padding(precision) * Padding(precision);

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
}
