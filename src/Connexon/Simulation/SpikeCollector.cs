using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>Reads the spike masks of a group after each step into the records of its populations.</summary>
internal sealed class SpikeCollector
{
    private readonly Group _group;
    private readonly (int First, int End, SpikeRecord Record)[] _records; // in elements

    public SpikeCollector(Group group, double dt)
    {
        _group = group;
        _records = [.. group.Plan.Members().Select(m =>
            (m.First * group.Members, (m.First + m.Population.Size) * group.Members, new SpikeRecord(m.Population, group.Members, dt)))];
    }

    public IEnumerable<SpikeRecord> Records => _records.Select(r => r.Record);

    /// <summary>Adds the spikes of a step, counted from 1. Eight vectors without a spike cost one comparison.</summary>
    public void Collect(long step)
    {
        if (_group.Plan.Model.Spike is null) return;
        ReadOnlySpan<byte> masks = _group.Masks;
        ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(masks);
        for (int k = 0; k < eights.Length; k++)
            if (eights[k] != 0) Scan(masks, 8 * k, 8 * k + 8, step);
        Scan(masks, 8 * eights.Length, masks.Length, step);
    }

    private void Scan(ReadOnlySpan<byte> masks, int from, int to, long step)
    {
        for (int vector = from; vector < to; vector++)
            for (int bits = masks[vector], lane = 0; bits != 0; bits >>= 1, lane++)
                if ((bits & 1) != 0) Add(vector * _group.Width.Count + lane, step);
    }

    private void Add(int element, long step)
    {
        foreach (var (first, end, record) in _records)
            if (element >= first && element < end) record.Add(step, element - first);
    }
}
