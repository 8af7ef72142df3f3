namespace Connexon;

/// <summary>What becomes of V at the spike of an integrate-and-fire neuron.</summary>
public enum SpikeReset
{
    /// <summary>
    /// V - (V_th - V_reset): what V had beyond the threshold is kept. The original's default; where V can be far beyond (large input,
    /// exponential models) the cell comes back above its threshold and fires at every step.
    /// </summary>
    Soft,

    /// <summary>V_reset, by selection, however far beyond the threshold V was: the default here.</summary>
    Hard,
}
