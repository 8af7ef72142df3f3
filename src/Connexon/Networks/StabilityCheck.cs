namespace Connexon;

/// <summary>Refuses an explicit method above its bound, with the bound, the junction that sets it and what to do.</summary>
internal static class StabilityCheck
{
    public static string? Problem(Network network, Electrical electrical, RunSettings settings)
    {
        if (Repulsion(electrical, settings) is { } repulsion) return repulsion;
        if (settings.Method.CouplingBound is not { } bound || network.Junctions.Count == 0) return null;
        double rate = electrical.LargestRate(enough: bound / settings.Dt.Value, out double[]? mode);
        if (rate * settings.Dt.Value <= bound) return null;
        double longest = bound / rate;
        string which = mode is not null ? " " + Describe(network, electrical.Worst(mode)) : "";
        return $"{settings.Method} is stable up to dt = {longest:G4} ms for these junctions, but dt = {settings.Dt} was asked for.{which} "
            + $"Use dt: {StepAdvice.Step(settings.Duration, new Time(longest)).Value} * ms or less, Imex4, which is stable at any "
            + "strength, or weaker junctions.";
    }

    private static string? Repulsion(Electrical electrical, RunSettings settings)
    {
        if (!electrical.MayHaveNegative) return null;
        double kappa = electrical.Kappa(settings.Dt.Value).DefaultIfEmpty().Max();
        return kappa <= settings.Method.Treatment.NegativeUpTo ? null
            : $"Weights are, or may become, negative, and {settings.Method} cannot have junctions implicit that repel, "
                + $"as it would at kappa = {kappa:G3}: "
                + $"use {Method.Imex4} or {Method.RungeKutta4}.";
    }

    private static string Describe(Network network, Edge e)
    {
        var (j, k) = (e.Junction, e.Index);
        return $"Junction {k}, {network.LabelOf(j.Pre)}[{j.PreIds[k]}] - {network.LabelOf(j.Post)}[{j.PostIds[k]}] of "
            + $"{new Quantity(e.ToPost, j.WeightDimension)}, sets the bound.";
    }
}
