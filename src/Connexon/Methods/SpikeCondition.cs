using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>One spike condition of a model, as passes of a step need it.</summary>
/// <param name="rule">The condition.</param>
/// <param name="number">Which of the model's: the first is reported by the masks of spikes, each other by an array.</param>
internal sealed class SpikeCondition(SpikeRule rule, int number)
{
    private readonly Symbol _spiked = new(SymbolKind.Scratch, Named("spiked", number), Dimension.None);

    /// <summary>The condition.</summary>
    public SpikeRule Rule => rule;

    /// <summary>The array that is 1 where the condition is met in this step, else 0; null for the first, which has masks.</summary>
    public Symbol? Flag { get; } = number == 0 ? null : Of("spike", number);

    /// <summary>How far the watched state was above the threshold, before the step.</summary>
    public Symbol MarginBefore { get; } = Of("margin before", number);

    /// <summary>The same after it.</summary>
    public Symbol MarginAfter { get; } = Of("margin after", number);

    /// <summary>
    /// True if the threshold is known once all states are: it moves; and where several conditions are looked at together.
    /// </summary>
    public bool GoesByMargin => number > 0 || rule.Moves;

    /// <summary>True where the condition is met in this step: for the passes that follow in the step.</summary>
    public Expr HasSpiked => 0.0 < (Expr)_spiked;

    /// <summary>True while its refractory time lasts; null for a condition without.</summary>
    public Expr? Refractory => rule.Refractory is { } r ? 0.0 < (Expr)r.StepsLeft : null;

    /// <summary>How far the watched state is above its threshold, at the time of a stage.</summary>
    public static Expr Margin(SpikeRule rule) =>
        Simplify.Tree(rule.Watched - rule.Threshold.Replace(s => s == Symbol.Time ? (Expr)Symbol.StageTime : null));

    /// <summary>The same at a part of the step, 0 to 1.</summary>
    public static Expr Margin(SpikeRule rule, double part) => Simplify.Tree(StageTimes.AtPart(Margin(rule), part));

    /// <summary>The condition that the watched state is held by its own refractory time.</summary>
    public static Expr IsHeld(SpikeRule rule) => Holds(rule, rule.Watched) ? 0.0 < (Expr)rule.Refractory!.StepsLeft : 1.0 < (Expr)0.0;

    /// <summary>Whether a state is held after a spike.</summary>
    public static bool Holds(SpikeRule rule, Symbol state) => rule.Refractory is { } r && r.Held.Contains(state);

    /// <summary>Another array of it.</summary>
    public Symbol Work(string what) => Of(what, number);

    /// <summary>Says that the condition is met.</summary>
    /// <param name="spikes">Where.</param>
    public IEnumerable<Assignment> Report(Expr spikes)
    {
        yield return Flag is { } flag ? new Assignment(flag, Select(spikes, 1.0, 0.0)) : new Assignment(Symbol.Spike, spikes);
        if (rule.HasEffects) yield return new Assignment(_spiked, Select(spikes, 1.0, 0.0));
    }

    /// <summary>What is noted where it is met, and the count of refractory steps; after the passes that end the step.</summary>
    /// <param name="countsThisStep">True if the step that spikes is the first of the refractory time.</param>
    public IEnumerable<Pass> Effects(bool countsThisStep)
    {
        var notes = rule.Notes.Select(n => new Assignment(n.State, Select(HasSpiked, Simplify.Tree(n.Value), n.State))).ToList();
        if (rule.Refractory is { } r)
            notes.Add(new Assignment(r.StepsLeft, Select(HasSpiked, Steps(r, countsThisStep), Max(0.0, (Expr)r.StepsLeft - 1.0))));
        if (notes.Count > 0) yield return new Pass([.. notes]);
    }

    /// <summary>The reset at the end of the step that spikes.</summary>
    public IEnumerable<Pass> ResetNow() => Reset(HasSpiked);

    /// <summary>
    /// The reset at the start of the step after the one that spiked: where the watched state stands at or above its threshold, unless that
    /// is because it has been held there. Its refractory time then has its full length before it, or is none.
    /// </summary>
    public IEnumerable<Pass> ResetLate()
    {
        Expr reached = (Expr)rule.Watched >= Simplify.Tree(rule.Threshold);
        return Reset(rule.Refractory is { } r ? reached & ((Expr)r.StepsLeft >= Steps(r, countsThisStep: true)) : reached);
    }

    // A selection, never a subtraction that cancels.
    private IEnumerable<Pass> Reset(Expr condition)
    {
        if (rule.Resets.Count > 0)
            yield return new Pass([.. rule.Resets.Select(r =>
                new Assignment(r.State, Select(condition, Simplify.Tree(r.Value), r.State)))]);
    }

    /// <summary>Whole steps, computed once: a duration that is a multiple of dt but for rounding counts as that multiple.</summary>
    private static Expr Steps(Refractory r, bool countsThisStep) =>
        Simplify.Tree(Ceiling(r.Duration / Symbol.TimeStep - 1e-6) - (countsThisStep ? 1.0 : 0.0));

    private static Symbol Of(string what, int number) => new(SymbolKind.Work, Named(what, number), Dimension.None);

    private static string Named(string what, int number) => number == 0 ? what : $"{what} {number + 1}";
}
