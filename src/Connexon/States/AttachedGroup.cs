using Connexon.Compilation;

namespace Connexon;

/// <summary>All that is attached to the neurons of a network with the same equations, and what it reads of them.</summary>
internal sealed class AttachedGroup
{
    private readonly Attachments[] _parts;
    private readonly Placement[] _at;
    private Gather[] _gathers = [];
    private WeightedSums[] _sums = [];

    public AttachedGroup(Group group, IEnumerable<Attachments> parts)
    {
        Group = group;
        _parts = [.. parts];
        ReadsOthers = _parts.Any(p => p.Reads.Any(r => r is SumRead));
        _at = [.. group.Plan.Placements];
    }

    public Group Group { get; }

    /// <summary>True if it reads what others give, which must be there before.</summary>
    public bool ReadsOthers { get; }

    /// <summary>What gives what they read as sums.</summary>
    public IEnumerable<Attachments> SummedFrom => _parts.SelectMany(p => p.Reads.OfType<SumRead>()).Select(r => r.From).Distinct();

    /// <summary>Where the elements of one of the parts stand; null if it is not of this group.</summary>
    public Placement? Find(Attachments part) => Array.FindIndex(_parts, p => ReferenceEquals(p, part)) is var i and >= 0 ? _at[i] : null;

    /// <summary>Each element that gives something to a neuron that is stepped here, with that neuron.</summary>
    /// <param name="isHere">Whether a neuron is.</param>
    public IEnumerable<(int Element, Cell On)> Giving(Func<Cell, bool> isHere)
    {
        for (int p = 0; p < _parts.Length; p++)
            for (int i = 0; i < _at[p].Count && !_parts[p].Observes && _parts[p].On.Count > 0; i++)
                if (_parts[p].On[_at[p].Neuron(i)] is var on && isHere(on)) yield return (_at[p].First + i, on);
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
                for (int i = 0; i < _at[p].Count && cells.Count > 0; i++)
                {
                    Cell cell = cells[_at[p].Neuron(i)];
                    var (states, change, source) = state.PlaceSeen(cell, read.StateOf(cell.Population));
                    var key = (Group.Plan.Model.Reads[r], states);
                    if (!found.TryGetValue(key, out var list)) found.Add(key, list = (change, [], []));
                    list.Elements.Add(_at[p].First + i);
                    list.Sources.Add(source);
                }
            }
        _gathers = [.. found.Where(f => Group.Has(f.Key.Item1)).Select(f => new Gather(
            Group.Memory(f.Key.Item1), f.Key.Item2, f.Value.Change, [.. f.Value.Elements], [.. f.Value.Sources], Group.Members))];
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
                AttachedGroup from = state.Attached.First(a => a.Find(read.From) is not null);
                Placement at = _at[p], sources = from.Find(read.From)!;
                var terms = read.Terms.Where(t => at.Find(t.Element) is not null)
                    .Select(t => (at.Of(t.Element) - at.First, sources.Of(t.Source), t.Weight));
                yield return new WeightedSums(
                    Group.Memory(Group.Plan.Model.Reads[r]), from.Group.Memory(from.Group.Kernels.Passes.Output!), at.First, at.Count,
                    [.. terms], Group.Members);
            }
    }
}
