namespace Connexon;

/// <summary>
/// Refuses white noise through junctions that are too strong for what the run does with it, with the bound and what to do.
/// </summary>
internal static class NoiseCheck
{
    public static string? Problem(Network network, CouplingOperator coupling, RunSettings settings)
    {
        if (!coupling.Electrical.Any) return null;
        if (network.Drives.FirstOrDefault(d => IsHeld(d, network, coupling)).Population is not { } noisy) return null;
        double bound = settings.Method.Treatment.HeldNoiseBound;
        double rate = coupling.Electrical.LargestRate(enough: bound / settings.Dt.Value);
        if (rate * settings.Dt.Value <= bound) return null;
        string shorter = $"dt: {StepAdvice.Step(settings.Duration, new Time(bound / rate)).Value} * ms or less";
        return $"{network.LabelOf(noisy)} has white noise and junctions of dt * lambda up to {rate * settings.Dt.Value:G3}, "
            + "lambda being their largest rate. "
            + (settings.Method.Treatment.StandsCarriedNoise
                ? $"Above {bound} the noise must be carried through the junctions within the step, "
                    + "which needs weights of 0 or more whose currents move "
                    + $"the state that they read and no other, by a positive constant gain. Use {shorter}, or Ornstein-Uhlenbeck noise."
                : $"Above {bound} {settings.Method} gives such cells another variance than they must have, by more than 1 %. "
                    + $"Use {Method.Imex4}, or {shorter}.");
    }

    // Noise that moves a coupled state and is not carried. (What reaches one through other states of the cell is smooth.)
    private static bool IsHeld(Driven d, Network network, CouplingOperator coupling)
    {
        if (!d.Drive.IsWhite || !network.IsCoupled(d.Population) || coupling.Carries(d)) return false;
        Model model = d.Population.Model;
        Layout layout = coupling.Electrical.Layout;
        return layout.Nodes.Coupled(layout.Find(d.Population).Group)
            .Any(c => c.Input == d.Input || !model.InputGain(c.State, d.Input).Is(0));
    }
}
