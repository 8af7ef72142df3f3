using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What happens to an integrate-and-fire cell within a step: it crosses its threshold and is reset there, or its refractory time ends; from
/// there it goes on to the end of the step, by the exponential midpoint rule (exact where the equation is linear). The junctions are told
/// how far the cell was from where they saw it.
/// </summary>
internal sealed class AfterEvent
{
    private const int NewtonSteps = 4;

    private static readonly Symbol Part = Scratch("part");         // of the step, before the cell restarts; 1 if it does not
    private static readonly Symbol Crosses = Scratch("crosses");   // 1 if it crosses, else 0
    private static readonly Symbol Releases = Scratch("releases"); // 1 if its refractory time ends, else 0

    private readonly Model _model;
    private readonly SpikeRule _rule;
    private readonly ModelTraits _coupling;
    private readonly IReadOnlyList<StateOverStep> _courses;
    private readonly ResetTrace _reset;

    public AfterEvent(Model model, SpikeRule rule, ModelTraits coupling, IReadOnlyList<StateOverStep> courses, ResetTrace reset) =>
        (_model, _rule, _coupling, _courses, _reset) = (model, rule, coupling, courses, reset);

    // Where the junctions are told what they did not see; null where there are none, or nobody is reset.
    private Symbol? Charge => _coupling.Resets ? _coupling.Of(_rule.Watched)?.Charge : null;

    private Expr Threshold => Simplify.Tree(_rule.Threshold);

    private Expr Crossed => 0.5 < (Expr)Crosses;

    private Expr Released => 0.5 < (Expr)Releases;

    private Expr Rest => (1.0 - (Expr)Part) * Symbol.TimeStep;

    /// <summary>The passes that end a step. They read the states of the last stage and write those after the step.</summary>
    /// <param name="observed">Conditions that are looked at meanwhile.</param>
    public IEnumerable<Pass> Passes(IReadOnlyList<MarginPieces> observed)
    {
        foreach (StateOverStep c in _courses) yield return new Pass(End(c.State), c.End);
        foreach (Pass p in Locate()) yield return p;
        foreach (StateOverStep c in _courses) yield return new Pass(At(c.State), AtRestart(c));
        yield return new Pass([.. _courses.Select(c => new Assignment(From(c.State), AfterReset(c.State)))]);
        foreach (StateOverStep c in _courses) yield return new Pass(Middle(c.State), Advance(c, From, Part * (Expr)Symbol.TimeStep, 0.5));
        foreach (StateOverStep c in _courses)
            yield return new Pass(Goal(c.State), Advance(c, Middle, 0.5 * (1.0 + (Expr)Part) * Symbol.TimeStep, 1));
        foreach (MarginPieces m in observed)
            foreach (Pass p in Observe(m)) yield return p;
        yield return Settle();
        Expr rest = 1.0 - (Expr)Part;
        foreach (MarginPieces m in observed)
            yield return m.Next(Part, 1.0, m.Margin(s => s, Symbol.TimeStep), rest * (Expr)SlopeAfter(m));
    }

    // To where the cell restarts, and what happens there.
    private IEnumerable<Pass> Observe(MarginPieces m)
    {
        StateOverStep Course(Symbol s) => _courses.First(c => c.State == s);
        Expr Before(Symbol s) => Moves(s) ? Select(Restarts, At(s), SettledEnd(Course(s))) : s;
        Expr After(Symbol s) => Moves(s) ? Select(Restarts, From(s), SettledEnd(Course(s))) : KeptAfter(s);
        Expr Start(Symbol s) => Moves(s) ? Course(s).Start : s;
        Expr reached = Part * (Expr)Symbol.TimeStep;
        yield return m.First(Part, m.Margin(Before, reached),
            (Expr)Part * m.Slope(Start, s => UnlessHeld(s, Course(s).StartSlope), 0.0, Symbol.TimeStep),
            (Expr)Part * m.Slope(Before, s => UnlessHeld(s, SlopeAtRestart(Course(s))), reached, Symbol.TimeStep));
        yield return m.Next(Part, Part, m.Margin(After, reached));
        yield return new Pass(SlopeAfter(m),
            m.Slope(After, s => (Expr)Symbol.TimeStep * SlopeOf(Course(s), From, reached), reached, Symbol.TimeStep));
    }

    private Expr UnlessHeld(Symbol state, Expr slope) =>
        IsHeld(state) ? Select(0.0 < (Expr)_rule.Refractory!.StepsLeft, 0.0, slope) : slope;

    private IEnumerable<Pass> Locate()
    {
        StateOverStep watched = _courses.First(c => c.State == _rule.Watched);
        Symbol v0 = Scratch("v0"), v1 = Scratch("v1"), s0 = Scratch("s0"), s1 = Scratch("s1"), x = Scratch("x");
        yield return new Pass(
            new Assignment(v0, watched.Start - Threshold),
            new Assignment(v1, End(_rule.Watched) - Threshold),
            new Assignment(s0, watched.StartSlope),
            new Assignment(s1, watched.EndSlope),
            new Assignment(x, Select(watched.Start < Threshold, (watched.Start - Threshold) / (watched.Start - End(_rule.Watched)), 0.0)));
        Expr b = 3.0 * ((Expr)v1 - v0) - 2.0 * (Expr)s0 - s1, c = (Expr)s0 + s1 - 2.0 * ((Expr)v1 - v0);
        Expr value = v0 + (Expr)x * (s0 + (Expr)x * (b + (Expr)x * c)), slope = s0 + (Expr)x * (2.0 * b + (Expr)x * (3.0 * c));
        for (int k = 0; k < NewtonSteps; k++)
            yield return new Pass(x, Select((Expr)v0 < 0.0, Min(1.0, Max(0.0, x - value / Max(slope, 0.25 * ((Expr)v1 - v0)))), 0.0));
        Expr crosses = 0.0 <= (Expr)v1, part = Select(crosses, x, 1.0);
        var found = new List<Assignment>();
        if (_rule.Refractory is { } r)
        {
            Expr held = 0.0 < (Expr)r.StepsLeft, left = r.StepsLeft * ((Expr)Symbol.FullStep / Symbol.TimeStep);
            if (r.Held.Contains(_rule.Watched)) crosses &= !held;
            Expr releases = held & (left < 1.0);
            found.Add(new(Releases, Select(releases, 1.0, 0.0)));
            part = Select(crosses, x, Select(releases, left, 1.0));
        }
        found.AddRange([new(Crosses, Select(crosses, 1.0, 0.0)), new(Symbol.Spike, crosses), new(Part, part), new(_reset.At, part)]);
        yield return new Pass([.. found]);
    }

    private Expr AtRestart(StateOverStep c)
    {
        if (c.State == _rule.Watched) return IsHeld(c.State) ? Select(Released, c.Start, Threshold) : Threshold;
        Expr x = Part, y0 = c.Start, y1 = End(c.State), s0 = c.StartSlope, s1 = c.EndSlope;
        return y0 + x * (s0 + x * (3.0 * (y1 - y0) - 2.0 * s0 - s1 + x * (s0 + s1 - 2.0 * (y1 - y0))));
    }

    private Expr SlopeAtRestart(StateOverStep c)
    {
        Expr x = Part, change = End(c.State) - c.Start, s0 = c.StartSlope, s1 = c.EndSlope;
        return s0 + x * (2.0 * (3.0 * change - 2.0 * s0 - s1) + x * (3.0 * (s0 + s1 - 2.0 * change)));
    }

    private Expr AfterReset(Symbol state)
    {
        Expr at = At(state);
        foreach (var (reset, value) in _rule.Resets)
            if (reset == state) return Select(Crossed, Simplify.Tree(value.Replace(ValuesAtCrossing)), at);
        return at;
    }

    private Expr? ValuesAtCrossing(Symbol s) =>
        s == Symbol.Time ? (Expr)s + (Expr)Part * Symbol.TimeStep : _courses.Any(c => c.State == s) ? (Expr)At(s) : null;

    /// <summary>
    /// From where the cell restarts, over the rest of the step or half of it, with the slope at given values and a time since the step
    /// began.
    /// </summary>
    private Expr Advance(StateOverStep c, Func<Symbol, Symbol> at, Expr elapsed, double half)
    {
        Expr slope = SlopeOf(c, at, elapsed);
        Expr rate = Simplify.Tree(StageTimes.After(Derivative.Of(c.Slope, c.State, linearPart: true),
            elapsed).Replace(s => ValueIn(at, s)));
        Expr span = half * (IsHeld(c.State) ? Max(0.0, Rest - Select(Crossed, Simplify.Tree(_rule.Refractory!.Duration), 0.0)) : Rest);
        Expr from = From(c.State);
        return Simplify.Tree(from + span * ExpRel(rate * span) * (slope + rate * (from - at(c.State))));
    }

    private Expr SlopeOf(StateOverStep c, Func<Symbol, Symbol> at, Expr elapsed)
    {
        Expr slope = Simplify.Tree(StageTimes.After(c.Slope, elapsed).Replace(s => ValueIn(at, s)));
        // What the junctions brought in the last stage, had the cell been there. That it is not there they are told with the partners:
        // cells that spike as one must be left alone exactly.
        return c.JunctionSlope is { } junctions ? slope + (Expr)junctions / Symbol.TimeStep : slope;
    }

    private Expr? ValueIn(Func<Symbol, Symbol> at, Symbol s) => _courses.Any(o => o.State == s) ? (Expr)at(s) : null;

    private bool Moves(Symbol state) => _courses.Any(c => c.State == state);

    // A state without a slope, which spikes alone change.
    private Expr KeptAfter(Symbol state)
    {
        foreach (var (reset, value) in _rule.Resets)
            if (reset == state) return Select(Crossed, Simplify.Tree(value.Replace(ValuesAtCrossing)), state);
        return state;
    }

    private Expr Restarts => Crossed | ((Expr)Part < 1.0);

    // Where a cell ends that does not restart.
    private Expr SettledEnd(StateOverStep c) =>
        IsHeld(c.State) ? Select(0.0 < (Expr)_rule.Refractory!.StepsLeft, c.Start, End(c.State)) : End(c.State);

    private Pass Settle()
    {
        var settle = new List<Assignment>();
        foreach (StateOverStep c in _courses) settle.Add(new(c.State, Select(Restarts, Goal(c.State), SettledEnd(c))));
        foreach (var (state, value) in _rule.Notes)
            settle.Add(new(state, Select(Crossed, Simplify.Tree(value.Replace(ValuesAtCrossing)), state)));
        foreach (var (state, _) in _rule.Resets.Where(r => !Moves(r.State))) settle.Add(new(state, KeptAfter(state)));
        if (_rule.Refractory is { } r)
        {
            Expr inFull = 1 / (Expr)Symbol.FullStep,
                left = Select(Crossed, Simplify.Tree(r.Duration) - Rest, r.StepsLeft * (Expr)Symbol.FullStep - Symbol.TimeStep);
            settle.Add(new(r.StepsLeft, Select(left * inFull < 1e-9, 0.0, left * inFull)));
        }
        if (Charge is { } charge)
        {
            Expr moved = ChargeMoved();
            settle.Add(new(charge, moved + Added()));
            if (_rule.HasSpikelet) settle.Add(new(_reset.Moved, moved));
        }
        return new Pass([.. settle]);
    }

    // By the trapezium rule; where it was seen: on its course beyond the threshold, or still held.
    private Expr ChargeMoved()
    {
        StateOverStep c = _courses.First(c => c.State == _rule.Watched);
        Expr moved = 0.5 * Rest * ((Expr)From(c.State) + Goal(c.State)), seen = 0.5 * Rest * (Threshold + End(c.State));
        return Select(Crossed, moved - seen, IsHeld(c.State) ? Select(Released, moved - Rest * c.Start, 0.0) : 0.0);
    }

    private Expr Added()
    {
        Expr added = _rule.Spikelet is { } spikelet ? Select(Crossed, Simplify.Tree(spikelet), 0.0) : 0.0;
        return _rule.SpikeletShape is { } shape ? added + Simplify.Tree(SpikeletSeen(shape)) : added;
    }

    // Before the restart the shape as it was, after it as the spike has made it.
    private Expr SpikeletSeen(Expr shape)
    {
        Expr At(Func<StateOverStep, Expr> value) =>
            shape.Replace(s => _courses.FirstOrDefault(c => c.State == s) is { } c ? value(c) : null);
        Expr before = 0.5 * (Expr)Part * Symbol.TimeStep * (At(c => c.Start) + At(c => AfterEvent.At(c.State)));
        return before + 0.5 * Rest * (At(c => From(c.State)) + At(c => Goal(c.State)));
    }

    private bool IsHeld(Symbol state) => _rule.Refractory?.Held.Contains(state) ?? false;

    private static Symbol SlopeAfter(MarginPieces m) => Scratch($"slope {m.Condition.Flag} after");

    private static Symbol End(Symbol s) => Scratch($"{s} end");

    private static Symbol At(Symbol s) => Scratch($"{s} at");

    private static Symbol From(Symbol s) => Scratch($"{s} from");

    private static Symbol Middle(Symbol s) => Scratch($"{s} middle");

    private static Symbol Goal(Symbol s) => Scratch($"{s} goal");

    private static Symbol Scratch(string name) => new(SymbolKind.Scratch, name, Dimension.None);
}

/// <summary>The course of a state over a step, were nothing to happen in it.</summary>
/// <param name="State">The state; during the last passes it stands where the last stage evaluated it.</param>
/// <param name="Slope">Its equation.</param>
/// <param name="Start">Where it started.</param>
/// <param name="End">Where it ends.</param>
/// <param name="StartSlope">dt times its slope at the start.</param>
/// <param name="EndSlope">dt times its slope at the end.</param>
/// <param name="JunctionSlope">dt times what the junctions bring at the end, where that is not part of the input.</param>
internal sealed record StateOverStep(Symbol State, Expr Slope, Expr Start, Expr End, Expr StartSlope, Expr EndSlope, Symbol? JunctionSlope);

/// <summary>What a reset within the step leaves for what follows it.</summary>
internal sealed record ResetTrace
{
    /// <summary>The array of where in the step it was, as a part of it; 1 if there was none.</summary>
    public Symbol At { get; } = new(SymbolKind.Work, "crossing", Dimension.None);

    /// <summary>The array of the part of the charge that is the cell's own course: what a spikelet adds to it, only partners see.</summary>
    public Symbol Moved { get; } = new(SymbolKind.Work, "moved", Dimension.None);
}
