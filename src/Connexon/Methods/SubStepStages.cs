using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The four stages of one step of a cell by itself (<see cref="SubStep"/>): where the states stand in each, their slopes, and how fast time
/// passes there: 1 where the step goes by time, 1 over the slope of the margin where it goes by that.
/// </summary>
internal sealed class SubStepStages(Model model, SpikeRule rule, IReadOnlyList<ImexVariable> moving)
{
    /// <summary>The time since the step of the network began.</summary>
    public static Symbol Elapsed { get; } = SubStep.Work("elapsed");

    /// <summary>How long the step is: in ms, or in the unit of the margin.</summary>
    public static Symbol Span { get; } = SubStep.Scratch("span");

    /// <summary>1 or more where the step goes by the margin, else 0.</summary>
    public static Symbol ByMargin { get; } = SubStep.Scratch("by margin");

    /// <summary>How much what comes in changes the slope of the watched state over the step of the network.</summary>
    public Expr ChangeOfSlope =>
        model.Inputs.Select(i => Simplify.Tree(model.InputGain(rule.Watched, i)) * (Expr)Change(Line(i)))
            .Concat(moving.Where(x => x.Coupled is not null
                && x.State == rule.Watched).Select(x => (Expr)Change(Junctions(x)))).Aggregate((Expr)0.0, (a, b) => a + b);

    /// <summary>How fast the equations are, per ms.</summary>
    public Expr Rate => Simplify.Tree(moving.Aggregate((Expr)1e-300, (sum, x) => sum + Abs(Own(x))));

    /// <summary>How fast the watched state grows by itself, per ms.</summary>
    public Expr Growth => Own(moving.First(x => x.State == rule.Watched));

    /// <summary>How fast the margin of another condition grows there.</summary>
    public Expr SlopeOf(MarginPieces other) => other.Slope(s => s, s => K(s, 1), Elapsed, 1.0);

    /// <summary>How fast the margin grows at the start of the step.</summary>
    public Expr Approach => ApproachAt(1);

    /// <summary>What comes in, as a straight line through the first and the last stage of the network's step.</summary>
    public Pass Begin()
    {
        var lines = model.Inputs.Select(i => (Of: Line(i), First: (Expr)SubSteps.Before(i), Last: (Expr)i))
            .Concat(moving.Where(x => x.Coupled is not null).Select(x =>
                (Of: Junctions(x), First: Brought(x, 0), Last: Brought(x, Tableau.Stages - 1))));
        return new Pass([.. lines.SelectMany(l => new Assignment[] { new(l.Of, l.First), new(Change(l.Of), l.Last - l.First) })]);
    }

    /// <summary>Where the states stand in a stage, 1 to 4, and their slopes there.</summary>
    public IEnumerable<Pass> Slopes(int i)
    {
        if (i > 1)
            yield return new Pass([.. moving.Select(x =>
                new Assignment(Y(x.State, i), x.State + Ahead(i) * (Expr)Span * TimePerSpan(i - 1) * K(x.State, i - 1)))]);
        yield return new Pass([.. moving.Select(x => new Assignment(K(x.State, i), Slope(x, i)))]);
    }

    /// <summary>How fast time passes in a stage.</summary>
    public Pass Clocked(int i) => new(TimePerSpan(i), Select(0.5 < (Expr)ByMargin, 1.0 / ApproachAt(i), 1.0));

    /// <summary>How far a state is moved by the step.</summary>
    public static Expr Moved(Symbol state) => Sum(i => K(state, i) * (Expr)TimePerSpan(i));

    /// <summary>How long the step takes.</summary>
    public static Expr Passed => Sum(i => TimePerSpan(i));

    /// <summary>The integral of an expression of states over the step.</summary>
    public Expr Integral(Expr e) =>
        Sum(i => e.Replace(s => moving.FirstOrDefault(x => x.State == s) is { } x ? Value(x, i) : null) * TimePerSpan(i));

    /// <summary>An expression at given states and a time since the step of the network began.</summary>
    public Expr At(Expr e, Func<ImexVariable, Expr> value, Expr elapsed) => Simplify.Tree(
        StageTimes.After(e.Replace(s => moving.FirstOrDefault(x => x.State == s) is { } x ? value(x) : null), elapsed));

    private static Expr Sum(Func<int, Expr> of) => (1 / 6.0) * (Expr)Span * (of(1) + 2.0 * of(2) + 2.0 * of(3) + of(4));

    private Expr Slope(ImexVariable x, int i)
    {
        Expr part = ElapsedAt(i) / (Expr)Symbol.TimeStep;
        Expr OnLine(Symbol line) => line + part * (Expr)Change(line);
        Expr slope = At(x.Equation.Slope!.Replace(s => s.Kind == SymbolKind.Input ? OnLine(Line(s)) : null), i);
        if (x.Coupled is not null) slope += OnLine(Junctions(x));
        return rule.Refractory is { } r && r.Held.Contains(x.State) ? Select(0.0 < (Expr)r.StepsLeft, 0.0, slope) : slope;
    }

    private Expr ApproachAt(int i)
    {
        Expr margin = SpikeCondition.Margin(rule), approach = At(Derivative.Of(margin, Symbol.StageTime), i);
        foreach (ImexVariable x in moving) approach += At(Derivative.Of(margin, x.State), i) * K(x.State, i);
        return Simplify.Tree(approach);
    }

    // What implicit junctions bring in a stage of the network's step, as a part of the slope.
    private static Expr Brought(ImexVariable x, int i) => x.ByJunctions(i) / (Expr)Symbol.TimeStep;

    private Expr Own(ImexVariable x) => At(Derivative.Of(x.Equation.Slope!, x.State), 1);

    private Expr At(Expr e, int i) => At(e, x => Value(x, i), ElapsedAt(i));

    private static Expr Value(ImexVariable x, int i) => i == 1 ? x.State : Y(x.State, i);

    private static Expr ElapsedAt(int i) => i == 1 ? Elapsed : Elapsed + Ahead(i) * (Expr)Span * TimePerSpan(i - 1);

    private static double Ahead(int i) => i == 4 ? 1 : 0.5;

    // What comes in, where the step begins, and by how much that changes over it.
    private static Symbol Line(Symbol input) => SubStep.Work($"{input}");

    private static Symbol Junctions(ImexVariable x) => SubStep.Work($"junctions of {x.State}");

    private static Symbol Change(Symbol line) => SubStep.Work($"{line} change");

    private static Symbol Y(Symbol s, int i) => SubStep.Scratch($"{s} at {i}");

    private static Symbol K(Symbol s, int i) => SubStep.Scratch($"{s} slope {i}");

    private static Symbol TimePerSpan(int i) => SubStep.Scratch($"time per span {i}");
}
