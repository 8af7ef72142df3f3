namespace Connexon;

/// <summary>
/// What the parts of a network are called in results and messages, and by what their random numbers are drawn: their names, numbered where
/// several would share one. A part that is added at the end changes none before it.
/// </summary>
internal sealed class Labels
{
    private readonly Dictionary<object, string> _labels = new(ReferenceEqualityComparer.Instance);

    public Labels(IEnumerable<Neuron> populations, IEnumerable<GapJunction> junctions)
    {
        var used = new Dictionary<string, int>();
        var taken = new HashSet<string>();
        foreach (Neuron p in populations) Add(p, p.DisplayName, used, taken);
        foreach (GapJunction j in junctions)
            Add(j, j.Name ?? $"{Of(j.Pre) ?? j.Pre.DisplayName}-{Of(j.Post) ?? j.Post.DisplayName}", used, taken);
    }

    /// <summary>The parts with their labels, in the order of the network.</summary>
    public IEnumerable<(string Label, object Part)> All => _labels.Select(l => (l.Value, l.Key));

    public string? Of(object part) => _labels.GetValueOrDefault(part);

    private void Add(object part, string name, Dictionary<string, int> used, HashSet<string> taken)
    {
        if (_labels.ContainsKey(part)) return;
        string label;
        do
        {
            int number = used[name] = used.GetValueOrDefault(name) + 1;
            label = number == 1 ? name : $"{name}_{number}";
        }
        while (!taken.Add(label)); // someone may be called so
        _labels.Add(part, label);
    }
}
