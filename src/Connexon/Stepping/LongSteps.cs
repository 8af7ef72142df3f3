namespace Connexon;

/// <summary>
/// Steps of several dt at once, where a method takes them: how long the next may be, so that nothing that is known to come lies within it,
/// and the rows of recordings that lie within the last.
/// </summary>
internal sealed class LongSteps
{
    private readonly double _dt;
    private readonly KnownTimes _known;
    private readonly Recorder[] _recorders;
    private readonly DenseOutput _within;

    private LongSteps(NetworkState state, Method method, KnownTimes known, Recorder[] recorders)
    {
        (_dt, _known, _recorders) = (state.Dt, known, recorders);
        SizeControl = new StepSizeControl(method.Control.Doublings);
        _within = new DenseOutput(state.AllGroups, (group, symbol) => recorders.Any(r => r.Reads(group, symbol)));
    }

    /// <summary>Those of a run; null where every step must be one of dt, because something may change in each.</summary>
    public static LongSteps? Of(NetworkState state, KnownTimes known, Recorder[] recorders, bool changes) =>
        state.Settings is { Method: { Control.Doublings: > 0 } method, Batch: 1 } && !changes && state.Noise is null && !known.InEveryStep
            ? new LongSteps(state, method, known, recorders) : null;

    public StepSizeControl SizeControl { get; }

    /// <summary>The level of the next step: 0 for one of dt, -1 for two at once, and so on.</summary>
    /// <param name="step">The steps that were completed, their events delivered.</param>
    /// <param name="last">The step at which the run ends.</param>
    public int Next(long step, long last) => SizeControl.Level(_known.Next(step, Math.Min(last, step + SizeControl.Longest)) - step);

    /// <summary>Records what lies within the last step; no event has acted since.</summary>
    /// <param name="from">The steps that were completed before it.</param>
    /// <param name="to">The steps that are completed with it.</param>
    public void Record(long from, long to)
    {
        if (to <= from + 1) return;
        _within.Leave();
        for (long step = from + 1; step < to; step++)
        {
            bool due = false;
            foreach (Recorder r in _recorders) due |= r.Takes(step);
            if (!due) continue;
            _within.GoTo((step - from) / (double)(to - from));
            foreach (Recorder r in _recorders) r.Record(step, step * _dt);
        }
        _within.Return();
    }
}
