namespace Connexon;

/// <summary>The estimated error of a step: how far the embedded solution of lower order is from the one that was taken.</summary>
/// <param name="Size">In the unit of the state.</param>
/// <param name="State">The state: the first of its population.</param>
/// <param name="Neuron">The neuron.</param>
/// <param name="Member">The member of the batch.</param>
/// <param name="Time">The end of the step.</param>
public sealed record StepError(Quantity Size, State State, int Neuron, int Member, Time Time)
{
    /// <summary>As a sentence: "3.3E-06 mV in V of HH, neuron 0, in the step that ends at 0.1 ms".</summary>
    public override string ToString() => $"{Size.Rounded(2)} in {State}, neuron {Neuron}{(Member > 0 ? $" of member {Member}" : "")}, "
        + $"in the step that ends at {new Quantity(Time.Value, Dimension.Time).Rounded(9)}";

    internal static StepError Of(ErrorEstimate e)
    {
        Placement at = e.Group.Plan.At(e.Neuron);
        Symbol state = at.Population.Model.States.First(s => s.Slope is not null).Symbol;
        return new StepError(
            new Quantity(e.Size, state.Dimension), at.Population[state.Name], at.Neuron(e.Neuron - at.First), e.Member, new Time(e.Time));
    }
}
