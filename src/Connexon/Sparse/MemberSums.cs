using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// Inner products over all rows, one for each member of a batch. A window of rows is summed by its thread in sixteen parts, by the row
/// modulo 16, and windows are added in their order: the bits depend neither on the threads nor on the batch.
/// </summary>
/// <param name="windows">The windows of rows.</param>
internal sealed unsafe class MemberSums(RowWindows windows)
{
    private readonly PinnedArray _parts = new(windows.Count * windows.Period);
    private readonly double[] _mine = new double[windows.Exchange is null ? 0 : windows.Count * windows.Batch];

    /// <summary>Sets a window's part of sum_i weight_i a_i b_i.</summary>
    /// <param name="window">The window.</param>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <param name="weight">The weight of each element; null for 1.</param>
    public void Set(int window, double* a, double* b, double* weight = null)
    {
        int period = windows.Period, batch = windows.Batch;
        double* sums = (double*)_parts.Address + (nint)window * period;
        new Span<double>(sums, period).Clear();
        var (e, end) = windows.Elements(window);
        for (; e < end; e += period)
            for (int k = 0; k < period && e + k < end; k += 4)
            {
                Vector256<double> x = Vector256.Load(a + e + k);
                if (weight != null)
                    x *= Vector256.Load(weight + e + k);
                Vector256.FusedMultiplyAdd(x, Vector256.Load(b + e + k), Vector256.Load(sums + k)).Store(sums + k);
            }
        for (int part = 1; part < 16; part++)
            for (int member = 0; member < batch; member++)
                sums[member] += sums[part * batch + member];
    }

    /// <summary>The sums over all windows, one for each member. For one thread, after all have set theirs.</summary>
    public void Total(double[] sums)
    {
        if (windows.Exchange is { } exchange)
        {
            for (int window = 0; window < windows.Count; window++)
                for (int member = 0; member < sums.Length; member++)
                    _mine[window * sums.Length + member] = _parts.Span[window * windows.Period + member];
            exchange.Total(_mine.AsSpan(0, windows.Count * sums.Length), sums);
            return;
        }
        sums.AsSpan().Clear();
        for (int window = 0; window < windows.Count; window++)
            for (int member = 0; member < sums.Length; member++)
                sums[member] += _parts.Span[window * windows.Period + member];
    }
}
