using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Weighted sums of what attached elements give, read by others.</summary>
internal sealed class WeightedSums
{
    private readonly PinnedArray _to, _from;
    private readonly int _first, _count, _members;
    private readonly int[] _start; // where the terms of each element begin
    private readonly int[] _source;
    private readonly double[] _weight;

    /// <param name="to">What the elements read.</param>
    /// <param name="from">What the others give.</param>
    /// <param name="first">The first element that reads.</param>
    /// <param name="count">How many read.</param>
    /// <param name="terms">The terms: readers numbered from the first.</param>
    /// <param name="members">Members of the batch.</param>
    public WeightedSums(PinnedArray to, PinnedArray from, int first, int count,
        IReadOnlyList<(int Element, int Source, double Weight)> terms, int members)
    {
        (_to, _from, _first, _count, _members) = (to, from, first, count, members);
        var sorted = terms.OrderBy(t => t.Element).ToArray();
        _source = [.. sorted.Select(t => t.Source)];
        _weight = [.. sorted.Select(t => t.Weight)];
        _start = new int[count + 1];
        foreach (var (element, _, _) in sorted) _start[element + 1]++;
        for (int i = 0; i < count; i++) _start[i + 1] += _start[i];
    }

    /// <summary>Sums for the elements [first, end), counted with members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Bring(int first, int end)
    {
        double* to = (double*)_to.Address, from = (double*)_from.Address;
        int start = Math.Max(first, _first * _members), stop = Math.Min(end, (_first + _count) * _members);
        fixed (int* rows = _start, source = _source)
        fixed (double* weight = _weight)
            for (int i = start; i < stop; i++)
            {
                var (element, member) = _members == 1 ? (i - _first, 0) : (i / _members - _first, i % _members);
                double sum = 0;
                for (int k = rows[element]; k < rows[element + 1]; k++) sum += weight[k] * from[source[k] * _members + member];
                to[i] = sum;
            }
    }
}
