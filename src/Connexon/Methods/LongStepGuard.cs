using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What must not happen within a step of several dt, but in one of its own: a spike, a condition that sets something, a switch at a time of
/// the equations (a pulse that begins). Each gives a longer step its length in dt as error norm, and one of dt not too much.
/// </summary>
internal static class LongStepGuard
{
    /// <summary>The norm of a step that holds such a thing: its length in dt.</summary>
    public static Expr Always => (Expr)Symbol.TimeStep / Symbol.FullStep;

    /// <summary>A spike of a cell that is not reset.</summary>
    public static Expr Spike(SpikeRule rule, Expr before, Expr after)
    {
        Expr threshold = Simplify.Tree(rule.Threshold);
        return Where((before < threshold) & (threshold <= after));
    }

    /// <summary>Anything that ends the smooth course of a cell.</summary>
    public static Expr Where(Expr condition) => Select(condition, Always, 0.0);

    /// <summary>What the equations and conditions of a model switch at times, and what its conditions set.</summary>
    /// <param name="model">The model.</param>
    /// <param name="norm">What a change is measured in: a condition that changes less than is tolerated holds nothing up.</param>
    public static IEnumerable<Expr> Of(Model model, ErrorNorm norm)
    {
        foreach (Expr test in TimeSwitches.Of(model))
        {
            Expr before = At(test, Stage.Inside), after = At(test, 1 - Stage.Inside);
            yield return Where((before & !after) | (after & !before));
        }
        foreach (ConditionRule rule in model.Conditions)
        {
            Expr change = rule.Sets.Select(s => norm.Jump(s.State, s.State, At(s.Value, 1))).Aggregate(Max);
            yield return Where(At(rule.Test, 1) & (1.0 < change));
        }
    }

    private static Expr At(Expr e, double part) =>
        Simplify.Tree(e.Replace(s => s.Kind == SymbolKind.Time ? (Expr)Symbol.Time + part * (Expr)Symbol.TimeStep : null));
}
