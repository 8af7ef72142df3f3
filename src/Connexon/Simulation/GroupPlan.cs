namespace Connexon;

/// <summary>A group before it has memory: which populations form it, and which parameters have one value for all.</summary>
internal sealed class GroupPlan(IReadOnlyList<Neuron> populations)
{
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
    public void Pad(Span<double> all, int members)
    {
        Span<double> last = all.Slice((Neurons - 1) * members, members);
        for (int i = Neurons * members; i < all.Length; i += members) last.CopyTo(all[i..]);
    }

    public bool IsUniform(Symbol parameter) =>
        populations.Select(p => p.Model.Parameters.First(q => q.Symbol == parameter).Values.Uniform).Distinct().Count() == 1
        && populations[0].Model.Parameters.First(q => q.Symbol == parameter).Values.Uniform is not null;
}
