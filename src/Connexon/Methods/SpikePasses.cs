using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>What spikes do to a neuron, as passes that every method shares.</summary>
internal static class SpikePasses
{
    /// <summary>1 where the neuron spiked in this step, else 0: for the passes that follow in the step.</summary>
    private static readonly Symbol Spiked = new(SymbolKind.Scratch, "spiked", Dimension.None);

    /// <summary>How far the watched state was above a threshold that moves, before the step.</summary>
    public static Symbol MarginBefore { get; } = new(SymbolKind.Work, "margin before", Dimension.None);

    /// <summary>The same after it.</summary>
    public static Symbol MarginAfter { get; } = new(SymbolKind.Work, "margin after", Dimension.None);

    /// <summary>True if the threshold is more than a combination of parameters: it moves with states or time.</summary>
    public static bool Moves(SpikeRule rule) => rule.Threshold.Mentions(s => !s.IsConstant);

    /// <summary>How far the watched state is above its threshold, at the time of a stage.</summary>
    public static Expr Margin(SpikeRule rule) =>
        Simplify.Tree(rule.Watched - rule.Threshold.Replace(s => s == Symbol.Time ? (Expr)Symbol.StageTime : null));

    /// <summary>The same at a part of the step, 0 to 1.</summary>
    public static Expr Margin(SpikeRule rule, double part) => Simplify.Tree(StageTimes.AtPart(Margin(rule), part));

    /// <summary>The condition that the watched state is held.</summary>
    public static Expr IsHeld(SpikeRule rule) => rule.Refractory is { } r && r.Held.Contains(rule.Watched) ? IsHeld(r) : 1.0 < (Expr)0.0;

    /// <summary>The new value of a state, or the old one while it is held.</summary>
    public static Expr Held(SpikeRule? rule, Symbol state, Expr after) =>
        rule?.Refractory is { } refractory && refractory.Held.Contains(state) ? Select(IsHeld(refractory), state, after) : after;

    /// <summary>
    /// A value within a step at which slopes are evaluated: not beyond the threshold of a cell that is reset there. The equations do not
    /// hold beyond it, and quadratic or exponential ones grow without bound; other states and junctions would read that.
    /// </summary>
    public static Expr WithinThreshold(SpikeRule? rule, Symbol state, Expr value) =>
        rule is { Rising: false } && rule.Watched == state ? Min(value, Simplify.Tree(rule.Threshold)) : value;

    /// <summary>What must be kept of the start of a step: whether the cell is below a threshold that moves.</summary>
    public static IEnumerable<Pass> Begin(SpikeRule? rule)
    {
        if (rule is { Rising: true } && Moves(rule)) yield return new Pass(MarginBefore, Margin(rule, 0));
    }

    /// <summary>The pass that ends the step of a state; where that is the watched one it also says whether the neuron spikes.</summary>
    /// <param name="rule">The spike; null for a model without.</param>
    /// <param name="state">The state.</param>
    /// <param name="before">Its value before the step.</param>
    /// <param name="after">Its value after the step, were it not held.</param>
    public static Pass Step(SpikeRule? rule, Symbol state, Expr before, Expr after)
    {
        Expr value = Held(rule, state, after);
        var step = new Assignment(state, value);
        if (rule is null || rule.Watched != state || Moves(rule)) return new Pass(step);
        Expr threshold = Simplify.Tree(rule.Threshold), spikes = value >= threshold;
        if (rule.Rising) spikes = spikes & (before < threshold);
        return new Pass([step, .. Report(rule, spikes)]);
    }

    /// <summary>What is noted at a spike, and the count of refractory steps; after the passes that end the step.</summary>
    /// <param name="rule">The spike.</param>
    /// <param name="countsThisStep">True if the step that spikes is the first of the refractory time.</param>
    public static IEnumerable<Pass> Note(SpikeRule rule, bool countsThisStep)
    {
        if (Moves(rule))
        {
            // Where the threshold stands is known once all states do.
            Expr margin = Margin(rule, 1), spikes = margin >= 0.0;
            if (rule.Rising) spikes = spikes & ((Expr)MarginBefore < 0.0);
            yield return new Pass([.. Report(rule, spikes), .. rule.Rising ? [new Assignment(MarginAfter, margin)] : Array.Empty<Assignment>()]);
        }
        Expr spiked = 0.0 < (Expr)Spiked;
        var notes = rule.Notes.Select(n => new Assignment(n.State, Select(spiked, Simplify.Tree(n.Value), n.State))).ToList();
        if (rule.Refractory is { } r)
            notes.Add(new Assignment(r.StepsLeft, Select(spiked, Steps(r, countsThisStep), Max(0.0, (Expr)r.StepsLeft - 1.0))));
        if (notes.Count > 0) yield return new Pass([.. notes]);
    }

    // A held cell may stand above its threshold; that is no spike.
    private static IEnumerable<Assignment> Report(SpikeRule rule, Expr spikes)
    {
        if (rule.Refractory is { } refractory && refractory.Held.Contains(rule.Watched)) spikes = spikes & !IsHeld(refractory);
        yield return new Assignment(Symbol.Spike, spikes);
        if (HasEffects(rule)) yield return new Assignment(Spiked, Select(spikes, 1.0, 0.0));
    }

    /// <summary>The reset at the end of the step that spikes.</summary>
    public static IEnumerable<Pass> ResetNow(SpikeRule rule) => Reset(rule, 0.0 < (Expr)Spiked);

    /// <summary>The condition that the neuron was reset in this step; null if its spikes reset nothing.</summary>
    public static Expr? Resets(SpikeRule rule) => rule.Resets.Count > 0 ? 0.0 < (Expr)Spiked : null;

    /// <summary>
    /// The reset at the start of the step after the one that spiked: where the watched state stands at or above its threshold, unless that
    /// is because it has been held there. Its refractory time then has its full length before it, or is none.
    /// </summary>
    public static IEnumerable<Pass> ResetLate(SpikeRule rule)
    {
        Expr reached = (Expr)rule.Watched >= Simplify.Tree(rule.Threshold);
        return Reset(rule, rule.Refractory is { } r ? reached & ((Expr)r.StepsLeft >= Steps(r, countsThisStep: true)) : reached);
    }

    // A selection, never a subtraction that cancels.
    private static IEnumerable<Pass> Reset(SpikeRule rule, Expr condition)
    {
        if (rule.Resets.Count > 0)
            yield return new Pass([.. rule.Resets.Select(r => new Assignment(r.State, Select(condition, Simplify.Tree(r.Value), r.State)))]);
    }

    private static Expr IsHeld(Refractory r) => 0.0 < (Expr)r.StepsLeft;

    /// <summary>Whole steps, computed once: a duration that is a multiple of dt but for rounding counts as that multiple.</summary>
    private static Expr Steps(Refractory r, bool countsThisStep) =>
        Simplify.Tree(Ceiling(r.Duration / Symbol.TimeStep - 1e-6) - (countsThisStep ? 1.0 : 0.0));

    /// <summary>True if a spike changes something of its cell.</summary>
    public static bool HasEffects(SpikeRule rule) => rule.Notes.Count > 0 || rule.Resets.Count > 0 || rule.Refractory is not null;
}
