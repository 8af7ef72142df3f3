using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// How far a state is above a threshold over a step in which the cell may be reset by another condition: the margin runs to the reset,
/// jumps, and runs on. What is left is the first piece on which it rises through 0, as a cubic.
/// </summary>
/// <param name="condition">The condition; it resets nothing itself.</param>
/// <param name="states">The states of the model.</param>
/// <param name="moving">Those that move.</param>
internal sealed class MarginPieces(SpikeCondition condition, IReadOnlyCollection<Symbol> states, IReadOnlyCollection<Symbol> moving)
{
    private readonly Symbol _from = condition.Work("margin from"), _to = condition.Work("margin to"),
        _last = condition.Work("margin so far");
    private readonly Symbol _start = condition.Work("margin start"), _end = condition.Work("margin end");
    private readonly Symbol _slopeStart = condition.Work("margin slope start"), _slopeEnd = condition.Work("margin slope end");

    /// <summary>The condition.</summary>
    public SpikeCondition Condition => condition;

    /// <summary>The margin on the piece.</summary>
    public Hermite Hermite => new(_start, _end, [_slopeStart], [_slopeEnd]) { Within = (_from, _to) };

    /// <summary>Where the margin has risen through 0.</summary>
    public Expr Crosses => LongStepGuard.Where(IsMet);

    private Expr IsMet => 0.5 < (Expr)condition.Flag!;

    /// <summary>The margin.</summary>
    /// <param name="value">The states.</param>
    /// <param name="elapsed">The time since the step began.</param>
    public Expr Margin(Func<Symbol, Expr> value, Expr elapsed) => At(SpikeCondition.Margin(condition.Rule), value, elapsed);

    /// <summary>How fast it grows.</summary>
    /// <param name="value">The states.</param>
    /// <param name="slope">Their slopes, times a length of time.</param>
    /// <param name="elapsed">The time since the step began.</param>
    /// <param name="length">That length.</param>
    public Expr Slope(Func<Symbol, Expr> value, Func<Symbol, Expr> slope, Expr elapsed, Expr length)
    {
        Expr margin = SpikeCondition.Margin(condition.Rule), sum = length * At(Derivative.Of(margin, Symbol.StageTime), value, elapsed);
        foreach (Symbol s in moving) sum += At(Derivative.Of(margin, s), value, elapsed) * slope(s);
        return Simplify.Tree(sum);
    }

    /// <summary>The first piece, from the start of the step.</summary>
    /// <param name="to">Where it ends, as a part of the step.</param>
    /// <param name="end">The margin there.</param>
    /// <param name="slopeStart">By how much it would change over the piece at its slope at the start.</param>
    /// <param name="slopeEnd">The same at the end.</param>
    public Pass First(Expr to, Expr end, Expr slopeStart, Expr slopeEnd) => new(
        new Assignment(condition.Flag!, Select(Rises(condition.MarginBefore, end), 1.0, 0.0)), new(_from, 0.0), new(_to, to),
        new(_start, condition.MarginBefore), new(_end, end), new(_slopeStart, slopeStart), new(_slopeEnd, slopeEnd), new(_last, end));

    /// <summary>Nothing yet: pieces follow from the start of the step.</summary>
    public Assignment[] None => [new(condition.Flag!, 0.0), new(_last, condition.MarginBefore)];

    /// <summary>The next piece, by a straight line or a parabola.</summary>
    /// <param name="from">Where it begins, as a part of the step.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="end">The margin there.</param>
    /// <param name="slope">By how much it would change over the piece at its slope at the start; null where it jumps.</param>
    public Pass Next(Expr from, Expr to, Expr end, Expr? slope = null)
    {
        Expr take = Rises(_last, end) & !IsMet, change = end - (Expr)_last, first = slope ?? change;
        Assignment Taken(Symbol s, Expr value) => new(s, Select(take, value, s));
        return new Pass(
            Taken(condition.Flag!, 1.0), Taken(_from, from), Taken(_to, to), Taken(_start, _last), Taken(_end, end),
            Taken(_slopeStart, first), Taken(_slopeEnd, 2.0 * change - first), new(_last, end));
    }

    /// <summary>What is noted at the end of the step.</summary>
    public IEnumerable<Pass> Notes()
    {
        if (condition.Rule.Notes.Count > 0)
            yield return new Pass([.. condition.Rule.Notes.Select(n =>
                new Assignment(n.State, Select(IsMet, Simplify.Tree(n.Value), n.State)))]);
    }

    private Expr At(Expr e, Func<Symbol, Expr> value, Expr elapsed) =>
        Simplify.Tree(StageTimes.After(e.Replace(s => states.Contains(s) ? value(s) : null), elapsed));

    private static Expr Rises(Expr before, Expr after) => (before < 0.0) & (0.0 <= after);
}
