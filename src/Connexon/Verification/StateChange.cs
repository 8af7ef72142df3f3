namespace Connexon;

/// <summary>How far a state moved when the step was halved, over the times that both runs recorded.</summary>
/// <param name="State">The state.</param>
/// <param name="Largest">The largest change of any neuron at any time.</param>
/// <param name="Neuron">Which neuron that was.</param>
/// <param name="Member">Of which member of the batch.</param>
/// <param name="Time">When.</param>
/// <param name="Rms">The root-mean-square change over all neurons, members and times.</param>
/// <param name="WorstRms">The same of the one neuron that changed most.</param>
/// <param name="Range">From the least to the greatest value of any neuron in the run at half the step.</param>
public sealed record StateChange(
    State State, Quantity Largest, int Neuron, int Member, Time Time, Quantity Rms, Quantity WorstRms, Quantity Range)
{
    internal static StateChange Of(State state, Trace asked, Trace halved)
    {
        int rows = Math.Min(asked.Rows, halved.Rows);
        double largest = 0, all = 0, worst = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
        var (neuron, member, time) = (asked.Ids[0], 0, 0.0);
        for (int c = 0; c < asked.Columns; c++)
            for (int b = 0; b < asked.Members; b++)
            {
                double sum = 0;
                for (int r = 0; r < rows; r++)
                {
                    double due = halved.Number(r, c, b), change = Math.Abs(asked.Number(r, c, b) - due);
                    (low, high, sum) = (Math.Min(low, due), Math.Max(high, due), sum + change * change);
                    if (change > largest) (largest, neuron, member, time) = (change, asked.Ids[c], b, asked.Times[r]);
                }
                (all, worst) = (all + sum, Math.Max(worst, sum));
            }
        double numbers = (double)rows * asked.Columns * asked.Members;
        return new StateChange(
            state, Of(largest), neuron, member, new Time(time), Of(Math.Sqrt(all / numbers)), Of(Math.Sqrt(worst / rows)), Of(high - low));

        Quantity Of(double x) => new(x, asked.Dimension);
    }
}
