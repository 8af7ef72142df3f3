namespace Connexon.NeuroML;

/// <summary>
/// Which synapses can share states, found from their equations. What is added by events and decays linearly is the same sum whether it is
/// kept for each synapse or once for all alike on a cell; what follows the other end's voltage alone is the same for all alike from a cell.
/// </summary>
internal static class SynapseForm
{
    private static readonly Symbol Weight = new(SymbolKind.Parameter, "weight", Dimension.None);

    /// <summary>
    /// True if all synapses of one component on one cell can share their states: slopes and the current are linear in the states, and an
    /// event
    /// adds to each something in proportion to the weight (expOne, expTwo, alpha, with or without a block by v; not with plasticity).
    /// </summary>
    public static bool IsShared(FlatEquations e)
    {
        if (e.States.Count == 0 || e.Conditions.Count > 0 || e.Spikes.Count > 0 || e.Handlers.Count > 1) return false;
        if (e.Requirements.Any(CellSymbols.IsOfPeer)) return false;
        Symbol[] states = [.. e.States.Select(s => s.Symbol)];
        if (!e.States.All(s => Simplify.Tree(s.Start).Is(0))) return false;
        if (!e.States.All(s => s.Slope is null || IsLinear(s.Slope, states, Simplify.IsConstant))) return false;
        if (e.States.Any(s => s.Slope?.Mentions(x => x == Weight) == true)) return false;
        if (!e.Handlers.SelectMany(h => h.Sets).All(s => Adds(s.State, s.Value, states))) return false;
        return e.Outputs.Values.All(i => !i.Mentions(x => x == Weight) && IsLinear(i, states, d => !d.Mentions(states.Contains)));
    }

    /// <summary>
    /// True if the states follow the other end's voltage alone, neither this end's nor the weight: then all synapses of one component from
    /// one
    /// cell have the same states (gradedSynapse).
    /// </summary>
    public static bool FollowsPeer(FlatEquations e)
    {
        bool Foreign(Expr x) => x.Mentions(s =>
            s == Weight || s.Kind == SymbolKind.Time
                || (s.Kind == SymbolKind.Input && !CellSymbols.IsOfPeer(s)));
        return e.States.Count > 0 && e.Handlers.Count == 0 && e.Spikes.Count == 0
            && !e.States.Any(s => (s.Slope is { } slope && Foreign(slope)) || Foreign(s.Start))
            && !e.Conditions.Any(c => c.Emits.Count > 0 || Foreign(c.Test) || c.Sets.Any(s => Foreign(s.Value)));
    }

    /// <summary>True if an expression is a factor times a symbol.</summary>
    public static bool IsProportional(Expr e, Symbol s) => IsLinear(e, [s], d => !d.Mentions(x => x == s));

    private static bool IsLinear(Expr e, Symbol[] states, Func<Expr, bool> coefficient) =>
        Simplify.Tree(AtZero(e, states)).Is(0) && states.All(s => coefficient(Simplify.Tree(Derivative.Of(e, s))));

    // state + weight * (something of parameters)
    private static bool Adds(Symbol state, Expr value, Symbol[] states)
    {
        Expr jump = AtZero(value, states);
        return states.All(s => Simplify.Tree(Derivative.Of(value, s)).Is(s == state ? 1 : 0))
            && Simplify.IsConstant(jump)
            && !Simplify.Tree(Derivative.Of(jump, Weight)).Mentions(s => s == Weight)
            && Simplify.Tree(jump.Replace(s => s == Weight ? (Expr)0.0 : null)).Is(0);
    }

    private static Expr AtZero(Expr e, Symbol[] states) => e.Replace(s => states.Contains(s) ? (Expr)new Quantity(0, s.Dimension) : null);
}
