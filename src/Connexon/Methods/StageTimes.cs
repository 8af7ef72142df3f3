namespace Connexon;

/// <summary>
/// Puts a time in place of <see cref="Symbol.StageTime"/>: the time itself where an equation is smooth in it, and one inside of the step
/// where it switches, so that what switches at a step's end does so between two steps.
/// </summary>
internal static class StageTimes
{
    /// <summary>The model whose slopes and output are taken at the time of the stage, not of the step's start.</summary>
    public static Model InStages(this Model model)
    {
        Expr? InStage(Expr? e) => e?.Replace(s => s == Symbol.Time ? (Expr)Symbol.StageTime : null);
        return model.With([.. model.States.Select(s => s with { Slope = InStage(s.Slope) })],
            model.Gives is { } gives ? gives with { Value = InStage(gives.Value)! } : null);
    }

    /// <summary>An expression at a part of the step, 0 to 1.</summary>
    public static Expr AtPart(Expr e, double part) =>
        At(e, (Expr)Symbol.Time + part * (Expr)Symbol.TimeStep, (Expr)Symbol.Time + Inside(part) * (Expr)Symbol.TimeStep);

    /// <summary>An expression at a time after the step's start that kernels compute.</summary>
    public static Expr After(Expr e, Expr elapsed) => At(
        e, (Expr)Symbol.Time + elapsed, (Expr)Symbol.Time + (Stage.Inside * (Expr)Symbol.TimeStep + (1 - 2 * Stage.Inside) * elapsed));

    private static double Inside(double part) => part + Stage.Inside * (1 - 2 * part);

    private static Expr At(Expr e, Expr time, Expr inside) => Walk(e, time, inside, []);

    private static Expr Walk(Expr e, Expr time, Expr inside, Dictionary<Expr, Expr> known)
    {
        if (e.Symbol is { } s) return s == Symbol.StageTime ? time : e;
        if (e.Arguments.Count == 0) return e;
        if (known.TryGetValue(e, out Expr? done)) return done;
        return known[e] = Switches(e.Operation)
            ? e.Replace(x => x == Symbol.StageTime ? inside : null)
            : e.With([.. e.Arguments.Select(a => Walk(a, time, inside, known))]);
    }

    private static bool Switches(Operation operation) => operation is Operation.Less or Operation.LessOrEqual or Operation.Ceiling;
}
