using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>Reads the spike masks of a group after each step into the records of its populations.</summary>
internal sealed class SpikeCollector
{
    private readonly Group _group;
    private readonly (int First, int End, SpikeRecord Record)[] _records; // in elements
    private readonly CrossingTime? _crossing;
    private readonly double _dt;
    private readonly EventQueue? _events;

    public SpikeCollector(Group group, double dt, EventQueue? events = null)
    {
        (_group, _events, _dt) = (group, events, dt);
        _crossing = group.Kernels.Scheme.Crossing is { } crossing ? new CrossingTime(crossing, group) : null;
        _records = [.. group.Plan.Placements.Select(p =>
            (p.First * group.Members, (p.First + p.Count) * group.Members, new SpikeRecord(p.Population, group.Members, dt, _crossing is not null)))];
    }

    public IEnumerable<SpikeRecord> Records => _records.Select(r => r.Record);

    /// <summary>Parameters have changed.</summary>
    public void Renew() => _crossing?.Renew();

    /// <summary>A step begins.</summary>
    /// <param name="forget">Whether the spikes before it are forgotten.</param>
    public void BeginStep(bool forget)
    {
        foreach (var (_, _, record) in _records) record.BeginStep(forget);
    }

    /// <summary>Adds the spikes of a step. Eight bytes without a spike cost one comparison.</summary>
    /// <param name="step">The whole step that it belongs to or begins with, counted from 1.</param>
    /// <param name="t">Its start, in ms.</param>
    /// <param name="h">Its length, in ms.</param>
    /// <param name="accepted">The members of the batch whose step it is.</param>
    public void Collect(long step, double t, double h, bool[] accepted)
    {
        if (_group.Plan.Model.Spike is null) return;
        ReadOnlySpan<byte> masks = _group.Spikes.Bytes;
        ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(masks);
        for (int k = 0; k < eights.Length; k++)
            if (eights[k] != 0) Scan(masks, 8 * k, 8 * k + 8, step, t, h, accepted);
        Scan(masks, 8 * eights.Length, masks.Length, step, t, h, accepted);
    }

    private void Scan(ReadOnlySpan<byte> masks, int from, int to, long step, double t, double h, bool[] accepted)
    {
        for (int index = from; index < to; index++)
            for (int bits = masks[index], bit = 0; bits != 0; bits >>= 1, bit++)
                if ((bits & 1) != 0 && _group.Spikes.Element(index, bit) is int element && accepted[element % _group.Members])
                    Add(element, step, t, h);
    }

    private void Add(int element, long step, double t, double h)
    {
        foreach (var (first, end, record) in _records)
            if (element >= first && element < end)
            {
                double part = _crossing?.Fraction(element) ?? 1, spike = t + h * part;
                // A step may be several of dt long.
                long at = step - 1 + Math.Max(1, (long)Math.Ceiling(part * h / _dt - 1e-9));
                record.Add(at, element - first, spike);
                _events?.Spike(_group, element, spike, at);
            }
    }
}
