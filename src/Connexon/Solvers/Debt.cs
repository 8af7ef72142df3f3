using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What the junctions owe to a coupled state at the end of a step in which cells were reset: they saw them where they no longer were
/// (<see cref="SymbolKind.Charge"/>). Only differences count, so that cells that spike as one owe each other nothing, exactly.
/// </summary>
internal sealed class Debt(Model model, Symbol state)
{
    private readonly Symbol _differences = new(SymbolKind.Junction, state.Name, Dimension.None);
    private readonly Symbol _own = new(SymbolKind.Charge, state.Name, Dimension.None);
    private readonly Symbol _total = new(SymbolKind.JunctionTotal, state.Name, Dimension.None);

    private Expr Gain => Simplify.Tree(model.InputGain(state));

    /// <summary>What is to be added to the state. The spikelet of a cell is seen by its partners alone.</summary>
    public Expr Owed => Gain * (Restart.HasSpikelet(model.Spike) ? _differences + (Expr)_total * (_own - (Expr)Restart.Moved) : (Expr)_differences);

    /// <summary>
    /// How far that may be off: what the junctions would have given back of it within the step. And where the cell has itself spiked in the
    /// step, what its partners brought should have been known before, unless they spiked as one.
    /// </summary>
    /// <param name="strain">What an error is measured in.</param>
    /// <param name="start">The state before the step.</param>
    public Pass Strain(StepStrain strain, Expr start)
    {
        Expr back = 0.5 * (Expr)Symbol.TimeStep * Gain * _total * Owed, parts = strain.Parts(state, back, start, state);
        if (model.Spike is { Rising: false, Resets.Count: > 0 })
        {
            Expr late = Gain * Min(Abs(_differences), Abs(_differences + (Expr)_total * _own));
            parts = Max(parts, Select((Expr)Restart.Found < 1.0, strain.Parts(state, late, start, state), 0.0));
        }
        return new Pass(StepStrain.Result, Max(StepStrain.Result, parts));
    }
}
