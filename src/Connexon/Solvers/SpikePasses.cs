using Connexon.Compilation;

using static Connexon.Functions;

namespace Connexon;

/// <summary>What spikes do to a neuron, as passes that every method shares.</summary>
internal static class SpikePasses
{
    /// <summary>The watched state is at or above its threshold.</summary>
    public static Expr Reached(SpikeRule rule) => (Expr)rule.Watched >= Simplify.Tree(rule.Threshold);

    /// <summary>The condition that a step from one value of the watched state to another spikes.</summary>
    public static Expr Condition(SpikeRule rule, Expr before, Expr after)
    {
        Expr threshold = Simplify.Tree(rule.Threshold);
        return rule.Rising ? (after >= threshold) & (before < threshold) : after >= threshold;
    }

    /// <summary>The reset where a condition holds: a selection, never a subtraction that cancels.</summary>
    public static IEnumerable<Pass> Reset(SpikeRule rule, Expr condition)
    {
        if (rule.Resets.Count > 0)
            yield return new Pass([.. rule.Resets.Select(r => new Assignment(r.State, Select(condition, Simplify.Tree(r.Value), r.State)))]);
    }

    /// <summary>The new value of a state, or the old one while it is held.</summary>
    public static Expr Held(SpikeRule? rule, Symbol state, Expr after) =>
        rule?.Refractory is { } refractory && refractory.Held.Contains(state) ? Select(0.0 < (Expr)refractory.StepsLeft, state, after) : after;

    /// <summary>What is noted at a spike, and the count of refractory steps.</summary>
    /// <param name="rule">The spike.</param>
    /// <param name="countsThisStep">True if the step that spikes is the first of the refractory time.</param>
    public static IEnumerable<Pass> Note(SpikeRule rule, bool countsThisStep)
    {
        Expr spiked = Reached(rule);
        var notes = rule.Notes.Select(n => new Assignment(n.State, Select(spiked, Simplify.Tree(n.Value), n.State))).ToList();
        if (rule.Refractory is { } refractory)
        {
            // Whole steps, computed once: a duration that is a multiple of dt but for rounding counts as that multiple.
            Expr steps = Simplify.Tree(Ceiling(refractory.Duration / Symbol.TimeStep - 1e-6) - (countsThisStep ? 1.0 : 0.0));
            notes.Add(new Assignment(refractory.StepsLeft, Select(spiked, steps, Max(0.0, (Expr)refractory.StepsLeft - 1.0))));
        }
        if (notes.Count > 0) yield return new Pass([.. notes]);
    }
}
