using Connexon.Programs;

namespace Connexon;

/// <summary>The stages of <see cref="Imex4"/> for one model.</summary>
internal sealed class ImexModel
{
    private const int Last = Tableau.Stages - 1;

    private readonly Model _model;
    private readonly ModelTraits _traits;
    private readonly ErrorNorm _norm;
    private readonly StepControl _control;
    private readonly List<StateVariable> _relaxing;
    private readonly ImexVariable[] _moving;
    private readonly SpikePasses _spikes;
    private readonly MarginCourse[] _margins; // of conditions that are met where a margin rises through 0, in cells that nothing resets
    private readonly MarginPieces[] _observed; // the same in cells that are reset
    private readonly SpikeRule? _resets;
    private readonly ResetTrace _reset = new();
    private readonly SubSteps? _subSteps;

    /// <param name="model">The model.</param>
    /// <param name="traits">What it is in its network.</param>
    /// <param name="norm">What errors are measured in.</param>
    /// <param name="control">Of which lengths steps are.</param>
    public ImexModel(Model model, ModelTraits traits, ErrorNorm norm, StepControl control)
    {
        (_model, _traits, _norm, _control) = (model, traits, norm, control);
        _relaxing = Relaxing();
        _moving = [.. model.States.Where(s => s.Slope is not null)
            .Select(s => new ImexVariable(s, traits.Implicit ? traits.Of(s.Symbol) : null, _relaxing.Contains(s)))];
        _spikes = new SpikePasses(model.Spikes);
        _resets = model.Spike is { Rising: false } rule ? rule : null;
        _margins = _resets is null ? [.. _spikes.ByMargin.Select(c => new MarginCourse(c, _moving))] : [];
        Symbol[] states = [.. model.States.Select(s => s.Symbol)], moving = [.. _moving.Select(x => x.State)];
        _observed = _resets is null ? [] : [.. _spikes.ByMargin.Select(c => new MarginPieces(c, states, moving))];
        if (_resets is not null && (traits.RunsAway || _resets.Moves)) _subSteps = new SubSteps(model, _resets, _moving, _reset);
    }

    private bool TakesLongSteps => _control.Doublings > 0;

    /// <summary>What is computed, and where it is left.</summary>
    public ModelPasses Passes()
    {
        List<StagePasses> stages = [.. Enumerable.Range(0, Tableau.Stages).Select(Stage)];
        if (_traits.Resets) stages.Add(new StagePasses(Carry()));
        return new ModelPasses(stages)
        {
            Undo = [.. _model.States.Select(s => (s.Symbol, ImexVariable.StartOf(s.Symbol))),
                .. ErrorNorm.Memory(_moving.Select(x => x.State)), .. Coupled.Select(x => x.Memory)],
            ErrorNorm = _moving.Length > 0 || (_model.Gives is not null && Guards().Any()) ? _norm.Result : null,
            ErrorOfFirst = _moving.Length > 0 ? _norm.Error : null,
            Spikes = [.. _spikes.Reports.Select(Located)],
            SubSteps = _subSteps is null ? null
                : new SubStep(_model, _resets!, _traits, _moving, _norm, _reset, _observed).Passes(Last, _control.Halvings),
            Dense = TakesLongSteps ? [.. _moving.Select(x => x.Hermite())] : [],
        };
    }

    private SpikeReport Located(SpikeReport report) => report with { Margin = MarginOf(report.Rule) };

    private Hermite MarginOf(SpikeRule rule) =>
        _margins.FirstOrDefault(m => m.Condition.Rule == rule)?.Hermite
            ?? _observed.FirstOrDefault(m => m.Condition.Rule == rule)?.Hermite
            ?? OfWatched(rule) with { IsState = true };

    private Hermite OfWatched(SpikeRule rule) =>
        _moving.First(x => x.State == rule.Watched).Hermite(_resets is null ? null : _reset.At, _traits.Resets);

    private IEnumerable<ImexVariable> Coupled => _moving.Where(x => x.Coupled is not null); // implicitly

    private StagePasses Stage(int i)
    {
        List<Pass> passes = [.. Coupled.Select(x => x.Junction(i, _traits.Gain(_model, x.State)))];
        if (i == 0) passes.AddRange(Coupled.Select(x => x.Depart()));
        if (i == Last) passes.AddRange(Coupled.Select(x => x.Arrive()));
        if (i > 0) passes.AddRange(_relaxing.Select(s => _moving.First(x => x.Equation == s).Relax(i)));
        int ready = passes.Count;
        if (i == 0) passes.AddRange(Begin());
        if (i == Last) passes.AddRange(_resets is null ? Finish() : _subSteps is null ? Restart() : Ask(_subSteps));
        else passes.AddRange(PassPairs.Of(_moving, x => _subSteps is null ? x.Slope(i, null) : _subSteps.Limited(i, x, x.Slope(i, null)),
            (x, _) => x.Move(i, _spikes)));
        if (i == 0) passes.AddRange(_margins.Select(m => m.AtStart()));
        return new StagePasses(passes) { Ready = ready };
    }

    private IEnumerable<Pass> Begin()
    {
        Symbol[] kept = [.. _model.States.Where(s => s.Slope is null).Select(s => s.Symbol)];
        if (kept.Length > 0) yield return new Pass([.. kept.Select(s => new Assignment(ImexVariable.StartOf(s), s))]);
        foreach (Pass p in _spikes.Begin()) yield return p;
        if (_subSteps is not null) yield return _subSteps.Begin();
    }

    // What is attached to neurons reads what others have at the stage, and nobody waits for it. In a neuron gates relax, where steps
    // may be long.
    private List<StateVariable> Relaxing() => _model.Gives is not null ? Relaxation.Order(_model)
        : !TakesLongSteps || _model.Spike is { Rising: false } ? []
        : Relaxation.Order(_model, s => _traits.Couples(s.Symbol) || _traits.Read.Contains(s.Symbol.Name)
            || s.Slope!.Mentions(SymbolKind.Input));

    private IEnumerable<Expr> Guards() => !TakesLongSteps ? []
        : LongStepGuard.Of(_model, _norm).Concat(Coupled.Select(x => ErrorNorm.OfLongSteps(Parts(x, x.ErrorOfRows))));

    private Expr Parts(ImexVariable x, Expr error) => _norm.Parts(x.State, error, x.Start, x.State);

    private Assignment Stiffness(ImexVariable x) => ErrorNorm.Stiffness(x.Equation, _model, _traits);

    private Pass Look(ImexVariable x, bool first) =>
        _norm.Look(x.State, x.Start, x.End, x.ErrorOfStep, first, report: x == _moving[0], bounded: !x.Relaxes);

    // True for a spike that must not lie within a long step: it acts on others, or on its cell.
    private bool ActsWithin(SpikeRule rule) => TakesLongSteps && (_traits.Sends || rule.HasEffects);

    private IEnumerable<Pass> Finish()
    {
        Expr[] guards = [.. Guards()];
        if (!_traits.Resets && _model.Spike is { Moves: false } watched && ActsWithin(watched))
        {
            ImexVariable x = _moving.First(x => x.State == watched.Watched);
            guards = [.. guards, LongStepGuard.Spike(watched, x.Start, x.End)];
        }
        foreach (Pass p in PassPairs.Of(_moving, x => x.Slope(Last, Stiffness(x)), (x, first) => new Pass(
        [
            .. Look(x, first).Assignments,
            .. (_traits.Resets ? new Pass(x.State, x.End) : _spikes.Step(x.State, before: x.Start, after: x.End)).Assignments,
        ]))) yield return p;
        if (guards.Length > 0) yield return _norm.Add(guards, first: _moving.Length == 0);
        foreach (MarginCourse m in _margins) yield return m.AtEnd();
        if (!_traits.Resets)
            foreach (Pass p in Note()) yield return p;
    }

    private IEnumerable<Pass> Restart()
    {
        foreach (ImexVariable x in _moving) yield return x.Slope(Last, Stiffness(x));
        foreach (ImexVariable x in _moving) yield return Look(x, first: x == _moving[0]);
        foreach (Pass p in new AfterEvent(_model, _resets!, _traits, [.. _moving.Select(x => x.OverStep())], _reset).Passes(_observed))
            yield return p;
        if (!_traits.Resets)
            foreach (Pass p in NoteObserved()) yield return p;
        if (TakesLongSteps) yield return _norm.Add(Guards().Append(LongStepGuard.Where((Expr)_reset.At < 1.0)));
    }

    private IEnumerable<Pass> Ask(SubSteps subSteps)
    {
        foreach (ImexVariable x in _moving) yield return subSteps.Limited(Last, x, x.Slope(Last, Stiffness(x)));
        foreach (ImexVariable x in _moving) yield return Look(x, first: x == _moving[0]);
        yield return subSteps.Ask();
        foreach (MarginPieces m in _observed) yield return subSteps.Observe(m);
        yield return subSteps.Settle(_traits);
        if (!_traits.Resets)
            foreach (Pass p in NoteObserved()) yield return p;
        if (Guards().ToArray() is { Length: > 0 } guards) yield return _norm.Add(guards);
    }

    private IEnumerable<Pass> Note()
    {
        foreach (Pass p in _spikes.End(resets: false)) yield return p;
        Expr[] within = [.. _margins.Where(m => ActsWithin(m.Condition.Rule)).Select(m => m.Crosses)];
        if (within.Length > 0) yield return _norm.Add(within);
    }

    private IEnumerable<Pass> NoteObserved()
    {
        foreach (Pass p in _observed.SelectMany(m => m.Notes())) yield return p;
        Expr[] within = [.. _observed.Where(m => ActsWithin(m.Condition.Rule)).Select(m => m.Crosses)];
        if (within.Length > 0) yield return _norm.Add(within);
    }

    // What spikes within the step still owe to this cell, or it to its partners; its own spike is known after that.
    private List<Pass> Carry()
    {
        var passes = new List<Pass>();
        foreach (ImexVariable x in _moving)
        {
            ResetCorrection? correction = _traits.Of(x.State) is { } coupled
                ? new ResetCorrection(_model, coupled, _traits.Gain(_model, x.State), _reset) : null;
            Expr after = correction is null ? x.State : x.State + correction.Correction;
            if (_model.Spike is { Rising: true } spike && spike.Watched == x.State)
            {
                if (!spike.Moves && ActsWithin(spike)) passes.Add(_norm.Add([LongStepGuard.Spike(spike, x.Start, after)]));
                passes.Add(_spikes.Step(x.State, before: x.Start, after));
            }
            else if (correction is not null) passes.Add(new Pass(x.State, _spikes.Held(x.State, after)));
            if (correction is not null) passes.Add(correction.Error(_norm, x.Start));
        }
        if (_resets is null) passes.AddRange(Note());
        passes.AddRange(_observed.Select(m => m.Next(1.0, 1.0, m.Margin(s => s, Symbol.TimeStep))));
        passes.AddRange(NoteObserved());
        return passes;
    }
}
