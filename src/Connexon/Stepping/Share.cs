using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>The part of a network that one thread steps.</summary>
internal sealed class Share
{
    private readonly NetworkState _state;
    private readonly Team _team;
    private readonly PinnedArray _scratch;
    private readonly PinnedArray _constantInput;
    private readonly (Group Group, int Start, int End)[] _groups;           // elements within the group
    private readonly (int From, int Count)[] _places;                       // where these are in the inputs, in each of their segments
    private readonly (PinnedArray State, double Bound, int Start, int End)[] _watched; // what shows that a state has diverged
    private readonly (AttachedGroup Attached, int Start, int End)[] _attached;
    private readonly (int From, int To, int Count)[] _extra; // what enters an input at a second coupled state, added to the first
    private readonly (DriveSource Source, int First, int Start, int End)[] _drives;
    private readonly int _firstSlice, _endSlice;

    public Share(NetworkState state, Team team)
    {
        _state = state;
        _team = team;
        _scratch = new PinnedArray(state.AllGroups.Max(g => g.ScratchLength), state.Precision);
        int whole = GroupLayout.Padding(state.Precision);
        // Whole groups of elements, so that no vector and no byte of spikes is shared.
        _groups = [.. state.Groups.Select(g => team.Share(g.Elements / whole) is var (start, end)
            ? (g, start * whole, end * whole) : default)];
        _places = [.. _groups.SelectMany(g =>
            state.Layout.Nodes.Of(g.Group.Plan).Select(s => (s.First * state.Members + g.Start, g.End - g.Start)))];
        _attached = [.. state.Attached.Select(a => team.Share(a.Group.Elements / whole) is var (start, end)
            ? (a, start * whole, end * whole) : default)];
        AnyLate = _attached.Any(a => a.Attached.ReadsOthers);
        Attached = [.. _attached.Select(a => (a.Attached.Group, a.Start, Math.Min(a.End, a.Attached.Group.Plan.Neurons * state.Members)))];
        Elements = [.. _groups.Select(g => (g.Group, g.Start, Math.Min(g.End, g.Group.Plan.Neurons * state.Members)))];
        _watched = [.. Elements.SelectMany(g => DivergenceWatch.StatesOf(g.Group.Plan.Model)
            .Select(s => (g.Group.Memory(s), DivergenceWatch.Bound(g.Group.Plan.Model, s), g.Start, g.End)))];
        _extra = [.. _groups.SelectMany(g => state.Layout.Nodes.Of(g.Group.Plan)
            .Select(s => (s.First, Home: state.Layout.Nodes.Home(g.Group.Plan, s.Input)!.Value)).Where(s => s.First != s.Home)
            .Select(s => (s.First * state.Members + g.Start, s.Home * state.Members + g.Start, g.End - g.Start)))];
        var mine = _places.SelectMany(p => state.Drives.Select(d => (d.Source, d.First,
            Start: Math.Max(p.From, d.First) - d.First, End: Math.Min(p.From + p.Count, d.First + d.Count) - d.First)))
            .Where(d => d.Start < d.End).ToArray();
        _constantInput = new PinnedArray(state.Nodes.Inputs.Length, state.Precision);
        foreach (var d in mine.Where(d => d.Source.IsConstant))
            if (IsSingle) d.Source.Add(_constantInput.As<float>()[d.First..], d.Start, d.End);
            else d.Source.Add(_constantInput.Span[d.First..], d.Start, d.End);
        _drives = [.. mine.Where(d => !d.Source.IsConstant)];
        (_firstSlice, _endSlice) = team.Share(state.Electrical.Matrix.Slices);
    }

    /// <summary>The elements of each group that are this thread's, without padding.</summary>
    public (Group Group, int Start, int End)[] Elements { get; }

    /// <summary>The same of what is attached to neurons.</summary>
    public (Group Group, int Start, int End)[] Attached { get; }

    /// <summary>True if something is attached to neurons.</summary>
    public bool AnyAttached => _attached.Length > 0; // groups are the same in every partition

    /// <summary>True if some of it reads what others of it give.</summary>
    public bool AnyLate { get; }

    private bool IsSingle => _state.Precision == Precision.Single;

    private PinnedArray Seen => _state.Noise?.Seen ?? _state.Nodes.Voltages;

    /// <summary>Brings the states of other partitions that the junctions of a stage read; every thread of the team calls it.</summary>
    public void Bring(Coupling coupling)
    {
        if (coupling == Coupling.None || _state.Electrical.Matrix.Others is not { } others) return;
        if (_team.Leads) others.Exchange.Bring(coupling == Coupling.Charge ? _state.Nodes.Charges : Seen, _state.Electrical.Members);
        _team.Wait();
    }

    /// <summary>What the junctions do in a stage; every thread of the team calls it.</summary>
    public void Couple(Coupling coupling, int level = 0)
    {
        if (coupling == Coupling.Implicit) _state.Coupling.Solve(Seen, _state.Nodes.Junction, level, _team);
        else if (coupling != Coupling.None && _state.Electrical.Matrix.Terms > 0)
            _state.Electrical.Matrix.AddCurrents(
                coupling == Coupling.Charge ? _state.Nodes.Charges : Seen,
                coupling == Coupling.Input ? _state.Nodes.Inputs : _state.Nodes.Junction,
                _state.Electrical.Members, _firstSlice, _endSlice);
    }

    /// <summary>One stage of what is attached to neurons, from their states as they stand in it.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="coupling">What the junctions do in it.</param>
    /// <param name="level">How often the step was halved.</param>
    /// <param name="late">True for what reads what others of them give, false for those others.</param>
    public void StepAttached(int stage, Coupling coupling, int level, bool late)
    {
        foreach (var (attached, start, end) in _attached)
        {
            if (attached.ReadsOthers != late) continue;
            attached.Read(start, end, moved: coupling == Coupling.Implicit);
            attached.Group.Run(stage, _scratch, start, end, level);
        }
    }

    /// <summary>One stage of every neuron.</summary>
    public void Step(int stage, bool takesInput, int level = 0)
    {
        if (takesInput && _state.AttachedCurrents.Any)
            foreach (var (from, count) in _places) _state.AttachedCurrents.Add(from, from + count);
        if (IsSingle) AddExtra<float>();
        else AddExtra<double>();
        foreach (var (group, start, end) in _groups) group.Run(stage, _scratch, start, end, level);
    }

    /// <summary>False if a state is not a finite number, or beyond what it can be.</summary>
    public bool IsFinite()
    {
        bool finite = true;
        foreach (var (state, bound, start, end) in _watched) finite &= IsSingle
                ? AllWithin(state.As<float>()[start..Math.Max(start, end)], (float)Math.Min(bound, float.MaxValue))
                : AllWithin(state.Span[start..Math.Max(start, end)], bound);
        return finite;
    }

    /// <summary>False if a state of a member of the batch is not a finite number, or beyond what it can be.</summary>
    public bool IsFinite(int member)
    {
        foreach (var (state, bound, start, end) in _watched)
            for (int i = start; i < end; i++)
                if (i % _state.Members == member && !(Math.Abs(state.Span[i]) <= bound)) return false;
        return true;
    }

    /// <summary>Sets the inputs to the drive, as it was last advanced, and readies what the junctions will write.</summary>
    /// <param name="next">What they do next.</param>
    /// <param name="at">When, as a part of the step of dt.</param>
    public void SetInputs(Coupling next, double at = 0)
    {
        if (IsSingle) SetInputs<float>(next);
        else SetInputs<double>(next);
        if (_state.Noise is not { } noise) return;
        foreach (var (from, count) in _places)
        {
            noise.AddTo(_state.Nodes.Inputs.Span, from, from + count);
            noise.See(at, from, from + count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetInputs<T>(Coupling next) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> inputs = _state.Nodes.Inputs.As<T>(), constant = _constantInput.As<T>();
        foreach (var (from, count) in _places) constant.Slice(from, count).CopyTo(inputs[from..]);
        foreach (var (source, first, start, end) in _drives) source.Add(inputs[first..], start, end);
        if (next is Coupling.Current or Coupling.Charge)
            foreach (var (from, count) in _places) _state.Nodes.Junction.As<T>().Slice(from, count).Clear();
    }

    private void AddExtra<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> inputs = _state.Nodes.Inputs.As<T>();
        foreach (var (from, to, count) in _extra)
            for (int i = 0; i < count; i++) inputs[to + i] += inputs[from + i];
    }

    // What is no number is within no bound.
    private static bool AllWithin<T>(ReadOnlySpan<T> x, T bound) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> bounds = Vector256.Create(bound), outside = Vector256<T>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector256<T>.Count; i += Vector256<T>.Count)
            outside |= ~Vector256.LessThanOrEqual(Vector256.Abs(Vector256.Create(x[i..])), bounds);
        bool within = outside.AsByte() == Vector256<byte>.Zero;
        for (; i < x.Length; i++) within &= T.Abs(x[i]) <= bound;
        return within;
    }
}
