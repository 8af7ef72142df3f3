using ScottPlot;

namespace Connexon.Plotting;

public sealed partial class Picture
{
    private const string TimeLabel = "time (ms)", NeuronLabel = "neuron";

    /// <summary>Spikes: a mark at each one's time, in its neuron's row; neuron 0 is the lowest.</summary>
    /// <param name="spikeTimes_ms">Times of the spikes in ms, in any order.</param>
    /// <param name="spikeNeurons">For each spike the neuron it came from, 0 to <paramref name="neurons"/> - 1.</param>
    /// <param name="neurons">How many neurons there are, the silent ones too.</param>
    /// <param name="title">Above the panel; by default nothing.</param>
    /// <param name="duration_ms">How long the run was, in ms: where the time axis, which starts at 0, ends; by default at the last
    /// spike. Spikes outside make the axis longer.</param>
    /// <exception cref="ArgumentException">Lengths that differ, a neuron that is not there, a time that is no finite number;
    /// the message says which.</exception>
    public static Picture Raster(double[] spikeTimes_ms, int[] spikeNeurons, int neurons, string? title = null, double? duration_ms = null)
    {
        Check.Spikes(spikeTimes_ms, spikeNeurons, neurons, duration_ms);
        return new(new Panel(900, Math.Min(400, 200 + 20 * neurons), Build));

        Plot Build()
        {
            var plot = Style.Fresh(TimeLabel, NeuronLabel, title);
            plot.HideGrid();
            Style.Cells(plot.Axes.Left, neurons, null);
            plot.Add.Plottable(new SpikeMarks(spikeTimes_ms, spikeNeurons));
            var (from, to) = Limits.Time([0, duration_ms ?? 0, .. spikeTimes_ms]);
            plot.Axes.SetLimits(from, to, -0.5, neurons - 0.5);
            return plot;
        }
    }
}
