namespace Connexon;

/// <summary>
/// One thread of a run. Each stage of a step has parts with a barrier after each: (A) the junctions, while the first thread records
/// and looks ahead; what sits on neurons, if anything does; (B) every neuron of the thread's share steps, and its input is set to the next drive. What threads share out are
/// the same sums in the same order whatever their number, so the bits are the same too.
/// </summary>
internal sealed class Worker
{
    private readonly Engine _engine;
    private readonly Assembly _assembly;
    private readonly Team _team;
    private readonly Share _share;
    private readonly Judge? _judge;
    private readonly Stage[] _stages;
    private readonly bool[] _everyone;

    public Worker(Engine engine, Assembly assembly, Team team, int halvings)
    {
        (_engine, _assembly, _team) = (engine, assembly, team);
        _share = new Share(assembly, team);
        _judge = halvings > 0 ? new Judge(_share, assembly, team, engine.Verdicts, halvings) : null;
        _stages = [.. assembly.Groups[0].Kernels.Stages];
        _everyone = [.. Enumerable.Repeat(true, assembly.Members)];
    }

    public ErrorEstimate? LargestError => _judge?.LargestError;

    public long Unmet => _judge?.Unmet ?? 0;

    public void SetInputs() => _share.SetInputs(_stages[0].Coupling);

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
        int level = _engine.Level;
        if (!Advance(level, step * _assembly.Dt, _everyone, endsStep: true, out bool stands)) return false;
        if (!stands) return true;
        step += 1L << -level;
        if (_team.Leads) _engine.StepDone(step);
        return true;
    }

    /// <summary>
    /// A step of dt / 2^level. Members of the batch whom it strains too much take it again in two halves, and so on; each member goes the way
    /// that it would go alone. A step longer than dt is given up instead. False if the run stops.
    /// </summary>
    private bool Advance(int level, double t, bool[] active, bool endsStep, out bool stands)
    {
        double h = StepLength.Of(_assembly.Dt, level);
        stands = true;
        if (!Attempt(level, t, h, endsStep)) return false;
        if (_judge is null)
        {
            if (_team.Leads) _engine.Collect(t, h, active);
            return true;
        }
        Verdict verdict = _judge.Decide(level, t + h, active);
        if (_team.Leads)
        {
            _engine.Collect(t, h, verdict.Accepted);
            if (verdict.Diverged) _engine.Diverge();
            if (level <= 0) _engine.Strides?.Pace.Took(level, verdict.Strain);
            if (verdict.AnyFails) _engine.StepBack(level + 1, t);
        }
        if (!verdict.AnyFails) return true;
        if (level >= 0) _judge.Save(level, verdict);
        _team.Wait();
        _judge.Restore();
        SetInputs();
        _team.Wait();
        stands = level >= 0;
        if (!stands) return true;
        if (!Advance(level + 1, t, verdict.Fails, endsStep: false, out _) || !Advance(level + 1, t + h / 2, verdict.Fails, endsStep, out _)) return false;
        _judge.PutBack(level, verdict);
        _team.Wait();
        return true;
    }

    private bool Attempt(int level, double t, double h, bool endsStep)
    {
        for (int stage = 0; stage < _stages.Length; stage++)
        {
            bool last = stage == _stages.Length - 1;
            if (_team.Leads) _engine.Lead(stage, level, t, last ? t + h : _stages[stage + 1].DriveTime(t, h), last && endsStep);
            _share.Couple(_stages[stage].Coupling, level);
            _team.Wait();
            if (_engine.Stopped) return false;
            if (_share.AnyAttached && _stages[stage].TakesInput)
            {
                StepAttached(stage, level, late: false);
                _team.Wait();
                if (_share.AnyLate)
                {
                    StepAttached(stage, level, late: true);
                    _team.Wait();
                }
            }
            Compute(stage, level, last);
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

    private void Compute(int stage, int level, bool last)
    {
        try
        {
            _share.Step(stage, _stages[stage].TakesInput, level);
            if (last)
            {
                if (_judge is not null) _judge.Look();
                else if (!_share.IsFinite()) _engine.Diverge();
            }
            _share.SetInputs(_stages[last ? 0 : stage + 1].Coupling);
        }
        catch (Exception e)
        {
            _engine.Fail(e);
        }
    }
}
