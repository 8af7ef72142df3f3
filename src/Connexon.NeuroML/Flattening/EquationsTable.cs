namespace Connexon.NeuroML;

/// <summary>Keeps one of each set of equations: a hundred synapses of one build share it.</summary>
internal sealed class EquationsTable
{
    private readonly Dictionary<List<object?>, FlatEquations> _known = new(new SameItems());

    /// <summary>The different sets of equations so far.</summary>
    public IReadOnlyCollection<FlatEquations> All => _known.Values;

    public FlatEquations Shared(FlatEquations equations)
    {
        List<object?> key = equations.Key();
        if (_known.TryGetValue(key, out FlatEquations? known)) return known;
        _known.Add(key, equations);
        return equations;
    }

    private sealed class SameItems : IEqualityComparer<List<object?>>
    {
        public bool Equals(List<object?>? a, List<object?>? b) => a!.SequenceEqual(b!);

        public int GetHashCode(List<object?> key)
        {
            var hash = new HashCode();
            foreach (object? item in key) hash.Add(item);
            return hash.ToHashCode();
        }
    }
}
