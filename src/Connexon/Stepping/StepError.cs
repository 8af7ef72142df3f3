namespace Connexon;

/// <summary>The estimated error of a step: how far the embedded solution of lower order is from the one that was taken.</summary>
/// <param name="Size">In the unit of the state.</param>
/// <param name="State">The state: the first of its population.</param>
/// <param name="Neuron">The neuron.</param>
/// <param name="Member">The member of the batch.</param>
/// <param name="Time">The end of the step.</param>
public sealed record StepError(Quantity Size, State State, int Neuron, int Member, Time Time)
{
    internal static StepError Of(ErrorEstimate e)
    {
        Placement at = e.Group.Plan.At(e.Neuron);
        Symbol state = at.Population.Model.States.First(s => s.Slope is not null).Symbol;
        return new StepError(
            new Quantity(e.Size, state.Dimension), at.Population[state.Name], at.Neuron(e.Neuron - at.First), e.Member, new Time(e.Time));
    }
}
