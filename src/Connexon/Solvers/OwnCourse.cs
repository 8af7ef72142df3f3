using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The course of a cell by itself through a step of the network (<see cref="OwnSteps"/>): classical Runge-Kutta steps in the time, or, where one would
/// reach the threshold, in the distance from it, which lands on the threshold whatever the slope there (Henon 1982,
/// doi:10.1016/0167-2789(82)90034-3). What drive and junctions bring runs in a straight line from the first stage to the last; where the cell was not
/// where the junctions saw it, they are told, so that cells that spike as one leave each other alone exactly.
/// </summary>
internal sealed class OwnCourse
{
    // The length of a Runge-Kutta step in time constants of the equations. Upwards, where these are shorter than the network's step, it grows with the
    // fifth root of how much: an error of a shorter time is a smaller one.
    private const double Length = 0.2;

    private const double ShortestPart = 1.0 / (1 << 24); // of a step, when it is halved because the threshold was missed

    private readonly Model _model;
    private readonly SpikeRule _rule;
    private readonly CouplingPlan _coupling;
    private readonly IReadOnlyList<ImexVariable> _moving;
    private readonly StepStrain _strain;

    public OwnCourse(Model model, SpikeRule rule, CouplingPlan coupling, IReadOnlyList<ImexVariable> moving, StepStrain strain) =>
        (_model, _rule, _coupling, _moving, _strain) = (model, rule, coupling, moving, strain);

    /// <summary>How much of the step is left, in ms.</summary>
    public static Symbol Left { get; } = Work("left");

    /// <summary>1 if the cell has spiked in the step.</summary>
    public static Symbol Spiked { get; } = Work("spiked");

    private static readonly Symbol Elapsed = Work("elapsed"), Part = Work("part"), Arrived = Work("arrived"), Area = Work("area"), ShapeArea = Work("shape area");
    private static readonly Symbol Input = Work("input"), InputChange = Work("input change"), Junctions = Work("junctions"), JunctionsChange = Work("junctions change");
    private static readonly Symbol Margin = Scratch("margin"), ByMargin = Scratch("by margin"), Lands = Scratch("lands"), Resets = Scratch("resets"), Stops = Scratch("stops");
    private static readonly Symbol Span = Scratch("span"), Way = Scratch("way"), Passed = Scratch("passed"), Moves = Scratch("moves");

    private ImexVariable? Coupled => _moving.FirstOrDefault(x => x.State == _coupling.State);

    private Expr Gain(Symbol state) => Simplify.Tree(_model.InputGain(state));

    private Expr Held => SpikePasses.IsHeld(_rule);

    private Expr HeldFor => _rule.Refractory is { } r ? Select(0.0 < (Expr)r.StepsLeft, r.StepsLeft * (Expr)Symbol.FullStep, Symbol.TimeStep) : Symbol.TimeStep;

    /// <summary>Back to the start of the step; how far the straight lines may be wrong.</summary>
    public IReadOnlyList<Pass> Begin()
    {
        var begin = _model.States.Select(s => new Assignment(s.Symbol, ImexVariable.StartOf(s.Symbol))).ToList();
        foreach (Symbol s in new[] { Elapsed, Arrived, Area, ShapeArea, Spiked }) begin.Add(new(s, 0.0));
        begin.AddRange([new(Left, Symbol.TimeStep), new(Part, 1.0), new(Restart.Found, 1.0)]);
        Expr before = OwnSteps.InputBefore, after = _model.Input is { } input ? input : 0.0;
        Expr brought = Brought(0), broughtAfter = Brought(Tableau.Stages - 1);
        begin.AddRange([new(Input, before), new(InputChange, after - before), new(Junctions, brought), new(JunctionsChange, broughtAfter - brought)]);
        Expr change = Gain(_rule.Watched) * (Expr)InputChange + (_coupling.State == _rule.Watched ? (Expr)JunctionsChange : 0.0);
        Expr error = Simplify.Tree(Abs(4.0 * (Expr)Symbol.TimeStep * change));
        return
        [
            new Pass([.. begin]),
            new Pass(new Assignment(StepStrain.Result, Max(_strain.Parts(_rule.Watched, error, _rule.Watched, _rule.Watched), StrideGuard.Always)),
                new Assignment(StepStrain.Error, _moving[0].State == _rule.Watched ? error : 0.0)),
        ];
    }

    /// <summary>One step of its own, or the spike where it stands on the threshold.</summary>
    public IReadOnlyList<Pass> Step()
    {
        var passes = new List<Pass>();
        for (int i = 1; i <= 4; i++) passes.AddRange(Slopes(i));
        Expr distance = (1 / 6.0) * (Expr)Span;
        Expr Moved(Func<int, Expr> slope) => distance * (slope(1) + 2.0 * slope(2) + 2.0 * slope(3) + slope(4));
        passes.Add(new Pass([.. _moving.Select(x => new Assignment(New(x.State), x.State + Moved(i => K(x.State, i) * (Expr)Pace(i)))),
            new(Passed, Moved(i => Pace(i)))]));
        Expr within = (Expr)Passed <= (1 + 1e-12) * Min(Left, HeldFor), below = Held | (At(SpikePasses.Margin(_rule), x => New(x.State), Elapsed + (Expr)Passed) < 0.0);
        Expr lands = 0.5 < (Expr)Lands, byMargin = 0.5 < (Expr)ByMargin, stands = (0.5 < (Expr)Resets) | (0.5 < (Expr)Stops);
        passes.Add(new Pass(Moves, Select(!stands & ((byMargin & within & (lands | below)) | (!byMargin & below) | ((Expr)Part < ShortestPart)), 1.0, 0.0)));
        passes.Add(Commit(Moved, lands));
        return passes;
    }

    /// <summary>What the junctions are told.</summary>
    public IReadOnlyList<Pass> End()
    {
        if (!_coupling.Resets || _coupling.State != _rule.Watched) return [];
        Expr moved = Area - (Expr)Symbol.TimeStep * Select(Held, Coupled!.Start, Coupled.Mean);
        Expr added = _rule.Spikelet is { } spikelet ? Select(0.5 < (Expr)Spiked, Simplify.Tree(spikelet), 0.0) : 0.0;
        if (_rule.SpikeletShape is not null) added += (Expr)ShapeArea;
        var told = new List<Assignment> { new(new Symbol(SymbolKind.Charge, _rule.Watched.Name, Dimension.None), Simplify.Tree(moved + added)) };
        if (Restart.HasSpikelet(_rule)) told.Add(new(Restart.Moved, moved));
        return [new Pass([.. told])];
    }

    // What implicit junctions bring in stage i, as a part of the slope.
    private Expr Brought(int i) => Coupled is { Coupled: true } x ? x.ByJunctions(i) / (Expr)Symbol.TimeStep : 0.0;

    // The slopes at stage i, and how fast time passes there: 1, or per change of the margin.
    private IEnumerable<Pass> Slopes(int i)
    {
        double ahead = i switch { 1 => 0, 4 => 1, _ => 0.5 };
        Expr elapsed = i == 1 ? Elapsed : Elapsed + ahead * (Expr)Span * Pace(i - 1);
        Expr Value(ImexVariable x) => i == 1 ? x.State : Y(x.State, i);
        if (i > 1) yield return new Pass([.. _moving.Select(x => new Assignment(Y(x.State, i), x.State + ahead * (Expr)Span * Pace(i - 1) * K(x.State, i - 1)))]);
        yield return new Pass([.. _moving.Select(x => new Assignment(K(x.State, i), Slope(x, Value, elapsed)))]);
        Expr approach = Approach(Value, elapsed, i);
        if (i == 1)
        {
            Expr margin = At(SpikePasses.Margin(_rule), Value, elapsed), can = !Held & (!(margin < 0.0) | (0.5 < (Expr)Arrived)), longest = Min(Left, HeldFor);
            Expr rate = Rate(), own = Length / rate;
            yield return new Pass(new Assignment(Margin, margin), new(Resets, Select(can & ((Expr)Spiked < 0.5), 1.0, 0.0)), new(Stops, Select(can & (0.5 < (Expr)Spiked), 1.0, 0.0)),
                new(Span, Min(longest, own) * Part), new(ByMargin, Select(own < longest, Select(0.0 < Own(_moving.First(x => x.State == _rule.Watched)), Pow(Max(1.0, rate * (Expr)Symbol.TimeStep), 0.2), 1.0), 0.0)));
            Expr way = approach * Span * Max(1.0, ByMargin), reaches = -(Expr)Margin <= way, upwards = !Held & ((Expr)Margin < 0.0) & (0.0 < approach);
            // Where the cell would be there within the step, or rises faster than the network's step: by the way, not by the time.
            yield return new Pass(new Assignment(Lands, Select(upwards & reaches, 1.0, 0.0)), new(ByMargin, Select(upwards & (reaches | (0.5 < (Expr)ByMargin)), 1.0, 0.0)),
                new(Way, Select(upwards & reaches, -(Expr)Margin, way)));
            yield return new Pass(Span, Select(0.5 < (Expr)ByMargin, Way, Span));
        }
        yield return new Pass(Pace(i), Select(0.5 < (Expr)ByMargin, 1.0 / approach, 1.0));
    }

    private Pass Commit(Func<Func<int, Expr>, Expr> moved, Expr lands)
    {
        Expr resets = 0.5 < (Expr)Resets, stops = 0.5 < (Expr)Stops, moves = 0.5 < (Expr)Moves;
        Expr After(Expr e) => Simplify.Tree(e.Replace(s => s == Symbol.Time ? (Expr)s + Elapsed : null));
        var commit = new List<Assignment>();
        foreach (StateVariable s in _model.States)
        {
            Expr now = s.Symbol, next = s.Slope is null ? now : New(s.Symbol);
            // Exactly on the threshold: the spike follows, at whatever slope.
            if (s.Symbol == _rule.Watched) next = Select(lands, next - At(SpikePasses.Margin(_rule), x => New(x.State), Elapsed + (Expr)Passed), next);
            if (_rule.Refractory is { } r && s.Symbol == r.StepsLeft)
            {
                Expr left = now - (Expr)Passed / Symbol.FullStep;
                next = Select(left < 1e-9, 0.0, left);
            }
            Expr after = now;
            foreach (var (state, value) in _rule.Resets.Concat(_rule.Notes))
                if (state == s.Symbol) after = After(value);
            if (_rule.Refractory is { } held && s.Symbol == held.StepsLeft) after = Simplify.Tree(held.Duration / Symbol.FullStep);
            commit.Add(new(s.Symbol, Select(resets, after, Select(moves, next, now))));
        }
        Expr passed = Select(stops, Left, Select(moves, Passed, 0.0)), rest = (Expr)Left - passed;
        Expr Integral(Expr e)
        {
            Expr At(int i) => i == 1 ? e : e.Replace(s => _moving.Any(x => x.State == s) ? (Expr)Y(s, i) : null);
            return Select(stops, e * Left, Select(moves, moved(i => At(i) * Pace(i)), 0.0));
        }
        commit.AddRange(
        [
            new(Elapsed, Elapsed + passed),
            new(Arrived, Select(moves & lands, 1.0, 0.0)),
            new(Left, Select(rest < 1e-12 * (Expr)Symbol.TimeStep, 0.0, rest)),
            new(Part, Select(moves, Min(1.0, 2.0 * (Expr)Part), Select(resets, 1.0, 0.5 * (Expr)Part))),
            new(Area, Area + Integral(_rule.Watched)),
            new(Spiked, Select(resets, 1.0, Spiked)),
            new(Restart.Found, Select(resets, Elapsed / (Expr)Symbol.TimeStep, Restart.Found)),
            // A second spike within the step is that of the next.
            new(StepStrain.Result, Select(stops, Max(StepStrain.Result, 2.0), StepStrain.Result)),
        ]);
        if (_rule.SpikeletShape is { } shape) commit.Add(new(ShapeArea, ShapeArea + Integral(Simplify.Tree(shape))));
        return new Pass([.. commit]);
    }

    private Expr Slope(ImexVariable x, Func<ImexVariable, Expr> value, Expr elapsed)
    {
        Expr part = elapsed / (Expr)Symbol.TimeStep;
        Expr slope = x.Equation.Slope!;
        Expr input = Input + part * InputChange;
        slope = At(slope.Replace(s => s == _model.Input ? input : null), value, elapsed);
        if (x.Coupled) slope += Junctions + part * (Expr)JunctionsChange;
        return _rule.Refractory is { } r && r.Held.Contains(x.State) ? Select(0.0 < (Expr)r.StepsLeft, 0.0, slope) : slope;
    }

    // How fast the margin changes, by the slopes at stage i.
    private Expr Approach(Func<ImexVariable, Expr> value, Expr elapsed, int i)
    {
        Expr margin = SpikePasses.Margin(_rule), approach = At(Derivative.Of(margin, Symbol.StageTime), value, elapsed);
        foreach (ImexVariable x in _moving) approach += At(Derivative.Of(margin, x.State), value, elapsed) * K(x.State, i);
        return Simplify.Tree(approach);
    }

    // How fast the equations are, per ms.
    private Expr Rate()
    {
        Expr rate = 1e-300;
        foreach (ImexVariable x in _moving) rate += Abs(Own(x));
        return Simplify.Tree(rate);
    }

    private Expr Own(ImexVariable x) => At(Derivative.Of(x.Equation.Slope!, x.State), y => y.State, Elapsed);

    private Expr At(Expr e, Func<ImexVariable, Expr> value, Expr elapsed) => Simplify.Tree(StageTimes.After(
        e.Replace(s => _moving.FirstOrDefault(x => x.State == s) is { } x ? value(x) : null), elapsed));

    private static Symbol Y(Symbol s, int i) => Scratch($"{s} at {i}");

    private static Symbol K(Symbol s, int i) => Scratch($"{s} slope {i}");

    private static Symbol New(Symbol s) => Scratch($"{s} new");

    private static Symbol Pace(int i) => Scratch($"pace {i}");

    private static Symbol Work(string name) => new(SymbolKind.Work, $"own {name}", Dimension.None);

    private static Symbol Scratch(string name) => new(SymbolKind.Scratch, $"own {name}", Dimension.None);
}
