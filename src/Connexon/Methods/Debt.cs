using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What the junctions owe to a coupled state at the end of a step in which cells were reset: they saw them where they no longer were
/// (<see cref="SymbolKind.Charge"/>). Only differences count, so that cells that spike as one owe each other nothing, exactly.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="state">The coupled state.</param>
/// <param name="gain">How fast it answers to the currents of its junctions.</param>
internal sealed class Debt(Model model, Symbol state, Expr gain)
{
    private readonly Symbol _differences = new(SymbolKind.Junction, state.Name, Dimension.None);
    private readonly Symbol _own = new(SymbolKind.Charge, state.Name, Dimension.None);
    private readonly Symbol _total = new(SymbolKind.JunctionTotal, state.Name, Dimension.None);

    private Expr Gain => Simplify.Tree(gain);

    private bool HasSpikelet => state == model.Spike?.Watched && Restart.HasSpikelet(model.Spike);

    /// <summary>What is to be added to the state. The spikelet of a cell is seen by its partners alone.</summary>
    public Expr Owed => Gain * (HasSpikelet ? _differences + (Expr)_total * (_own - (Expr)Restart.Moved) : (Expr)_differences);

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
