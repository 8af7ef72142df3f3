namespace Connexon.NeuroML;

/// <summary>
/// Lets what is put on cells read whatever these expose. A state is read as it is; of anything that a cell computes, the computation goes
/// into the equations that ask for it, so that it is evaluated where they are, in every stage of a step.
/// </summary>
internal sealed class CellReading(Flattener flattener, ReadReport report)
{
    private readonly Dictionary<(FlatComponent, FlatComponent, FlatComponent?), FlatComponent> _fitted = [];

    /// <summary>A component that reads states alone.</summary>
    /// <param name="what">The component.</param>
    /// <param name="on">The cell that it is on, which has what it needs.</param>
    /// <param name="peer">The cell at the other end; null where there is none.</param>
    /// <param name="e">The element that puts it there.</param>
    public FlatComponent Of(FlatComponent what, FlatComponent on, FlatComponent? peer, Element e)
    {
        if (what.Equations.Requirements.Count == 0) return what;
        if (_fitted.TryGetValue((what, on, peer), out FlatComponent? known)) return known;
        return _fitted[(what, on, peer)] = Fitted(what, on, peer, e);
    }

    private FlatComponent Fitted(FlatComponent what, FlatComponent on, FlatComponent? peer, Element e)
    {
        var replaced = new Dictionary<Symbol, Expr?>();
        var values = new Dictionary<Symbol, double>();
        foreach (Symbol needed in what.Equations.Requirements)
        {
            bool ofPeer = CellSymbols.IsOfPeer(needed);
            FlatComponent from = ofPeer ? peer! : on;
            string path = CellSymbols.PathOf(needed);
            Expr found = from.Find(path)!;
            Dimension dimension = from.DimensionOf(path);
            if (found.Symbol is { Kind: SymbolKind.State } && dimension == needed.Dimension) continue;
            if (found.Mentions(SymbolKind.Input))
                throw e.Wrong($"{what} reads '{path}' of {from}, which sums what is attached to that cell: what a synapse gives would "
                    + "depend on what it gives. Let it read a state, or what follows from states.");
            if (dimension != needed.Dimension)
                report.Add(ReadAction.Noted, $"{what} needs '{path}' as {needed.Dimension}, {from} has it as {dimension}: "
                    + "taken as the number in SI, as LEMS does", e.Place);
            replaced[needed] = SiScale.Reinterpret(found.Replace(s => Seen(s, ofPeer, from, values)), dimension, needed.Dimension);
        }
        return replaced.Count == 0 ? what : what.Reading(flattener.Shared(what.Equations.With(replaced, values.Keys)), values);
    }

    private static Expr? Seen(Symbol s, bool ofPeer, FlatComponent from, Dictionary<Symbol, double> values)
    {
        if (s.Kind == SymbolKind.State) return CellSymbols.Of(SymbolKind.Input, ofPeer, s);
        if (s.Kind != SymbolKind.Parameter) return null;
        Symbol own = CellSymbols.Of(SymbolKind.Parameter, ofPeer, s);
        values[own] = from.Value(s);
        return own;
    }
}
