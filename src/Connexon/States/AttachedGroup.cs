using Connexon.Compilation;

namespace Connexon;

/// <summary>All that sits on the neurons of a network with the same equations, and what it reads of them.</summary>
internal sealed class AttachedGroup
{
    private readonly Attachments[] _parts;
    private readonly int[] _first;
    private Gather[] _gathers = [];
    private WeightedSums[] _sums = [];

    public AttachedGroup(Group group, IEnumerable<Attachments> parts)
    {
        Group = group;
        _parts = [.. parts];
        ReadsOthers = _parts.Any(p => p.Reads.Any(r => r is SumRead));
        _first = [.. group.Plan.Placements.Select(p => p.First)];
    }

    public Group Group { get; }

    /// <summary>True if it reads what others give, which must be there before.</summary>
    public bool ReadsOthers { get; }

    /// <summary>The number of the first element of one of the parts in the group; -1 if it is not of this group.</summary>
    public int First(Attachments part)
    {
        int i = Array.FindIndex(_parts, p => ReferenceEquals(p, part));
        return i < 0 ? -1 : _first[i];
    }

    /// <summary>Each element that gives something, with the neuron that it gives it to.</summary>
    public IEnumerable<(int Element, Cell On)> Giving()
    {
        for (int p = 0; p < _parts.Length; p++)
            for (int i = 0; i < _parts[p].On.Count && !_parts[p].Observes; i++)
                yield return (_first[p] + i, _parts[p].On[i]);
    }

    /// <summary>Finds where the states are that the elements read; once the kernels are compiled.</summary>
    public void Connect(NetworkState state)
    {
        var found = new Dictionary<(Symbol, PinnedArray), (PinnedArray? Change, List<int> Elements, List<int> Sources)>();
        for (int p = 0; p < _parts.Length; p++)
            for (int r = 0; r < _parts[p].Reads.Count; r++)
            {
                if (_parts[p].Reads[r] is not CellRead read) continue;
                IReadOnlyList<Cell> cells = read.OfPeer ? _parts[p].Peers : _parts[p].On;
                for (int i = 0; i < cells.Count; i++)
                {
                    var (states, change, source) = state.Place(cells[i], read.StateOf(cells[i].Population));
                    var key = (Group.Plan.Model.Reads[r], states);
                    if (!found.TryGetValue(key, out var list)) found.Add(key, list = (change, [], []));
                    list.Elements.Add(_first[p] + i);
                    list.Sources.Add(source);
                }
            }
        _gathers = [.. found.Where(f => Group.Has(f.Key.Item1)).Select(f => new Gather(Group.Memory(f.Key.Item1), f.Key.Item2, f.Value.Change,
            [.. f.Value.Elements], [.. f.Value.Sources], Group.Members))];
        _sums = [.. Sums(state)];
    }

    /// <summary>Brings what the elements [first, end) read.</summary>
    public void Read(int first, int end, bool moved)
    {
        foreach (Gather g in _gathers) g.Bring(first, end, moved);
        foreach (WeightedSums s in _sums) s.Bring(first, end);
    }

    private IEnumerable<WeightedSums> Sums(NetworkState state)
    {
        for (int p = 0; p < _parts.Length; p++)
            for (int r = 0; r < _parts[p].Reads.Count; r++)
            {
                if (_parts[p].Reads[r] is not SumRead read || !Group.Has(Group.Plan.Model.Reads[r])) continue;
                AttachedGroup from = state.Attached.First(a => a.First(read.From) >= 0);
                yield return new WeightedSums(Group.Memory(Group.Plan.Model.Reads[r]), from.Group.Memory(from.Group.Kernels.Passes.Output!), _first[p], _parts[p].Elements.Size,
                    from.First(read.From), read.Terms, Group.Members);
            }
    }
}
