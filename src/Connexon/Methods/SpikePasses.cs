using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What spikes do to a neuron, as passes that methods share: conditions are looked at where a step ends, and those that are met reset the
/// neuron there, in the order in which the model says them.
/// </summary>
/// <param name="rules">The spike conditions of the model.</param>
internal sealed class SpikePasses(IEnumerable<SpikeRule> rules)
{
    private readonly SpikeCondition[] _all = [.. rules.Select((r, k) => new SpikeCondition(r, k))];

    /// <summary>What a step leaves of each condition.</summary>
    public IReadOnlyList<SpikeReport> Reports => [.. _all.Select(c => new SpikeReport(c.Rule, c.Flag, null))];

    /// <summary>Those that are met where their margins rise through 0.</summary>
    public IEnumerable<SpikeCondition> ByMargin => _all.Where(c => c.Rule.Rising && c.GoesByMargin);

    /// <summary>The condition that the neuron was reset in this step; null if its spikes reset nothing.</summary>
    public Expr? HasReset => Resetting.Select(c => c.HasSpiked).Aggregate((Expr?)null, (any, c) => any is null ? c : any | c);

    private IEnumerable<SpikeCondition> Resetting => _all.Where(c => c.Rule.Resets.Count > 0);

    // Met when all others have acted: a reset may lift a state through a threshold.
    private IEnumerable<SpikeCondition> Observing => _all.Skip(1).Where(c => c.Rule.Rising);

    private IEnumerable<SpikeCondition> First => _all.Except(Observing);

    /// <summary>The new value of a state, or the old one while it is held.</summary>
    public Expr Held(Symbol state, Expr after)
    {
        foreach (SpikeCondition c in _all.Where(c => SpikeCondition.Holds(c.Rule, state))) after = Select(c.Refractory!, state, after);
        return after;
    }

    /// <summary>
    /// A value within a step at which slopes are evaluated: not beyond the threshold of a cell that is reset there. The equations do not
    /// hold beyond it, and quadratic or exponential ones grow without bound; other states and junctions would read that.
    /// </summary>
    public Expr WithinThreshold(Symbol state, Expr value)
    {
        foreach (SpikeCondition c in _all.Where(c => !c.Rule.Rising && c.Rule.Watched == state))
            value = Min(value, Simplify.Tree(c.Rule.Threshold));
        return value;
    }

    /// <summary>What must be kept of the start of a step: whether the cell is below a threshold.</summary>
    public IEnumerable<Pass> Begin() =>
        ByMargin.Select(c => new Pass(c.MarginBefore, SpikeCondition.Margin(c.Rule, 0)));

    /// <summary>The pass that ends the step of a state; where that is the watched one it also says whether the neuron spikes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="before">Its value before the step.</param>
    /// <param name="after">Its value after the step, were it not held.</param>
    public Pass Step(Symbol state, Expr before, Expr after)
    {
        Expr value = Held(state, after);
        var step = new Assignment(state, value);
        if (_all.FirstOrDefault() is not { GoesByMargin: false } first || first.Rule.Watched != state) return new Pass(step);
        Expr threshold = Simplify.Tree(first.Rule.Threshold), spikes = value >= threshold;
        if (first.Rule.Rising) spikes = spikes & (before < threshold);
        return new Pass([step, .. first.Report(UnlessHeld(first, spikes))]);
    }

    /// <summary>What spikes do where a step ends: they are noted, counted, and reset the neuron.</summary>
    /// <param name="countsThisStep">True if the step that spikes is the first of the refractory time.</param>
    /// <param name="resets">True if they reset it now, false if at the start of the next step.</param>
    public IEnumerable<Pass> End(bool countsThisStep = false, bool resets = true)
    {
        foreach (SpikeCondition c in First.Where(c => c.GoesByMargin)) yield return Look(c);
        foreach (Pass p in First.SelectMany(c => c.Effects(countsThisStep))) yield return p;
        if (resets)
        {
            foreach (Pass p in Between(1)) yield return p;
            foreach (Pass p in First.Where(c => !c.Rule.Rising).SelectMany(c => c.ResetNow())) yield return p;
        }
        foreach (SpikeCondition c in Observing)
        {
            // Before the step, where resets act, after both.
            Expr now = SpikeCondition.Margin(c.Rule, 1), rises = Rises(c.MarginBefore, Resetting.Any() ? c.MarginAfter : now);
            if (Resetting.Any()) rises |= Rises(c.MarginAfter, now);
            yield return new Pass([.. c.Report(UnlessHeld(c, rises)), .. Resetting.Any() ? Array.Empty<Assignment>()
                : [new(c.MarginAfter, now)]]);
            foreach (Pass p in c.Effects(countsThisStep)) yield return p;
        }
    }

    /// <summary>The resets of spikes in the step before, which are due at the start of this one.</summary>
    public IEnumerable<Pass> BeginLate()
    {
        foreach (SpikeCondition c in Observing) yield return new Pass(c.MarginBefore, SpikeCondition.Margin(c.Rule, 0));
        foreach (Pass p in First.Where(c => !c.Rule.Rising).SelectMany(c => c.ResetLate())) yield return p;
        foreach (Pass p in Between(0)) yield return p;
        foreach (SpikeCondition c in First.Where(c => c.Rule.Rising && c.GoesByMargin))
            yield return new Pass(c.MarginBefore, SpikeCondition.Margin(c.Rule, 0));
    }

    private IEnumerable<Pass> Between(double part) =>
        Resetting.Any() ? Observing.Select(c => new Pass(c.MarginAfter, SpikeCondition.Margin(c.Rule, part))) : [];

    // Where the threshold stands is known once all states do.
    private Pass Look(SpikeCondition c)
    {
        Expr margin = SpikeCondition.Margin(c.Rule, 1), spikes = margin >= 0.0;
        if (c.Rule.Rising) spikes = spikes & ((Expr)c.MarginBefore < 0.0);
        return new Pass([.. c.Report(UnlessHeld(c, spikes)), .. c.Rule.Rising ? [new Assignment(c.MarginAfter, margin)]
            : Array.Empty<Assignment>()]);
    }

    // A held cell may stand above its threshold; that is no spike.
    private Expr UnlessHeld(SpikeCondition c, Expr spikes)
    {
        foreach (SpikeCondition holds in _all.Where(h => SpikeCondition.Holds(h.Rule, c.Rule.Watched)))
            spikes = spikes & !holds.Refractory!;
        return spikes;
    }

    private static Expr Rises(Expr before, Expr after) => (before < 0.0) & (0.0 <= after);
}
