using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Whether cells that are reset run away to their threshold: their equation is not linear in the watched state, and somewhere between reset
/// and threshold it grows within a step by more than itself.
/// </summary>
internal static class Upswing
{
    private const double Fastest = 1; // dt times the slope of the equation in the state
    private const int Samples = 64;

    /// <summary>True for an equation that is not linear in the watched state, of a cell that is reset.</summary>
    public static bool Of(Model model) => Rate(model) is not null;

    /// <summary>True if the step cannot follow it.</summary>
    /// <param name="group">The cells.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="dt">The step, in ms.</param>
    public static bool RunsAway(GroupLayout group, ParameterValues numbers, double dt)
    {
        if (Rate(group.Model) is not { } rate) return false;
        SpikeRule rule = group.Model.Spike!;
        Expr? reset = rule.Resets.Where(r => r.State == rule.Watched).Select(r => r.Value).FirstOrDefault();
        // What depends on more than parameters may be as fast as it likes.
        if (reset is null || rate.Mentions(s => s != rule.Watched && !s.IsConstant)) return true;
        if (!Simplify.IsConstant(reset) || !Simplify.IsConstant(rule.Threshold)) return true;
        if (new[] { rate, reset, rule.Threshold }.Any(e =>
            e.Mentions(s => s.Kind == SymbolKind.Parameter && numbers.MayChange(group, s)))) return true;
        return Enumerable.Range(0, Samples + 1).Any(k =>
        {
            Expr at = reset + k / (double)Samples * (rule.Threshold - reset), there = rate.Replace(s => s == rule.Watched ? at : null);
            return group.Populations.Any(p => Enumerable.Range(0, numbers.Batch).Any(b =>
                Interpreter.Evaluate(there, p.Size, s => numbers.OfBatch(p, s, b)).Any(r => !(r * dt <= Fastest))));
        });
    }

    private static Expr? Rate(Model model) =>
        model.Spike is { Rising: false } rule && model.Find(rule.Watched.Name)?.Slope is { } slope
        && Simplify.Tree(Derivative.Of(slope, rule.Watched)) is var rate && rate.Mentions(s => s == rule.Watched) ? rate : null;
}
