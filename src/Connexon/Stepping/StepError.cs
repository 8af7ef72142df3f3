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
        var (population, first) = e.Group.Plan.Members().Last(m => m.First <= e.Neuron);
        Symbol state = population.Model.States.First(s => s.Slope is not null).Symbol;
        return new StepError(new Quantity(e.Size, state.Dimension), population[state.Name], e.Neuron - first, e.Member, new Time(e.Time));
    }
}
