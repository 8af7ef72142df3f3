using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>
/// How often cells spike whose spikes act on others: several times in a step, as often as a method can have it, or so often that no end is
/// to be expected.
/// </summary>
/// <param name="dt">The step, in ms.</param>
internal sealed class SpikeRates(double dt)
{
    /// <summary>More spikes in a millisecond than any cell has whose equations are those of a cell.</summary>
    public const int MostInOneMs = 100;

    // In so many steps one after the other a cell spikes that would do so more often still.
    private const int Streak = 20;

    private readonly Dictionary<(int Group, int Neuron, int Member), Course> _cells = [];

    /// <summary>The first spike by which a cell had more than <see cref="MostInOneMs"/>, several in a step; null for none.</summary>
    public SpikeEvent? Unbounded { get; private set; }

    /// <summary>The first spike that was not the only one of its cell in its step; null for none.</summary>
    public SpikeEvent? Several { get; private set; }

    /// <summary>The first spike of the first cell that spiked in step after step; null for none.</summary>
    public SpikeEvent? InEveryStep { get; private set; }

    /// <summary>Takes a spike.</summary>
    public void Add(SpikeEvent s)
    {
        ref Course c = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (s.Group, s.Neuron, s.Member), out bool known);
        if (known && s.Step == c.Step) c.InStep++;
        else (c.InStreak, c.InStep) = (known && s.Step == c.Step + 1 ? c.InStreak + 1 : 1, 1);
        long ms = (long)Math.Floor(s.Time);
        c.InMs = known && ms == c.Ms ? c.InMs + 1 : 1;
        (c.Step, c.Ms) = (s.Step, ms);
        if (c.InStep > 1) Several ??= s;
        if (c.InStreak == Streak) InEveryStep ??= s with { Time = s.Time - (Streak - 1) * dt };
        if (c is { InMs: > MostInOneMs, InStep: > 1 }) Unbounded ??= s;
    }

    private struct Course
    {
        public long Step, Ms;
        public int InStep, InStreak, InMs;
    }
}
