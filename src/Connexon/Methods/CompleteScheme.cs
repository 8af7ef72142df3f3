using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What every method's scheme needs beside the method: the time at which each stage stands, what equations that sit on neurons give them
/// there, and what conditions set at the end.
/// </summary>
internal static class CompleteScheme
{
    /// <summary>Where the output of a model is left.</summary>
    public static Symbol Output { get; } = new(SymbolKind.Output, "output", Dimension.None);

    public static Scheme Of(Scheme scheme, Model model)
    {
        Stage[] stages = [.. scheme.Stages.Select(s => s.TakesInput ? WithOutput(s, model) : s)];
        int last = Array.FindLastIndex(stages, s => s.TakesInput);
        if (model.Conditions.Count > 0) stages[last] = stages[last] with { Passes = [.. stages[last].Passes, .. Conditions(model)] };
        return scheme with { Stages = [.. stages.Select(AtItsTime)] };
    }

    private static Stage WithOutput(Stage s, Model model) => model.Gives is not { } gives ? s
        : s with { Passes = [.. s.Passes.Take(s.Ready), new Pass(Output, gives.Value), .. s.Passes.Skip(s.Ready)] };

    private static IEnumerable<Pass> Conditions(Model model)
    {
        foreach (ConditionRule rule in model.Conditions)
        {
            Expr AtEnd(Expr e) => Simplify.Tree(e.Replace(s => s == Symbol.Time ? (Expr)Symbol.Time + Symbol.TimeStep : null));
            yield return new Pass([.. rule.Sets.Select(s => new Assignment(s.State, Select(AtEnd(rule.Test), AtEnd(s.Value), s.State)))]);
        }
    }

    private static Stage AtItsTime(Stage stage) => stage with
    {
        Passes = [.. stage.Passes.Select(p => new Pass(
            [.. p.Assignments.Select(a => a with { Value = StageTimes.AtPart(a.Value, stage.DriveAt) })]))],
    };
}
