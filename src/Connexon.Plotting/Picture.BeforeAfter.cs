namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>
    /// The same neurons in two runs, one panel above the other on the same axes, so that what changed is what looks different.
    /// </summary>
    /// <param name="times_ms">Times of the samples of both runs in ms, not descending.</param>
    /// <param name="before">For each neuron its values in the first run.</param>
    /// <param name="after">For each neuron its values in the second run.</param>
    /// <param name="labels">For each neuron its name; by default "0", "1" and so on.</param>
    /// <param name="beforeTitle">What the first run is; by default "uncoupled".</param>
    /// <param name="afterTitle">What the second run is, such as "0.1 mS"; by default "coupled".</param>
    /// <param name="yLabel">What the values are, with their unit; by default "V (mV)".</param>
    /// <exception cref="ArgumentException">Nothing to draw, or lengths that differ; the message says where.</exception>
    public static Picture BeforeAfter(double[] times_ms, IReadOnlyList<double[]> before, IReadOnlyList<double[]> after,
        IReadOnlyList<string>? labels = null, string beforeTitle = "uncoupled", string afterTitle = "coupled", string yLabel = "V (mV)")
    {
        Check.Traces(times_ms, before, labels);
        Check.Traces(times_ms, after, labels);
        if (before.Count != after.Count)
            throw new ArgumentException($"There are {before.Count} traces before and {after.Count} after; give the same neurons twice.");
        var limits = Limits.Of([.. before, .. after]);
        return new(new Column([
            TracePanel(times_ms, before, labels, yLabel, beforeTitle, limits),
            TracePanel(times_ms, after, labels, yLabel, afterTitle, limits),
        ]));
    }
}
