using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The fixed-step scheme of NEURON and Arbor with half-gap junctions: (C/dt + G_m + sum g) dV = -I(V), the partner's voltage being that
/// before the step; then gates by exponential Euler at the new V (Hines and Carnevale 1997, doi:10.1162/neco.1997.9.6.1179). First order,
/// bounded at any strength, and wrong: even where no junction current flows, V moves too little by 1/(1 + kappa).
/// </summary>
internal sealed class Lagged : Method
{
    public override string Name => nameof(Lagged);

    public override string Summary => "half-gaps, as NEURON and Arbor step: first order, slows the network by 1/(1 + kappa)";

    public override double? CouplingBound => null;

    public override double? CouplingError(double kappa) => kappa / (1 + kappa);

    // It divides by 1 + kappa.
    internal override bool StandsNegativeWeights(double kappa) => false;

    // The network's mean has 1 / (1 + kappa) of its variance.
    internal override double HeldNoiseBound => 0.011;

    internal override bool StandsCarriedNoise => false;

    internal override Scheme Plan(Model model, CouplingPlan coupling)
    {
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        var driven = moving.Where(s => s.Slope!.Mentions(SymbolKind.Input) || coupling.Couples(s.Symbol)).ToArray();
        List<Pass> passes = [.. SpikePasses.Begin(model.Spike)];
        foreach (StateVariable s in driven) passes.Add(new Pass(Change(s), ImplicitChange(s, model, coupling)));
        foreach (StateVariable s in driven) passes.Add(SpikePasses.Step(model.Spike, s.Symbol, before: s.Symbol, after: s.Symbol + (Expr)Change(s)));
        foreach (StateVariable s in moving.Except(driven)) passes.Add(new Pass(Change(s), ExponentialChange(s)));
        foreach (StateVariable s in moving.Except(driven))
            passes.Add(SpikePasses.Step(model.Spike, s.Symbol, before: s.Symbol, after: s.Symbol + (Expr)Change(s)));
        if (model.Spike is { } rule)
        {
            passes.AddRange(SpikePasses.Note(rule, countsThisStep: false));
            passes.AddRange(SpikePasses.ResetNow(rule));
        }
        return new([new Stage(0, Coupling.Input, passes)]);
    }

    private static Symbol Change(StateVariable s) => new(SymbolKind.Scratch, $"d{s.Symbol}", Dimension.None);

    private static Expr Rate(StateVariable s) => Simplify.Tree(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true));

    private static Expr ImplicitChange(StateVariable s, Model model, CouplingPlan coupling)
    {
        Expr own = Rate(s);
        if (coupling.Couples(s.Symbol))
            own -= Simplify.Tree(Symbol.TimeStep * coupling.Gain(model, s.Symbol)) * (Expr)new Symbol(SymbolKind.JunctionTotal, s.Symbol.Name, Dimension.None);
        return Simplify.Tree(Symbol.TimeStep * s.Slope!) / (1.0 - own);
    }

    private static Expr ExponentialChange(StateVariable s) => Simplify.Tree(ExpRel(Rate(s)) * (Symbol.TimeStep * s.Slope!));
}
