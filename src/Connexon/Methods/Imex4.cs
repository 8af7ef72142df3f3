namespace Connexon;

/// <summary>
/// The default: an additive Runge-Kutta method of fourth order (<see cref="Tableau"/>), cells explicit and junctions implicit in one
/// constant matrix I + gamma dt C^-1 L; where coupling is weak, junctions are explicit in the same stages and nothing is solved.
/// Equal voltages stay equal exactly, because only differences enter.
/// </summary>
/// <remarks>
/// A step whose estimated error is above the tolerance in some state of some neuron, or that is too long for the fastest linear
/// part of an equation, is done again in two halves, the whole network with it, and so on. Both are read from equations
/// and numbers; no model is known by name.
/// </remarks>
/// <param name="name">The name.</param>
/// <param name="tolerance">The largest estimated error of a step, in parts of the scale of the state (see <see cref="ErrorNorm"/>).</param>
/// <param name="halvings">How often a step may be halved.</param>
/// <param name="longTolerance">The tolerance of a step of several dt at once; null if there are none.</param>
internal sealed class Imex4(string name, double tolerance, int halvings, double? longTolerance = null) : Method
{
    // At most 128 steps of dt at once.
    private const int MostDoublings = 7;

    // Up to here the explicit method is as close, and a stage costs one product instead of a solve.
    private const double WeakKappa = 0.5;

    private readonly ErrorNorm _norm = new(tolerance, longTolerance);

    public override string Name => name;

    public override string Summary => "fourth order, junctions implicit where strong; error estimate, sub-steps where a cell is stiff"
        + (longTolerance is null ? "" : ", many steps at once where nothing happens");

    public override double? CouplingBound => null;

    internal override CouplingTreatment Treatment { get; } =
        new() { ImplicitAbove = WeakKappa, Part = Tableau.Gamma, CarriesSpikelets = true };

    internal override StepControl Control => new(halvings, longTolerance is null ? 0 : MostDoublings);

    internal override Method AtHalfTheStep => longTolerance is { } tolerated ? Adaptive(Math.Max(tolerated / 16, 1e-13)) : this;

    internal override string? CannotRun(Model model)
    {
        if (model.Spikes.Skip(1).FirstOrDefault(s => !s.Rising || s.Refractory is not null) is not { } second) return null;
        return $"resets and holds a cell within the step, by one spike condition, but {model.Name} has '{model.Spikes[0].Name}' and "
            + $"'{second.Name}': use {RungeKutta4}, {Fast} or {ExponentialEuler}, which do so between steps, or let '{second.Name}' only "
            + "observe (SpikeWhenRising, no refractory time).";
    }

    internal override Skeleton Skeleton(NetworkTraits network)
    {
        var stages = Tableau.Nodes.Select((c, i) =>
            new Stage(c, !network.Implicit ? Coupling.Input : i == 0 ? Coupling.Current : Coupling.Implicit));
        return new([.. stages, .. network.Resets ? [new Stage(1, Coupling.Charge, TakesInputs: false)] : Array.Empty<Stage>()]);
    }

    internal override ModelPasses Passes(Model model, ModelTraits traits) => new ImexModel(model, traits, _norm, Control).Passes();
}
