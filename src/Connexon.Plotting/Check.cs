namespace Connexon.Plotting;

/// <summary>What a picture needs of its arrays; said when it is made, not when it is saved.</summary>
internal static class Check
{
    public static void Traces(double[] times, IReadOnlyList<double[]> traces, IReadOnlyList<string>? labels)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(traces);
        if (times.Length == 0) throw new ArgumentException("There are no times; give one or more samples.");
        if (traces.Count == 0) throw new ArgumentException("There are no traces; give one or more.");
        Ascending(times);
        Names(labels, traces.Count, "traces");
        for (int i = 0; i < traces.Count; i++)
            if (traces[i].Length != times.Length)
                throw new ArgumentException(
                    $"{Name(i)} has {traces[i].Length} samples, but there are {times.Length} times; give one sample for each time.");
        if (!traces.Any(trace => trace.Any(double.IsFinite)))
            throw new ArgumentException(
                "The traces hold no finite number, so there is nothing to draw; look for the step at which the run diverged.");

        string Name(int i) => labels is null ? $"Trace {i}" : $"Trace {i} (\"{labels[i]}\")";
    }

    public static void Mean(double[] times, double[] mean, double[]? sd)
    {
        if (sd is null)
        {
            Traces(times, [mean], ["mean"]);
            return;
        }
        Traces(times, [mean, sd], ["mean", "sd"]);
        int negative = Array.FindIndex(sd, value => value < 0);
        if (negative >= 0)
            throw new ArgumentException($"The standard deviation of sample {negative} is {sd[negative]}; it is 0 or more.");
    }

    public static void Curves(IReadOnlyList<double[]> x, IReadOnlyList<double[]> y, IReadOnlyList<string> labels)
    {
        if (labels.Count == 0 || labels.Count > Palette.LineCount)
            throw new ArgumentException($"There are {labels.Count} curves; give 1 to {Palette.LineCount}, each with its label.");
        if (x.Count != labels.Count || y.Count != labels.Count)
            throw new ArgumentException(
                $"There are {x.Count} lists of x, {y.Count} of y and {labels.Count} labels; give one of each for each curve.");
        if (x.All(points => points.Length == 0)) throw new ArgumentException("No curve has a point; give one or more.");
        for (int i = 0; i < labels.Count; i++)
        {
            if (x[i].Length != y[i].Length)
                throw new ArgumentException($"Curve \"{labels[i]}\" has {x[i].Length} x and {y[i].Length} y; give as many of each.");
            foreach (double number in (double[])[.. x[i], .. y[i]])
                if (!(number > 0) || double.IsInfinity(number))
                    throw new ArgumentException($"Curve \"{labels[i]}\" holds {number}, which has no place on a logarithmic axis; "
                        + "give positive finite numbers.");
        }
    }

    public static void Spikes(double[] times, int[] neurons, int count, double? duration)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(neurons);
        if (count < 1) throw new ArgumentException($"A raster of {count} neurons has no row; give 1 or more.");
        if (duration is { } length && (!double.IsFinite(length) || length < 0))
            throw new ArgumentException($"The run lasts {length} ms; a duration is a finite number, 0 or more.");
        if (times.Length != neurons.Length)
            throw new ArgumentException(
                $"There are {times.Length} spike times but {neurons.Length} spike neurons; give one neuron for each time.");
        for (int i = 0; i < times.Length; i++)
        {
            if (neurons[i] < 0 || neurons[i] >= count)
                throw new ArgumentException($"Spike {i} is of neuron {neurons[i]}, but neurons go from 0 to {count - 1}.");
            if (!double.IsFinite(times[i]))
                throw new ArgumentException($"Spike {i} is at {times[i]} ms; a spike's time is a finite number.");
        }
    }

    public static void Junctions(int nodes, int[] a, int[] b, double[] weights, IReadOnlyList<string>? labels)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(weights);
        if (nodes < 1) throw new ArgumentException($"A matrix of {nodes} cells has no row; give 1 or more.");
        if (a.Length != b.Length || a.Length != weights.Length)
            throw new ArgumentException(
                $"There are {a.Length} cells a, {b.Length} cells b and {weights.Length} weights; give one of each for each junction.");
        Names(labels, nodes, "cells");
        for (int k = 0; k < a.Length; k++)
        {
            if (a[k] < 0 || a[k] >= nodes || b[k] < 0 || b[k] >= nodes)
                throw new ArgumentException($"Junction {k} joins {a[k]} and {b[k]}, but cells go from 0 to {nodes - 1}.");
            if (!(weights[k] >= 0) || double.IsInfinity(weights[k]))
                throw new ArgumentException($"Junction {k} has a conductance of {weights[k]} mS; it is a finite number, 0 or more.");
        }
    }

    private static void Ascending(double[] times)
    {
        for (int i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]))
                throw new ArgumentException($"Time {i} is {times[i]} ms; a time is a finite number.");
            if (i > 0 && times[i] < times[i - 1])
                throw new ArgumentException(
                    $"Time {i} is {times[i]} ms, before time {i - 1} at {times[i - 1]} ms; give the samples in the order of their times.");
        }
    }

    private static void Names(IReadOnlyList<string>? labels, int count, string of)
    {
        if (labels is not null && labels.Count != count)
            throw new ArgumentException($"There are {labels.Count} labels for {count} {of}; give one for each, or none.");
    }
}
