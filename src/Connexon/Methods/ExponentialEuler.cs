using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The original's scheme: x + dt exprel(dt J) f for each state by itself, J being the slope of f in x with everything else frozen; the
/// junction current is taken from V before the step.
/// </summary>
/// <remarks>
/// As in the original, an integrate-and-fire cell that has spiked is reset at the start of its next step, so that a junction sees the
/// voltage before the reset, and updates the states of such a cell in the order of declaration. This is the only method that does so; it
/// exists to compare with brainpy.state to round-off.
/// </remarks>
internal sealed class ExponentialEuler : Method
{
    public override string Name => nameof(ExponentialEuler);

    public override string Summary => "brainpy.state's scheme, to round-off: first order, junction currents from V before the step";

    public override double? CouplingBound => 2;

    public override double? CouplingError(double kappa) => kappa / 2; // 1 - kappa stands for e^-kappa

    internal override CouplingTreatment Treatment => CouplingTreatment.Explicit with { HeldNoiseBound = 0.01 };

    internal override Skeleton Skeleton(NetworkTraits network) => new([new Stage(0, Coupling.Input)]);

    internal override ModelPasses Passes(Model model, ModelTraits traits)
    {
        var spikes = new SpikePasses(model.Spikes);
        List<Pass> passes = [.. spikes.BeginLate()];
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        if (UpdatesInOrder(model)) passes.AddRange(moving.SelectMany(s => (Pass[])[Rates(s), Relax(s, spikes)]));
        else passes.AddRange([.. moving.Select(Rates), .. moving.Select(s => Relax(s, spikes))]);
        // The step that spikes counts as the first of the refractory time.
        passes.AddRange(spikes.End(countsThisStep: true, resets: false));
        return new([new StagePasses(passes)]) { Spikes = spikes.Reports };
    }

    // The original computes the states of cells that are reset one after the other, in the order of declaration, each from what is updated
    // already (u of Izhikevich's from the new V). Of all other cells every right-hand side reads the states before the step.
    private static bool UpdatesInOrder(Model model) => model.Spike is { Rising: false, Resets.Count: > 0 };

    private static Symbol Change(StateVariable s) => new(SymbolKind.Scratch, $"d{s.Symbol}", Dimension.None);

    private static Symbol Exponent(StateVariable s) => new(SymbolKind.Scratch, $"z{s.Symbol}", Dimension.None);

    private static Expr Decay(StateVariable s) => Simplify.Tree(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true));

    private static Pass Rates(StateVariable s)
    {
        var change = new Assignment(Change(s), Simplify.Tree(Symbol.TimeStep * s.Slope!));
        Expr decay = Decay(s);
        return Simplify.IsConstant(decay) ? new Pass(change) : new Pass(change, new Assignment(Exponent(s), decay));
    }

    private static Pass Relax(StateVariable s, SpikePasses spikes)
    {
        Expr decay = Decay(s);
        Expr exponent = Simplify.IsConstant(decay) ? decay : Exponent(s);
        return spikes.Step(s.Symbol, before: s.Symbol, after: Simplify.Tree(s.Symbol + (Expr)Change(s) * ExpRel(exponent)));
    }
}
