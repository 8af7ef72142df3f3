namespace Connexon;

/// <summary>
/// What became of the spikes of a population when the step was halved. A spike of one run and one of the other are the same spike if each
/// is, among those of its neuron, the nearest to the other in time.
/// </summary>
/// <param name="Population">The population.</param>
/// <param name="Kept">Spikes that both runs have.</param>
/// <param name="Gained">Spikes that only the run at half the step has.</param>
/// <param name="Lost">Spikes that only the run at the step asked for has.</param>
/// <param name="LargestShift">The largest shift of a kept spike; 0 if there is none.</param>
/// <param name="RmsShift">The root-mean-square shift of the kept spikes.</param>
public sealed record SpikeChange(Neuron Population, int Kept, int Gained, int Lost, Time LargestShift, Time RmsShift)
{
    internal static SpikeChange Of(SpikeRecord asked, SpikeRecord halved)
    {
        double[][] before = ByElement(asked), after = ByElement(halved);
        int kept = 0;
        double largest = 0, sum = 0;
        for (int e = 0; e < before.Length; e++)
            for (int k = 0; k < before[e].Length && after[e].Length > 0; k++)
            {
                double t = before[e][k], partner = after[e][Nearest(after[e], t)];
                if (Nearest(before[e], partner) != k) continue;
                double shift = Math.Abs(t - partner);
                (kept, largest, sum) = (kept + 1, Math.Max(largest, shift), sum + shift * shift);
            }
        return new SpikeChange(
            asked.Population, kept, halved.Count - kept, asked.Count - kept,
            new Time(largest), new Time(Math.Sqrt(sum / Math.Max(1, kept))));
    }

    /// <summary>The index of the time that is nearest; of two, the earlier.</summary>
    private static int Nearest(double[] times, double t)
    {
        int at = Array.BinarySearch(times, t);
        if (at >= 0) return at;
        int next = ~at;
        return next == 0 || (next < times.Length && times[next] - t < t - times[next - 1]) ? next : next - 1;
    }

    /// <summary>The times of each neuron of each member, ascending.</summary>
    private static double[][] ByElement(SpikeRecord spikes)
    {
        var times = new List<double>[spikes.Population.Size * spikes.Members];
        for (int k = 0; k < spikes.Count; k++)
            (times[spikes.Neuron(k) * spikes.Members + spikes.Member(k)] ??= []).Add(spikes.Time(k).Value);
        return [.. times.Select(t => t?.ToArray() ?? [])];
    }
}
