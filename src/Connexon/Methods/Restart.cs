using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What happens to an integrate-and-fire cell within a step: it crosses its threshold and is reset there, or its refractory time ends; from
/// there it goes on to the end of the step, by the exponential midpoint rule (exact where the equation is linear). The junctions are told
/// how far the cell was from where they saw it.
/// </summary>
internal sealed class Restart
{
    private const int NewtonSteps = 4;

    private static readonly Symbol Part = Scratch("part");         // of the step, before the cell restarts; 1 if it does not
    private static readonly Symbol Crosses = Scratch("crosses");   // 1 if it crosses, else 0
    private static readonly Symbol Releases = Scratch("releases"); // 1 if its refractory time ends, else 0

    private readonly Model _model;
    private readonly SpikeRule _rule;
    private readonly CouplingPlan _coupling;
    private readonly IReadOnlyList<Course> _courses;

    public Restart(Model model, SpikeRule rule, CouplingPlan coupling, IReadOnlyList<Course> courses) =>
        (_model, _rule, _coupling, _courses) = (model, rule, coupling, courses);

    /// <summary>Where the crossing is left, as a part of the step.</summary>
    public static Symbol Found { get; } = new(SymbolKind.Work, "crossing", Dimension.None);

    /// <summary>The part of the charge that is the cell's own course: what a spikelet adds to it, only partners see.</summary>
    public static Symbol Moved { get; } = new(SymbolKind.Work, "moved", Dimension.None);

    /// <summary>Whether partners see more than the cell's own course.</summary>
    /// <param name="rule">The spike.</param>
    public static bool HasSpikelet(SpikeRule? rule) => rule?.Spikelet is not null || rule?.SpikeletShape is not null;

    private bool Charges => _coupling.Resets && _coupling.Couples(_rule.Watched);

    private Symbol Charge => new(SymbolKind.Charge, _rule.Watched.Name, Dimension.None);

    private Expr Threshold => Simplify.Tree(_rule.Threshold);

    private Expr Crossed => 0.5 < (Expr)Crosses;

    private Expr Released => 0.5 < (Expr)Releases;

    private Expr Rest => (1.0 - (Expr)Part) * Symbol.TimeStep;

    /// <summary>The passes that end a step. They read the states of the last stage and write those after the step.</summary>
    public IEnumerable<Pass> Passes()
    {
        foreach (Course c in _courses) yield return new Pass(End(c.State), c.End);
        foreach (Pass p in Locate()) yield return p;
        foreach (Course c in _courses) yield return new Pass(At(c.State), AtRestart(c));
        yield return new Pass([.. _courses.Select(c => new Assignment(From(c.State), AfterReset(c.State)))]);
        foreach (Course c in _courses) yield return new Pass(Middle(c.State), Advance(c, From, Part * (Expr)Symbol.TimeStep, 0.5));
        foreach (Course c in _courses) yield return new Pass(Goal(c.State), Advance(c, Middle, 0.5 * (1.0 + (Expr)Part) * Symbol.TimeStep, 1));
        yield return Settle();
    }

    private IEnumerable<Pass> Locate()
    {
        Course watched = _courses.First(c => c.State == _rule.Watched);
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
        found.AddRange([new(Crosses, Select(crosses, 1.0, 0.0)), new(Symbol.Spike, crosses), new(Part, part), new(Found, part)]);
        yield return new Pass([.. found]);
    }

    private Expr AtRestart(Course c)
    {
        if (c.State == _rule.Watched) return IsHeld(c.State) ? Select(Released, c.Start, Threshold) : Threshold;
        Expr x = Part, y0 = c.Start, y1 = End(c.State), s0 = c.StartSlope, s1 = c.EndSlope;
        return y0 + x * (s0 + x * (3.0 * (y1 - y0) - 2.0 * s0 - s1 + x * (s0 + s1 - 2.0 * (y1 - y0))));
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
    /// From where the cell restarts, over the rest of the step or half of it, with the slope at given values and a time since the step began.
    /// </summary>
    private Expr Advance(Course c, Func<Symbol, Symbol> at, Expr elapsed, double half)
    {
        Expr? Values(Symbol s) => _courses.Any(o => o.State == s) ? (Expr)at(s) : null;
        Expr slope = Simplify.Tree(StageTimes.After(c.Slope, elapsed).Replace(Values));
        Expr rate = Simplify.Tree(StageTimes.After(Derivative.Of(c.Slope, c.State, linearPart: true), elapsed).Replace(Values));
        if (_coupling.Couples(c.State))
        {
            // What the junctions brought in the last stage, had the cell been there. That it is not there they are told with the partners: cells
            // that spike as one must be left alone exactly.
            if (c.JunctionSlope is { } junctions) slope += (Expr)junctions / Symbol.TimeStep;
        }
        Expr span = half * (IsHeld(c.State) ? Max(0.0, Rest - Select(Crossed, Simplify.Tree(_rule.Refractory!.Duration), 0.0)) : Rest);
        Expr from = From(c.State);
        return Simplify.Tree(from + span * ExpRel(rate * span) * (slope + rate * (from - at(c.State))));
    }

    private Pass Settle()
    {
        var settle = new List<Assignment>();
        foreach (Course c in _courses)
        {
            Expr end = IsHeld(c.State) ? Select(0.0 < (Expr)_rule.Refractory!.StepsLeft, c.Start, End(c.State)) : End(c.State);
            settle.Add(new(c.State, Select(Crossed | ((Expr)Part < 1.0), Goal(c.State), end)));
        }
        foreach (var (state, value) in _rule.Notes)
            settle.Add(new(state, Select(Crossed, Simplify.Tree(value.Replace(ValuesAtCrossing)), state)));
        if (_rule.Refractory is { } r)
        {
            Expr inFull = 1 / (Expr)Symbol.FullStep, left = Select(Crossed, Simplify.Tree(r.Duration) - Rest, r.StepsLeft * (Expr)Symbol.FullStep - Symbol.TimeStep);
            settle.Add(new(r.StepsLeft, Select(left * inFull < 1e-9, 0.0, left * inFull)));
        }
        if (Charges)
        {
            Expr moved = ChargeMoved();
            settle.Add(new(Charge, moved + Added()));
            if (HasSpikelet(_rule)) settle.Add(new(Moved, moved));
        }
        return new Pass([.. settle]);
    }

    // By the trapezium rule; where it was seen: on its course beyond the threshold, or still held.
    private Expr ChargeMoved()
    {
        Course c = _courses.First(c => c.State == _rule.Watched);
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
        Expr At(Func<Course, Expr> value) => shape.Replace(s => _courses.FirstOrDefault(c => c.State == s) is { } c ? value(c) : null);
        Expr before = 0.5 * (Expr)Part * Symbol.TimeStep * (At(c => c.Start) + At(c => Restart.At(c.State)));
        return before + 0.5 * Rest * (At(c => From(c.State)) + At(c => Goal(c.State)));
    }

    private bool IsHeld(Symbol state) => _rule.Refractory?.Held.Contains(state) ?? false;

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
internal sealed record Course(Symbol State, Expr Slope, Expr Start, Expr End, Expr StartSlope, Expr EndSlope, Symbol? JunctionSlope);
