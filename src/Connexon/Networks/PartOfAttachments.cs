namespace Connexon;

/// <summary>
/// What of the things attached to neurons a partition holds: those on its neurons, those whose sums these read (which others hold too: the
/// same numbers come of the same equations), and what they read of neurons of others.
/// </summary>
internal sealed class PartOfAttachments
{
    private readonly Wiring _wiring;
    private readonly Func<Cell, int> _ownerOf;
    private readonly Dictionary<Attachments, int[]> _held;

    /// <param name="wiring">All that is attached.</param>
    /// <param name="part">The partition.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="ownerOf">The partition of a neuron.</param>
    public PartOfAttachments(Wiring wiring, int part, int parts, Func<Cell, int> ownerOf)
    {
        (_wiring, _ownerOf) = (wiring, ownerOf);
        _held = Held(part);
        Take = ReadBy(part, parts, _held);
        Give = [.. Enumerable.Range(0, parts).Select(p => p == part ? [] : ReadBy(p, parts, Held(p))[part])];
    }

    /// <summary>The states of neurons that this partition reads of each other, in the order in which they pass.</summary>
    public IReadOnlyList<IReadOnlyList<(Cell Cell, string State)>> Take { get; }

    /// <summary>The states of its neurons that each other partition reads.</summary>
    public IReadOnlyList<IReadOnlyList<(Cell Cell, string State)>> Give { get; }

    /// <summary>The elements that this partition holds, ascending.</summary>
    public int[] Held(Attachments attachments) => _held[attachments];

    // Elements that stand by themselves are the first partition's.
    private Dictionary<Attachments, int[]> Held(int part)
    {
        var held = new Dictionary<Attachments, SortedSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (Attachments a in _wiring.Attachments)
            held.Add(a, a.On.Count == 0 ? part == 0 ? [.. Enumerable.Range(0, a.Elements.Size)] : []
                : [.. Enumerable.Range(0, a.On.Count).Where(i => _ownerOf(a.On[i]) == part)]);
        foreach (Attachments a in _wiring.Attachments)
            foreach (SumRead read in a.Reads.OfType<SumRead>())
                foreach (var (element, source, _) in read.Terms)
                    if (held[a].Contains(element)) held[read.From].Add(source);
        return held.ToDictionary(h => h.Key, h => h.Value.ToArray(), (IEqualityComparer<Attachments>)ReferenceEqualityComparer.Instance);
    }

    private IReadOnlyList<(Cell, string)>[] ReadBy(int part, int parts, Dictionary<Attachments, int[]> held)
    {
        var seen = new HashSet<(Neuron, int, string)>();
        List<(Cell, string)>[] read = [.. Enumerable.Range(0, parts).Select(_ => new List<(Cell, string)>())];
        foreach (Attachments a in _wiring.Attachments)
            foreach (CellRead r in a.Reads.OfType<CellRead>())
                foreach (int i in held[a])
                {
                    Cell cell = r.OfPeer ? a.Peers[i] : a.On[i];
                    string state = r.StateOf(cell.Population);
                    if (_ownerOf(cell) is var owner && owner != part && seen.Add((cell.Population, cell.Index, state)))
                        read[owner].Add((cell, state));
                }
        return read;
    }
}
