namespace Connexon;

/// <summary>
/// A step of a network, from start to end. Every thread of a team goes through this page with its share of the neurons, and waits for the
/// others where it says so; the leading one does beside it what only one must do (<see cref="Engine"/>). What threads share out are the
/// same sums in the same order whatever their number, and so between partitions (<see cref="IExchange"/>): the bits are the same too.
/// </summary>
internal sealed class Step
{
    private readonly Engine _engine;
    private readonly NetworkState _state;
    private readonly Team _team;
    private readonly Share _share;
    private readonly StepAcceptance? _acceptance; // null for methods that accept every step
    private readonly Stage[] _stages;
    private readonly bool[] _everyone;
    private readonly bool _halves; // one step is like another, whatever their lengths

    public Step(Engine engine, NetworkState state, Team team, int halvings)
    {
        (_engine, _state, _team, _share) = (engine, state, team, new Share(state, team));
        _acceptance = halvings > 0 ? new StepAcceptance(_share, team, state.Members, engine.ErrorNorms, halvings) : null;
        _stages = [.. state.Skeleton.Stages];
        _halves = !state.Settings.Method.ExtrapolatesInput;
        _everyone = [.. Enumerable.Repeat(true, state.Members)];
    }

    public ErrorEstimate? LargestError => _acceptance?.LargestError;

    public long ToleranceMissed => _acceptance?.ToleranceMissed ?? 0;

    /// <summary>Steps to the end of the run.</summary>
    public void TakeAll()
    {
        long step = 0;
        while (Take(ref step)) { }
    }

    /// <summary>A step of dt, or of several at once, or the try of one; false if the run ends.</summary>
    /// <param name="step">Steps of dt that are done.</param>
    public bool Take(ref long step)
    {
        // Before it: what the user does between steps, what varies in time; then how long it will be, so that nothing known lies within it.
        if (_engine.Readies)
        {
            if (_team.Leads) _engine.Ready();
            _team.Wait();
        }
        // Noise that goes through junctions is there for the whole step, however often that is taken again.
        if (_state.Noise is { } noise) Carry(noise, step);

        int level = _engine.Level; // of dt / 2^level
        if (!Take(level, step * _state.Dt, 0, _everyone, endsStep: true, out bool stands)) return false;
        if (!stands) return true;  // it was longer than dt, and too long: the next is shorter
        step += 1L << -level;
        if (_team.Leads) _engine.StepDone(step);
        return true;
    }

    /// <summary>
    /// A step of dt / 2^level that begins at a part of the step of dt, for some members of the batch. Each goes the way that it would go
    /// alone.
    /// </summary>
    private bool Take(int level, double t, double from, bool[] members, bool endsStep, out bool stands)
    {
        double h = StepLength.Of(_state.Dt, level);
        stands = true;

        // A drive that jumps within the step: in halves, so that one ends there; at last by its mean.
        if (_engine.Known.Within(t, h))
        {
            if (_halves && level < KnownTimes.MostHalvings) return TakeHalves(level, t, from, members, endsStep);
            Average(t, h, from);
        }
        if (!TakeStages(level, t, from, h, endsStep)) return false;

        // Error: every thread decides alike, from what all have found in their shares.
        if (_acceptance is not null && _engine.Partitioned) Agree();
        Acceptance? acceptance = _acceptance?.Decide(level, t + h, members);

        // Spikes of the members whose step is accepted are located, and send events, which act between later steps.
        if (_team.Leads)
        {
            _engine.Collect(t, h, acceptance?.Accepted ?? members);
            if (acceptance is not null) _engine.Note(level, acceptance);
        }
        if (acceptance is not { AnyFails: true }) return true;

        // Rejected: back to the start, and again in two halves; members whose step stood are put aside meanwhile.
        if (_team.Leads) _engine.StepBack(level + 1, t);
        if (level >= 0) _acceptance!.Save(level, acceptance);
        _team.Wait();
        _acceptance!.Restore();
        SetInputs(0, from);
        _team.Wait();
        stands = level >= 0;
        if (!stands) return true;
        if (!TakeHalves(level, t, from, acceptance.Fails, endsStep)) return false;
        _acceptance.PutBack(level, acceptance);
        _team.Wait();
        return true;
    }

    private bool TakeHalves(int level, double t, double from, bool[] members, bool endsStep)
    {
        if (_team.Leads) _engine.PrepareLevel(level + 1);
        _team.Wait();
        bool failed = _engine.Stopped;
        _team.Wait(); // all have read it before anyone goes on and may stop the run
        if (failed) return false;
        double half = StepLength.Of(_state.Dt, level + 1);
        return Take(level + 1, t, from, members, endsStep: false, out _)
            && Take(level + 1, t + half, from + half / _state.Dt, members, endsStep, out _);
    }

    private bool TakeStages(int level, double t, double from, double h, bool endsStep)
    {
        for (int s = 0; s < _stages.Length; s++)
        {
            Stage stage = _stages[s];
            bool last = s == _stages.Length - 1;
            // States stand still. At the start of a step events act, and a row is recorded; drives go on to where the next stage takes
            // them.
            if (_team.Leads) _engine.Lead(s, level, t, last ? t + h : _stages[s + 1].DriveTime(t, h), last, last && endsStep);

            // Coupling: states at the nodes of other partitions, then the currents of the junctions, or their implicit part.
            if (_engine.Partitioned) _share.Bring(stage.Coupling);
            _share.Couple(stage.Coupling, level);
            _team.Wait();
            if (_engine.Stopped) return false;

            // Mechanisms: what is attached to neurons reads states as they stand in the stage, steps, and gives currents.
            if (_share.AnyAttached && stage.TakesInputs) StepAttached(s, level);

            // Cells: equations of every neuron; in the last stage also spikes, resets and an error norm.
            StepCells(s, level, last, from + (last ? 1 : _stages[s + 1].Time) * h / _state.Dt);
            _team.Wait();
        }
        return true;
    }

    private void StepAttached(int stage, int level)
    {
        if (_state.Foreign is { Any: true } foreign)
        {
            if (_team.Leads) foreign.Bring(moved: _stages[stage].Coupling == Coupling.Implicit);
            _team.Wait();
        }
        StepAttached(stage, level, late: false);
        if (_share.AnyLate) StepAttached(stage, level, late: true); // what reads sums of what others gave
    }

    private void StepAttached(int stage, int level, bool late)
    {
        try
        {
            _share.StepAttached(stage, _stages[stage].Coupling, level, late);
        }
        catch (Exception e)
        {
            _engine.Fail(e);
        }
        _team.Wait();
    }

    private void StepCells(int stage, int level, bool last, double next)
    {
        try
        {
            _share.Step(stage, _stages[stage].TakesInputs, level);
            if (last && _acceptance is not null) _acceptance.Look();
            else if (last && !_share.IsFinite()) _engine.Diverge();
            // Here, while the share is in the cache, and not at the start of the stage: that would be a wait more.
            SetInputs(last ? 0 : stage + 1, next);
        }
        catch (Exception e)
        {
            _engine.Fail(e);
        }
    }

    private void Average(double t, double h, double from)
    {
        if (_team.Leads) _engine.Average(t, h);
        _team.Wait();
        SetInputs(0, from);
        _team.Wait();
    }

    private void Agree()
    {
        if (_team.Leads) _engine.AgreeOnErrors();
        _team.Wait();
    }

    private void Carry(JunctionNoise noise, long step)
    {
        noise.Advance(step, _team);
        _team.Wait();
        SetInputs(0, 0);
        _team.Wait();
    }

    /// <summary>Sets the inputs of a stage to the drive, as it was last advanced.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="at">When, as a part of the step of dt.</param>
    public void SetInputs(int stage, double at) => _share.SetInputs(_stages[stage].Coupling, at);
}
