using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Whether cells that are reset run away to their threshold: their equation is not linear in the watched state, and somewhere between reset and threshold
/// it grows within a step by more than itself.
/// </summary>
internal static class Upswing
{
    private const double Fastest = 1; // dt times the slope of the equation in the state
    private const int Samples = 64;

    public static bool RunsAway(GroupPlan group, double dt)
    {
        if (group.Model.Spike is not { Rising: false } rule || group.Model.Find(rule.Watched.Name)?.Slope is not { } slope) return false;
        Expr rate = Simplify.Tree(Derivative.Of(slope, rule.Watched));
        if (!rate.Mentions(s => s == rule.Watched)) return false;
        Expr? reset = rule.Resets.Where(r => r.State == rule.Watched).Select(r => r.Value).FirstOrDefault();
        // What depends on more than parameters may be as fast as it likes.
        if (reset is null || rate.Mentions(s => s != rule.Watched && !s.IsConstant) || (reset - rule.Threshold).Mentions(s => !s.IsConstant)) return true;
        return Enumerable.Range(0, Samples + 1).Any(k =>
        {
            Expr at = reset + k / (double)Samples * (rule.Threshold - reset), there = rate.Replace(s => s == rule.Watched ? at : null);
            return group.Populations.Any(p => Interpreter.Evaluate(there, p.Size, s => p.Model.ParameterValues(s, p.Size)).Any(r => !(r * dt <= Fastest)));
        });
    }
}
