using Connexon.Programs;

namespace Connexon;

/// <summary>
/// What comes in at single inputs between steps: drive, junctions and what is attached to neurons, from the states as they stand. In the
/// memory of the inputs itself there is, between steps, no more than the drive.
/// </summary>
internal sealed class InputSums
{
    private readonly NetworkState _state;
    private readonly (Group Group, Symbol Input, int Neuron)[] _wanted;
    private readonly PinnedArray _sums;
    private readonly PreparedDrive[] _drives; // of its own: those of the steps stand elsewhere in time
    private readonly int[] _slices;
    private readonly (int From, int To)[] _extra; // what enters at a second coupled state, added to the first
    private readonly GivenBetweenSteps _given;
    private readonly AttachedCurrents _attached;

    /// <param name="state">The network.</param>
    /// <param name="wanted">Which inputs of which neurons, numbered within their groups.</param>
    public InputSums(NetworkState state, IReadOnlyCollection<(Group Group, Symbol Input, int Neuron)> wanted)
    {
        (_state, _wanted) = (state, [.. wanted]);
        foreach (var (group, input, _) in _wanted) group.Provide(Of(input));
        _sums = new PinnedArray(state.Nodes.Inputs.Length);
        _drives = wanted.Count == 0 ? [] : [.. PreparedDrive.Of(state, carried: false)];
        (int Node, int Home)[] nodes = [.. _wanted.SelectMany(w => state.Layout.Nodes.Of(w.Group.Plan).Where(s => s.Input == w.Input)
            .Select(s => (s.First + w.Neuron, Home(w) + w.Neuron)))];
        _extra = [.. nodes.Where(n => n.Node != n.Home)];
        _slices = Slices([.. nodes.Select(n => n.Node)]);
        var homes = _wanted.Where(w => w.Input == w.Group.Plan.Model.Input).Select(w => Home(w) + w.Neuron).ToHashSet();
        _given = new GivenBetweenSteps(state, cell => InputOf(cell) is { } input && homes.Contains(input));
        _attached = new AttachedCurrents(AttachedGroups.Terms(state.Attached, cell => InputOf(cell) is { } input && homes.Contains(input)
            ? input : null), state.Outputs, _sums, state.Members);
    }

    /// <summary>What stands for an input in an expression that is computed between steps.</summary>
    public static Symbol Of(Symbol input) => new(SymbolKind.Work, $"all of {input.Name}", input.Dimension);

    /// <summary>Brings the sums to where <see cref="Of(Symbol)"/> is read.</summary>
    /// <param name="t">The time, in ms.</param>
    public void Bring(double t)
    {
        if (_wanted.Length == 0) return;
        int members = _state.Members;
        Span<double> sums = _sums.Span;
        sums.Clear();
        foreach (var (_, _, source) in _drives) source.Advance(t, 0);
        foreach (var (first, count, source) in _drives)
            foreach (var w in _wanted)
                if ((Home(w) + w.Neuron) * members - first is var at && at >= 0 && at < count)
                    source.Add(sums[first..], at, at + members);
        Electrical electrical = _state.Electrical;
        foreach (int slice in _slices)
            electrical.Matrix.AddCurrents(_state.Nodes.Voltages, _sums, electrical.Members, slice, slice + 1);
        _given.Compute(t);
        _attached.Add(0, _sums.Length);
        foreach (var (from, to) in _extra)
            for (int m = 0; m < members; m++) sums[to * members + m] += sums[from * members + m];
        foreach (var w in _wanted)
            for (int m = 0; m < members; m++)
                w.Group.Memory(Of(w.Input))[w.Neuron * members + m] = sums[(Home(w) + w.Neuron) * members + m];
    }

    private int Home((Group Group, Symbol Input, int Neuron) w) => _state.Layout.Nodes.Home(w.Group.Plan, w.Input)!.Value;

    private int? InputOf(Cell cell)
    {
        var (group, at) = _state.Layout.Find(cell.Population);
        return _state.Layout.Nodes.Home(group, group.Model.Input) + at.Find(cell.Index);
    }

    // Those that hold a node; rows are nodes, or members of them.
    private int[] Slices(HashSet<int> nodes)
    {
        Electrical electrical = _state.Electrical;
        int copies = _state.Members / electrical.Members;
        var slices = new List<int>();
        for (int s = 0; electrical.Matrix.Terms > 0 && nodes.Count > 0 && s < electrical.Matrix.Slices; s++)
            foreach (int row in electrical.Matrix.RowsOf(s))
                if (nodes.Contains(row / copies))
                {
                    slices.Add(s);
                    break;
                }
        return [.. slices];
    }
}
