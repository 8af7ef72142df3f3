namespace Connexon;

/// <summary>
/// A run in which a state stopped being a finite number, or the voltage of a cell with an upswing, which is reset at a
/// threshold, went beyond a thousand volts, or in which spikes beget spikes without bound.
/// </summary>
public sealed class DivergenceException : Exception
{
    internal DivergenceException(string state, string population, int neuron, int member, Quantity value, long step, Time dt, string advice)
        : this(state, population, neuron, member, step, $"{state} of {population}, neuron "
            + $"{neuron}{(member > 0 ? $" (member {member})" : "")}, is "
               + $"{(double.IsFinite(value.Value) ? value : "no longer a finite number")} at t = "
               + $"{QuantityText.Format(Math.Round(step * dt.Value, 9), Dimension.Time)} (step {step}, dt = {dt}). {advice}")
    { }

    internal DivergenceException(string state, string population, int neuron, int member, long step, string text) : base(text) =>
        (State, Population, Neuron, Member, Step) = (state, population, neuron, member, step);

    /// <summary>The state that diverged.</summary>
    public string State { get; }

    /// <summary>The name of its population.</summary>
    public string Population { get; }

    /// <summary>The neuron.</summary>
    public int Neuron { get; }

    /// <summary>The member of the batch.</summary>
    public int Member { get; }

    /// <summary>The step at whose end it was found, counted from 1.</summary>
    public long Step { get; }

    /// <summary>What was recorded until then.</summary>
    public Run? Recorded { get; internal set; }
}
