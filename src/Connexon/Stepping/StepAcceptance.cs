namespace Connexon;

/// <summary>What becomes of a step, for each member of the batch.</summary>
/// <param name="Accepted">Members whose step stands.</param>
/// <param name="Fails">Members who take it again in halves.</param>
internal sealed record Acceptance(bool[] Accepted, bool[] Fails)
{
    public bool AnyFails { get; set; }

    public bool AnyAccepted { get; set; }

    public bool Diverged { get; set; }

    /// <summary>The greatest of any.</summary>
    public double ErrorNorm { get; set; }
}

/// <summary>
/// Decides by the error norms that a step left behind whether it is accepted; keeps and brings back states where it does not. Every thread
/// decides the same, from what all threads saw.
/// </summary>
internal sealed class StepAcceptance
{
    private readonly Share _share;
    private readonly Team _team;
    private readonly double[] _errorNorms;
    private readonly int _members;
    private readonly int _halvings;
    private bool _lost; // a state is no number, at the shortest step: nothing is tried again
    private readonly ByLevel<Acceptance> _byLevel;
    private readonly double[]?[] _saved;
    private readonly (PinnedArray ErrorNorm, PinnedArray Error, Group Group, int Start, int End)[] _looks;
    // what is attached to neurons: its error is not reported, only kept small
    private readonly (PinnedArray ErrorNorm, int Start, int End)[] _attached;
    private readonly (PinnedArray State, PinnedArray Start, int From, int To)[] _starts;

    public StepAcceptance(Share share, Team team, int members, double[] errorNorms, int halvings)
    {
        (_share, _team, _errorNorms, _members, _halvings) = (share, team, errorNorms, members, halvings);
        (_byLevel, _saved) = (new(_ => new Acceptance(new bool[_members], new bool[_members])), new double[]?[halvings + 1]);
        _looks = [.. share.Elements.Where(g => g.Group.Kernels.Passes.ErrorNorm is not null).Select(g => (
            g.Group.Memory(g.Group.Kernels.Passes.ErrorNorm!), g.Group.Memory(g.Group.Kernels.Passes.ErrorOfFirst!), g.Group, g.Start,
                g.End))];
        _attached = [.. share.Attached.Where(g => g.Group.Kernels.Passes.ErrorNorm is not null)
            .Select(g => (g.Group.Memory(g.Group.Kernels.Passes.ErrorNorm!), g.Start, g.End))];
        _starts = [.. share.Elements.Concat(share.Attached).SelectMany(g => g.Group.Kernels.Passes.Undo.Select(s => (
            g.Group.Memory(s.Now), g.Group.Memory(s.Before), g.Start, g.End)))];
    }

    /// <summary>The largest estimated error of a first state in one step.</summary>
    public ErrorEstimate? LargestError { get; private set; }

    /// <summary>Steps that were taken although their error was above the tolerance, because they could not be halved again.</summary>
    public long ToleranceMissed { get; private set; }

    /// <summary>Looks at this thread's share of a step.</summary>
    public void Look()
    {
        Span<double> mine = _errorNorms.AsSpan(_team.Share(_errorNorms.Length).Start, _members);
        bool finite = _share.IsFinite();
        for (int m = 0; m < _members; m++) mine[m] = finite || _share.IsFinite(m) ? 0 : double.PositiveInfinity;
        foreach (var (norm, _, _, start, end) in _looks)
            for (int m = 0; m < _members; m++) mine[m] = Math.Max(mine[m], Greatest(norm.Span, First(start, m), end));
        foreach (var (norm, start, end) in _attached)
            for (int m = 0; m < _members; m++) mine[m] = Math.Max(mine[m], Greatest(norm.Span, First(start, m), end));
    }

    /// <summary>The acceptance on a step, once every thread has looked.</summary>
    public Acceptance Decide(int level, double t, bool[] active)
    {
        Acceptance v = _byLevel.Prepare(level);
        (v.AnyFails, v.AnyAccepted, v.Diverged, v.ErrorNorm) = (false, false, false, 0);
        for (int m = 0; m < _members; m++)
        {
            double norm = 0;
            for (int k = m; k < _errorNorms.Length; k += _members) norm = Math.Max(norm, _errorNorms[k]);
            bool fits = norm <= 1;
            v.ErrorNorm = Math.Max(v.ErrorNorm, norm);
            v.Fails[m] = active[m] && !fits && level < _halvings && !_lost;
            v.Accepted[m] = active[m] && !v.Fails[m];
            v.AnyFails |= v.Fails[m];
            v.AnyAccepted |= v.Accepted[m];
            if (v.Accepted[m] && !fits) ToleranceMissed++;
            v.Diverged |= v.Accepted[m] && !double.IsFinite(norm);
        }
        _lost |= v.Diverged;
        NoteErrors(v.Accepted, t);
        return v;
    }

    /// <summary>Keeps the states of the members whose step stands while the others take it again.</summary>
    public void Save(int level, Acceptance acceptance)
    {
        if (!acceptance.AnyAccepted) return;
        double[] saved = _saved[level] ??= new double[_starts.Sum(s => s.To - s.From)];
        int at = 0;
        foreach (var (state, _, from, to) in _starts)
        {
            state.Span[from..to].CopyTo(saved.AsSpan(at));
            at += to - from;
        }
    }

    /// <summary>Brings back the states from before the step.</summary>
    public void Restore()
    {
        foreach (var (state, start, from, to) in _starts) start.Span[from..to].CopyTo(state.Span[from..to]);
    }

    /// <summary>Brings back what <see cref="Save"/> kept, for the members whose step stood.</summary>
    public void PutBack(int level, Acceptance acceptance)
    {
        if (!acceptance.AnyAccepted) return;
        int at = 0;
        foreach (var (state, _, from, to) in _starts)
        {
            for (int i = from; i < to; i++)
                if (acceptance.Accepted[i % _members]) state.Span[i] = _saved[level]![at + i - from];
            at += to - from;
        }
    }

    private void NoteErrors(bool[] accepted, double t)
    {
        foreach (var (_, error, group, start, end) in _looks)
            for (int m = 0; m < _members; m++)
            {
                if (!accepted[m] || start >= end) continue;
                double greatest = Greatest(error.Span, First(start, m), end);
                if (!(greatest > (LargestError?.Size ?? -1))) continue;
                int i = First(start, m);
                while (error.Span[i] != greatest && !double.IsNaN(error.Span[i])) i += _members;
                LargestError = new ErrorEstimate(greatest, group, i / _members, m, t);
            }
    }

    // Shares are cut without regard to members: the first element of a member from one on.
    private int First(int start, int member) => start + (member + _members - start % _members) % _members;

    // Not a number counts as infinite.
    private double Greatest(ReadOnlySpan<double> x, int from, int to)
    {
        double greatest = 0;
        if (_members == 1) return from < to ? Maximum.Of(x[from..to]) : 0;
        for (int i = from; i < to; i += _members)
            greatest = x[i] <= greatest ? greatest : double.IsNaN(x[i]) ? double.PositiveInfinity : x[i];
        return greatest;
    }
}

/// <summary>An estimated error.</summary>
/// <param name="Size">In the unit of the first state of the group's model.</param>
/// <param name="Group">The group.</param>
/// <param name="Neuron">The neuron of the group.</param>
/// <param name="Member">The member of the batch.</param>
/// <param name="Time">The end of the step, in ms.</param>
internal sealed record ErrorEstimate(double Size, Group Group, int Neuron, int Member, double Time);
