using static Connexon.Units;

namespace Connexon;

/// <summary>A <see cref="LIF"/> neuron that is held at its reset for a refractory time after each spike.</summary>
/// <remarks>
/// The refractory time is a whole number of steps, the least that is not shorter, and the same after every spike; the step that spikes
/// is the first of them. Meanwhile V is clamped: what comes in has no effect, as if the membrane were short-circuited, and the cell
/// neither spikes nor is reset again, even where a soft reset left V above the threshold. Current from a junction that flows into a
/// clamped cell flows off through the clamp; the partner feels the full current.
/// </remarks>
/// <param name="size">How many neurons.</param>
public sealed class LIFRef(Shape size) : LIF(size)
{
    [Meaning("refractory time")] public Parameter<Time> tau_ref { get; init; } = 5 * ms;

    /// <summary>When the last spike was: the start of the step that reported it; -1e7 ms before the first.</summary>
    public State<Time> last_spike_time => State<Time>();

    /// <inheritdoc/>
    protected override void Define(ModelBuilder model)
    {
        base.Define(model);
        Expr last_spike_time = model.State("last_spike_time", -1e7 * ms);
        model.AtSpike((last_spike_time, model.Time));
        model.Refractory(tau_ref, held: model["V"]);
    }
}
