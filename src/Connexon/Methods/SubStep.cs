using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The course of a cell by itself through a step of the network (<see cref="SubSteps"/>): classical Runge-Kutta steps in the time, or,
/// where it rises faster than the network's step or reaches the threshold, in the distance from that, which lands on it whatever the slope
/// there (Henon 1982, doi:10.1016/0167-2789(82)90034-3). What drive and junctions bring runs in a straight line from the first stage to the
/// last. The junctions are told where the cell was not where they saw it, so that cells that spike as one leave each other alone exactly.
/// </summary>
internal sealed class SubStep(
    Model model, SpikeRule rule, ModelTraits coupling, IReadOnlyList<ImexVariable> moving, ErrorNorm norm, ResetTrace reset,
    IReadOnlyList<MarginPieces> observed)
{
    // The length of a Runge-Kutta step in time constants of the equations. Upwards, where these are shorter than the network's step, it
    // grows with the fifth root of how much: an error of a shorter time is a smaller one.
    private const double Length = 0.2;

    private const double ShortestPart = 1.0 / (1 << 24); // of a step, when it is halved because the threshold was missed

    // A straight line errs by half of what it changes at most. Eight times that counts, because the next spikes magnify what this one gets
    // wrong.
    private const double ErrorOfLine = 8 * 0.5;

    private static readonly Symbol Left = Work("left"), Spiked = Work("spiked"), Part = Work("part"), Arrived = Work("arrived"),
        Area = Work("area"), ShapeArea = Work("shape area");
    private static readonly Symbol Margin = Scratch("margin"), Way = Scratch("way"), Lands = Scratch("lands"), Resets = Scratch("resets");
    private static readonly Symbol Reached = Scratch("reached"), Stops = Scratch("stops"), Passed = Scratch("passed"),
        Moves = Scratch("moves");

    private readonly SubStepStages _stages = new(model, rule, moving);

    /// <summary>What is done, and where it is left.</summary>
    /// <param name="stage">The stage that asks for it.</param>
    /// <param name="halvings">How often the network's step may be halved.</param>
    public SubStepPasses Passes(int stage, int halvings) => new(stage, Begin(), Step(), End(), halvings, Left, Spiked, norm.Result);

    private Expr Held => SpikeCondition.IsHeld(rule);

    // How long the step may be until a refractory time ends.
    private Expr Longest =>
        rule.Refractory is not { } r ? Left : Select(0.0 < (Expr)r.StepsLeft, Min(Left, r.StepsLeft * (Expr)Symbol.FullStep), Left);

    /// <summary>Back to the start of the step; how far the straight lines may be wrong.</summary>
    private IReadOnlyList<Pass> Begin()
    {
        var begin = model.States.Select(s => new Assignment(s.Symbol, ImexVariable.StartOf(s.Symbol))).ToList();
        foreach (Symbol s in new[] { SubStepStages.Elapsed, Arrived, Area, ShapeArea, Spiked }) begin.Add(new(s, 0.0));
        begin.AddRange([new(Left, Symbol.TimeStep), new(Part, 1.0), new(reset.At, 1.0), .. observed.SelectMany(m => m.None)]);
        Expr error = Simplify.Tree(Abs(ErrorOfLine * (Expr)Symbol.TimeStep * _stages.ChangeOfSlope));
        return
        [
            new Pass([.. begin]),
            _stages.Begin(),
            new Pass(new Assignment(norm.Result, Max(norm.Parts(rule.Watched, error, rule.Watched, rule.Watched), LongStepGuard.Always)),
                new Assignment(norm.Error, moving[0].State == rule.Watched ? error / (2 * ErrorOfLine) : 0.0)),
        ];
    }

    /// <summary>One step of its own, or the spike where it stands on the threshold.</summary>
    private IReadOnlyList<Pass> Step()
    {
        List<Pass> passes = [.. _stages.Slopes(1), .. Choose(), _stages.Clocked(1)];
        for (int i = 2; i <= 4; i++) passes.AddRange([.. _stages.Slopes(i), _stages.Clocked(i)]);
        passes.Add(new Pass([.. moving.Select(x => new Assignment(New(x.State), x.State + SubStepStages.Moved(x.State))),
            new(Passed, SubStepStages.Passed)]));
        passes.Add(new Pass(Moves, Select(Stands(), 1.0, 0.0)));
        passes.Add(new Pass([new(Reached, SubStepStages.Elapsed), .. observed.Select(m => new Assignment(Slope(m), _stages.SlopeOf(m)))]));
        passes.Add(Commit());
        Expr step = Symbol.TimeStep, passed = SubStepStages.Elapsed - (Expr)Reached;
        foreach (MarginPieces m in observed)
            passes.Add(m.Next(Reached / step, SubStepStages.Elapsed / step, m.Margin(s => s, SubStepStages.Elapsed), passed * Slope(m)));
        return passes;
    }

    /// <summary>What the junctions are told.</summary>
    private IReadOnlyList<Pass> End()
    {
        if (!coupling.Resets) return [.. observed.SelectMany(m => m.Notes())];
        if (coupling.Of(rule.Watched) is not { } coupled) return [];
        ImexVariable seen = moving.First(x => x.State == rule.Watched);
        Expr moved = Area - (Expr)Symbol.TimeStep * Select(Held, seen.Start, seen.Mean);
        Expr added = rule.Spikelet is { } spikelet ? Select(0.5 < (Expr)Spiked, Simplify.Tree(spikelet), 0.0) : 0.0;
        if (rule.SpikeletShape is not null) added += (Expr)ShapeArea;
        var told = new List<Assignment> { new(coupled.Charge, Simplify.Tree(moved + added)) };
        if (rule.HasSpikelet) told.Add(new(reset.Moved, moved));
        return [new Pass([.. told])];
    }

    /// <summary>An array of the cell's own steps.</summary>
    public static Symbol Work(string name) => new(SymbolKind.Work, $"own {name}", Dimension.None);

    /// <summary>A value within one of them.</summary>
    public static Symbol Scratch(string name) => new(SymbolKind.Scratch, $"own {name}", Dimension.None);

    // How long the step is, and by what it goes; or that none is taken.
    private IEnumerable<Pass> Choose()
    {
        Expr margin = MarginAt(x => x.State, SubStepStages.Elapsed), reached = !Held & (!(margin < 0.0) | (0.5 < (Expr)Arrived));
        Expr rate = _stages.Rate, own = Length / rate,
            growth = Select(0.0 < _stages.Growth, Pow(Max(1.0, rate * (Expr)Symbol.TimeStep), 0.2), 1.0);
        yield return new Pass(
            new Assignment(Margin, margin),
            new(Resets, Select(reached & ((Expr)Spiked < 0.5), 1.0, 0.0)),
            new(Stops, Select(reached & (0.5 < (Expr)Spiked), 1.0, 0.0)),
            new(SubStepStages.Span, Min(Longest, own) * Part),
            new(SubStepStages.ByMargin, Select(own < Longest, growth, 0.0)));
        Expr way = _stages.Approach * SubStepStages.Span * Max(1.0, SubStepStages.ByMargin);
        Expr rises = !Held & ((Expr)Margin < 0.0) & (0.0 < _stages.Approach), lands = rises & (-(Expr)Margin <= way);
        yield return new Pass(
            new Assignment(Lands, Select(lands, 1.0, 0.0)),
            new(Way, Select(lands, -(Expr)Margin, way)),
            new(SubStepStages.ByMargin, Select(lands | (rises & (0.5 < (Expr)SubStepStages.ByMargin)), 1.0, 0.0)));
        yield return new Pass(SubStepStages.Span, Select(0.5 < (Expr)SubStepStages.ByMargin, Way, SubStepStages.Span));
    }

    // A step that goes beyond the network's, or over the threshold without landing on it, is taken again in half.
    private Expr Stands()
    {
        Expr within = (Expr)Passed <= (1 + 1e-12) * Longest, below = Held | (MarginAt(x => New(x.State), After) < 0.0);
        Expr right = ((Expr)SubStepStages.ByMargin < 0.5 | within) & (below | (0.5 < (Expr)Lands));
        return ((Expr)Resets < 0.5) & ((Expr)Stops < 0.5) & (right | ((Expr)Part < ShortestPart));
    }

    private Pass Commit()
    {
        Expr resets = 0.5 < (Expr)Resets, stops = 0.5 < (Expr)Stops, moves = 0.5 < (Expr)Moves, lands = 0.5 < (Expr)Lands;
        Expr passed = Select(stops, Left, Select(moves, Passed, 0.0)), rest = (Expr)Left - passed;
        Expr Gained(Expr e) => Select(stops, e * Left, Select(moves, _stages.Integral(e), 0.0));
        var commit = model.States.Select(s =>
            new Assignment(s.Symbol, Select(resets, AfterSpike(s.Symbol), Select(moves, Next(s), s.Symbol)))).ToList();
        commit.AddRange(
        [
            new(SubStepStages.Elapsed, SubStepStages.Elapsed + passed),
            new(Left, Select(rest < 1e-12 * (Expr)Symbol.TimeStep, 0.0, rest)),
            new(Arrived, Select(moves & lands, 1.0, 0.0)),
            new(Part, Select(moves, Min(1.0, 2.0 * (Expr)Part), Select(resets, 1.0, 0.5 * (Expr)Part))),
            new(Area, Area + Gained(rule.Watched)),
            new(Spiked, Select(resets, 1.0, Spiked)),
            new(reset.At, Select(resets, SubStepStages.Elapsed / (Expr)Symbol.TimeStep, reset.At)),
            // A second spike within the step is that of the next.
            new(norm.Result, Select(stops, Max(norm.Result, 2.0), norm.Result)),
        ]);
        if (rule.SpikeletShape is { } shape) commit.Add(new(ShapeArea, ShapeArea + Gained(Simplify.Tree(shape))));
        return new Pass([.. commit]);
    }

    private Expr Next(StateVariable s)
    {
        if (rule.Refractory is { } r && s.Symbol == r.StepsLeft)
        {
            Expr left = (Expr)r.StepsLeft - (Expr)Passed / Symbol.FullStep;
            return Select(left < 1e-9, 0.0, left);
        }
        if (s.Slope is null) return s.Symbol;
        // Exactly on the threshold, if the step lands there.
        return s.Symbol == rule.Watched ? New(s.Symbol) - Select(0.5 < (Expr)Lands, MarginAt(x => New(x.State), After), 0.0)
            : New(s.Symbol);
    }

    private Expr AfterSpike(Symbol state)
    {
        if (state == rule.Refractory?.StepsLeft) return Simplify.Tree(rule.Refractory.Duration / Symbol.FullStep);
        foreach (var (changed, value) in rule.Notes.Concat(rule.Resets))
            if (changed == state) return Simplify.Tree(value.Replace(s => s == Symbol.Time ? (Expr)s + SubStepStages.Elapsed : null));
        return state;
    }

    private static Expr After => SubStepStages.Elapsed + (Expr)Passed;

    private Expr MarginAt(Func<ImexVariable, Expr> value, Expr elapsed) => _stages.At(SpikeCondition.Margin(rule), value, elapsed);

    private static Symbol Slope(MarginPieces m) => Scratch($"slope {m.Condition.Flag}");

    private static Symbol New(Symbol s) => Scratch($"{s} new");
}
