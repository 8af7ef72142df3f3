using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What the junctions owe to a coupled state at the end of a step in which cells were reset: they saw them where they no longer were
/// (<see cref="SymbolKind.Charge"/>). Only differences count, so that cells that spike as one owe each other nothing, exactly.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="coupled">The coupled state.</param>
/// <param name="gain">How fast it answers to the currents of its junctions.</param>
/// <param name="reset">What a reset of the cell itself leaves.</param>
internal sealed class ResetCorrection(Model model, CoupledState coupled, Expr gain, ResetTrace reset)
{
    private Expr Gain => Simplify.Tree(gain);

    private bool HasSpikelet => coupled.State == model.Spike?.Watched && model.Spike.HasSpikelet;

    /// <summary>What is to be added to the state. The spikelet of a cell is seen by its partners alone.</summary>
    public Expr Correction =>
        Gain * (HasSpikelet ? coupled.Brought + (Expr)coupled.Total * (coupled.Charge - (Expr)reset.Moved) : (Expr)coupled.Brought);

    /// <summary>
    /// How far that may be off: what the junctions would have given back of it within the step. And where the cell has itself spiked in the
    /// step, what its partners brought should have been known before, unless they spiked as one.
    /// </summary>
    /// <param name="norm">What an error is measured in.</param>
    /// <param name="start">The state before the step.</param>
    public Pass Error(ErrorNorm norm, Expr start)
    {
        Expr back = 0.5 * (Expr)Symbol.TimeStep * Gain * coupled.Total * Correction,
            parts = norm.Parts(coupled.State, back, start, coupled.State);
        if (model.Spike is { Rising: false, Resets.Count: > 0 })
        {
            Expr late = Gain * Min(Abs(coupled.Brought), Abs(coupled.Brought + (Expr)coupled.Total * coupled.Charge));
            parts = Max(parts, Select((Expr)reset.At < 1.0, norm.Parts(coupled.State, late, start, coupled.State), 0.0));
        }
        return norm.Add([parts]);
    }
}
