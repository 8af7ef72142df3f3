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

    internal override CouplingTreatment Treatment { get; } = new()
    {
        Name = "half-gaps",
        NegativeUpTo = -1, // it divides by 1 + kappa
        HeldNoiseBound = 0.011, // the network's mean has 1 / (1 + kappa) of its variance
        StandsCarriedNoise = false,
    };

    internal override Skeleton Skeleton(NetworkTraits network) => new([new Stage(0, Coupling.Input)]);

    internal override ModelPasses Passes(Model model, ModelTraits coupling)
    {
        var spikes = new SpikePasses(model.Spikes);
        StateVariable[] moving = [.. model.States.Where(s => s.Slope is not null)];
        var driven = moving.Where(s => s.Slope!.Mentions(SymbolKind.Input) || coupling.Couples(s.Symbol)).ToArray();
        List<Pass> passes = [.. spikes.Begin()];
        foreach (StateVariable s in driven) passes.Add(new Pass(Change(s), ImplicitChange(s, model, coupling)));
        foreach (StateVariable s in driven) passes.Add(spikes.Step(s.Symbol, before: s.Symbol, after: s.Symbol + (Expr)Change(s)));
        foreach (StateVariable s in moving.Except(driven)) passes.Add(new Pass(Change(s), ExponentialChange(s)));
        foreach (StateVariable s in moving.Except(driven))
            passes.Add(spikes.Step(s.Symbol, before: s.Symbol, after: s.Symbol + (Expr)Change(s)));
        passes.AddRange(spikes.End());
        return new([new StagePasses(passes)]) { Spikes = spikes.Reports };
    }

    private static Symbol Change(StateVariable s) => new(SymbolKind.Scratch, $"d{s.Symbol}", Dimension.None);

    private static Expr Rate(StateVariable s) => Simplify.Tree(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true));

    private static Expr ImplicitChange(StateVariable s, Model model, ModelTraits coupling)
    {
        Expr own = Rate(s);
        if (coupling.Of(s.Symbol) is { } coupled)
            own -= Simplify.Tree(Symbol.TimeStep * coupling.Gain(model, s.Symbol)) * (Expr)coupled.Total;
        return Simplify.Tree(Symbol.TimeStep * s.Slope!) / (1.0 - own);
    }

    private static Expr ExponentialChange(StateVariable s) => Simplify.Tree(ExpRel(Rate(s)) * (Symbol.TimeStep * s.Slope!));
}
