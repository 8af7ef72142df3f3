using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>Reads what the spike conditions of a group reported after each step into the records of its populations.</summary>
internal sealed class SpikeCollector
{
    private readonly Group _group;
    private readonly Condition[] _conditions; // one without anything to report for a model without
    private readonly double _dt;
    private readonly List<SpikeEvent>? _sent; // where events are sent
    private readonly int _number;

    /// <param name="group">The group.</param>
    /// <param name="number">Its number in the network.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="sent">Where spikes are added that others may have to know of; null if none are.</param>
    public SpikeCollector(Group group, int number, double dt, List<SpikeEvent>? sent)
    {
        (_group, _number, _sent, _dt) = (group, number, sent, dt);
        IReadOnlyList<SpikeReport> reports = group.Kernels.Passes.Spikes;
        _conditions = [.. reports.Count == 0 ? [new Condition(group, dt, null, 0)]
            : reports.Select((r, k) => new Condition(group, dt, r, k))];
    }

    /// <summary>What each condition of each population has: of a population, in the order of its model.</summary>
    public IEnumerable<SpikeRecord> Records => _conditions.SelectMany(c => c.Records.Select(r => r.Record));

    /// <summary>Parameters have changed.</summary>
    public void Renew()
    {
        foreach (Condition c in _conditions) c.Crossing?.Renew();
    }

    /// <summary>A step begins.</summary>
    /// <param name="forget">Whether the spikes before it are forgotten.</param>
    public void BeginStep(bool forget)
    {
        foreach (Condition c in _conditions)
            foreach (var (_, _, _, record) in c.Records) record.BeginStep(forget);
    }

    /// <summary>Adds the spikes of a step. Eight bytes without a spike cost one comparison.</summary>
    /// <param name="step">The whole step that it belongs to or begins with, counted from 1.</param>
    /// <param name="t">Its start, in ms.</param>
    /// <param name="h">Its length, in ms.</param>
    /// <param name="accepted">The members of the batch whose step it is.</param>
    public void Collect(long step, double t, double h, bool[] accepted)
    {
        foreach (Condition c in _conditions)
        {
            if (c.IsNone) continue;
            if (c.Flags is not { } flags) ScanMasks(c, step, t, h, accepted);
            else if (flags.Precision == Precision.Single) ScanFlags<int>(c, MemoryMarshal.Cast<float, int>(flags.As<float>()), step, t, h,
                accepted);
            else ScanFlags<long>(c, MemoryMarshal.Cast<double, long>(flags.Span), step, t, h, accepted);
        }
    }

    private void ScanMasks(Condition c, long step, double t, double h, bool[] accepted)
    {
        ReadOnlySpan<byte> masks = _group.Spikes.Bytes;
        ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(masks);
        for (int k = 0; k < eights.Length; k++)
            if (eights[k] != 0) ScanMasks(c, masks, 8 * k, 8 * k + 8, step, t, h, accepted);
        ScanMasks(c, masks, 8 * eights.Length, masks.Length, step, t, h, accepted);
    }

    private void ScanMasks(Condition c, ReadOnlySpan<byte> masks, int from, int to, long step, double t, double h, bool[] accepted)
    {
        for (int index = from; index < to; index++)
            for (int bits = masks[index], bit = 0; bits != 0; bits >>= 1, bit++)
                if ((bits & 1) != 0 && _group.Spikes.Element(index, bit) is int element && accepted[element % _group.Members])
                    Add(c, element, step, t, h);
    }

    // What is 0 has no bit set.
    private void ScanFlags<T>(Condition c, ReadOnlySpan<T> flags, long step, double t, double h, bool[] accepted)
        where T : unmanaged, IEquatable<T>
    {
        flags = flags[..(_group.Plan.Neurons * _group.Members)];
        for (int element = 0; flags[element..].IndexOfAnyExcept(default(T)) is var next and >= 0; element++)
        {
            element += next;
            if (accepted[element % _group.Members]) Add(c, element, step, t, h);
        }
    }

    private void Add(Condition c, int element, long step, double t, double h)
    {
        foreach (var (first, end, offset, record) in c.Records)
            if (element >= first && element < end)
            {
                double part = c.Crossing?.Fraction(element) ?? 1, spike = t + h * part;
                // A step may be several of dt long.
                long at = step - 1 + Math.Max(1, (long)Math.Ceiling(part * h / _dt - 1e-9));
                record.Add(at, element + offset, spike);
                int neuron = _group.Plan.From + element / _group.Members;
                _sent?.Add(new SpikeEvent(_number, c.Number, neuron, element % _group.Members, spike, at));
            }
    }

    private sealed class Condition(Group group, double dt, SpikeReport? report, int number)
    {
        public int Number => number;

        public bool IsNone => report is null;

        public PinnedArray? Flags { get; } = report?.Flag is { } flag ? group.Memory(flag) : null;

        public CrossingTime? Crossing { get; } = report?.Margin is { } margin ? new CrossingTime(report.Rule, margin, group) : null;

        // In elements.
        public (int First, int End, int Offset, SpikeRecord Record)[] Records { get; } = [.. group.Plan.Placements.Select(p =>
            (p.First * group.Members, (p.First + p.Count) * group.Members, (p.From - p.First) * group.Members,
            new SpikeRecord(p.Population, report?.Rule.Name ?? SpikeRule.Unnamed, group.Members, dt, report?.Margin is not null)))];
    }
}
