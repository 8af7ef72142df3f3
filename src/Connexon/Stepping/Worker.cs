namespace Connexon;

/// <summary>
/// One thread of a run. Each stage of a step has parts with a barrier after each: (A) the junctions, while the first thread records
/// and looks ahead; what sits on neurons, if anything does; (B) every neuron of the thread's share steps, and its input is set to the next drive. What threads share out are
/// the same sums in the same order whatever their number, so the bits are the same too.
/// </summary>
internal sealed class Worker
{
    private readonly Engine _engine;
    private readonly NetworkState _state;
    private readonly Team _team;
    private readonly Share _share;
    private readonly StepAcceptance? _acceptance;
    private readonly Stage[] _stages;
    private readonly bool[] _everyone;

    public Worker(Engine engine, NetworkState state, Team team, int halvings)
    {
        (_engine, _state, _team) = (engine, state, team);
        _share = new Share(state, team);
        _acceptance = halvings > 0 ? new StepAcceptance(_share, team, state.Members, engine.ErrorNorms, halvings) : null;
        _stages = [.. state.Skeleton.Stages];
        _everyone = [.. Enumerable.Repeat(true, state.Members)];
    }

    public ErrorEstimate? LargestError => _acceptance?.LargestError;

    public long ToleranceMissed => _acceptance?.ToleranceMissed ?? 0;

    public void SetInputs() => SetInputs(0);

    private void SetInputs(double at) => _share.SetInputs(_stages[0].Coupling, at);

    public void Run()
    {
        long step = 0;
        while (Step(ref step)) { }
    }

    /// <summary>A step, or several of dt at once, or the try of one; false if the run stops.</summary>
    /// <param name="step">Steps done.</param>
    public bool Step(ref long step)
    {
        if (_engine.Readies)
        {
            if (_team.Leads) _engine.Ready();
            _team.Wait();
        }
        if (_state.Noise is { } noise) Carry(noise, step);
        int level = _engine.Level;
        if (!Advance(level, step * _state.Dt, 0, _everyone, endsStep: true, out bool stands)) return false;
        if (!stands) return true;
        step += 1L << -level;
        if (_team.Leads) _engine.StepDone(step);
        return true;
    }

    // Once for each step, however often that is taken again.
    private void Carry(JunctionNoise noise, long step)
    {
        noise.Advance(step, _team);
        _team.Wait();
        SetInputs();
        _team.Wait();
    }

    /// <summary>
    /// A step of dt / 2^level that begins at a part of the step of dt. Members of the batch whose error norm is above 1 take it again in two halves, and so on; each member goes the way
    /// that it would go alone. A step longer than dt is given up instead. False if the run stops.
    /// </summary>
    private bool Advance(int level, double t, double from, bool[] active, bool endsStep, out bool stands)
    {
        double h = StepLength.Of(_state.Dt, level);
        stands = true;
        if (!Attempt(level, t, from, h, endsStep)) return false;
        if (_acceptance is null)
        {
            if (_team.Leads) _engine.Collect(t, h, active);
            return true;
        }
        Acceptance acceptance = _acceptance.Decide(level, t + h, active);
        if (_team.Leads)
        {
            _engine.Collect(t, h, acceptance.Accepted);
            if (acceptance.Diverged) _engine.Diverge();
            if (level <= 0) _engine.LongSteps?.SizeControl.Took(level, acceptance.ErrorNorm);
            if (acceptance.AnyFails) _engine.StepBack(level + 1, t);
        }
        if (!acceptance.AnyFails) return true;
        if (level >= 0) _acceptance.Save(level, acceptance);
        _team.Wait();
        _acceptance.Restore();
        SetInputs(from);
        _team.Wait();
        stands = level >= 0;
        if (!stands) return true;
        double half = h / 2 / _state.Dt;
        if (!Advance(level + 1, t, from, acceptance.Fails, endsStep: false, out _)
            || !Advance(level + 1, t + h / 2, from + half, acceptance.Fails, endsStep, out _)) return false;
        _acceptance.PutBack(level, acceptance);
        _team.Wait();
        return true;
    }

    private bool Attempt(int level, double t, double from, double h, bool endsStep)
    {
        for (int stage = 0; stage < _stages.Length; stage++)
        {
            bool last = stage == _stages.Length - 1;
            if (_team.Leads) _engine.Lead(stage, level, t, last ? t + h : _stages[stage + 1].DriveTime(t, h), last && endsStep);
            _share.Couple(_stages[stage].Coupling, level);
            _team.Wait();
            if (_engine.Stopped) return false;
            if (_share.AnyAttached && _stages[stage].TakesInputs)
            {
                StepAttached(stage, level, late: false);
                _team.Wait();
                if (_share.AnyLate)
                {
                    StepAttached(stage, level, late: true);
                    _team.Wait();
                }
            }
            Compute(stage, level, last, from + (last ? 1 : _stages[stage + 1].Time) * h / _state.Dt);
            _team.Wait();
        }
        return true;
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
    }

    private void Compute(int stage, int level, bool last, double next)
    {
        try
        {
            _share.Step(stage, _stages[stage].TakesInputs, level);
            if (last)
            {
                if (_acceptance is not null) _acceptance.Look();
                else if (!_share.IsFinite()) _engine.Diverge();
            }
            _share.SetInputs(_stages[last ? 0 : stage + 1].Coupling, next);
        }
        catch (Exception e)
        {
            _engine.Fail(e);
        }
    }
}
