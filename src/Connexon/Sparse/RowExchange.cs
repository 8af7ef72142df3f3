using System.Numerics;

namespace Connexon;

/// <summary>Rows that partitions need of each other.</summary>
/// <param name="Give">The rows that each other partition needs of this one, partition after partition.</param>
/// <param name="GiveCounts">How many each needs.</param>
/// <param name="Take">Where those that this one needs of each go.</param>
/// <param name="TakeCounts">How many it needs of each.</param>
internal sealed record Halo(int[] Give, int[] GiveCounts, int[] Take, int[] TakeCounts)
{
    /// <summary>The same for members that have rows of their own: element row * members + member.</summary>
    public Halo Times(int members) => members == 1
        ? this
        : new(
            Each(Give, members), [.. GiveCounts.Select(c => c * members)],
            Each(Take, members), [.. TakeCounts.Select(c => c * members)]);

    private static int[] Each(int[] rows, int members) =>
        [.. rows.SelectMany(r => Enumerable.Range(0, members).Select(m => r * members + m))];
}

/// <summary>
/// What the rows of a partition's matrix get of those of others: their entries of vectors, which stand behind its own, and sums over the
/// windows of all rows, in the order of windows, so that bits do not depend on how rows are cut.
/// </summary>
internal sealed unsafe class RowExchange
{
    private readonly IExchange _exchange;
    private readonly int[] _windowCounts, _order;
    private readonly Halo _halo;
    private readonly Dictionary<int, (Halo Halo, double[] Give, double[] Take)> _ofBatch = [];
    private double[] _all = [];
    private int[] _counts = [];

    /// <param name="exchange">What passes between partitions.</param>
    /// <param name="halo">The rows that they need of each other.</param>
    /// <param name="windowCounts">How many windows each partition has.</param>
    /// <param name="order">Where each window, in their order, stands among those of all partitions, one partition after the other.</param>
    public RowExchange(IExchange exchange, Halo halo, int[] windowCounts, int[] order) =>
        (_exchange, _halo, _windowCounts, _order) = (exchange, halo, windowCounts, order);

    /// <summary>How many rows of others there are.</summary>
    public int Foreign => _halo.Take.Length;

    /// <summary>Makes bringing vectors of so many members possible without allocating.</summary>
    public void Prepare(int batch)
    {
        if (_ofBatch.ContainsKey(batch)) return;
        Halo halo = _halo.Times(batch);
        _ofBatch.Add(batch, (halo, new double[halo.Give.Length], new double[halo.Take.Length]));
        if (_all.Length < _order.Length * batch) _all = new double[_order.Length * batch];
        if (_counts.Length == 0) _counts = new int[_windowCounts.Length];
    }

    /// <summary>Brings the entries of others into a vector. For one thread, while the others wait.</summary>
    public void Bring(PinnedArray vector, int batch)
    {
        if (vector.Precision == Precision.Single) Bring((float*)vector.Address, batch);
        else Bring((double*)vector.Address, batch);
    }

    /// <summary>The same of a vector at an address.</summary>
    public void Bring<T>(T* vector, int batch) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (halo, give, take) = _ofBatch[batch];
        for (int k = 0; k < give.Length; k++) give[k] = double.CreateTruncating(vector[halo.Give[k]]);
        _exchange.Swap(give, halo.GiveCounts, take, halo.TakeCounts);
        for (int k = 0; k < take.Length; k++) vector[halo.Take[k]] = T.CreateTruncating(take[k]);
    }

    /// <summary>The sums over all windows of all partitions, one for each member, added in the order of windows.</summary>
    /// <param name="mine">The parts of this partition's windows, members innermost.</param>
    /// <param name="sums">The sums.</param>
    public void Total(ReadOnlySpan<double> mine, double[] sums)
    {
        int batch = sums.Length;
        for (int p = 0; p < _counts.Length; p++) _counts[p] = _windowCounts[p] * batch;
        Span<double> all = _all.AsSpan(0, _order.Length * batch);
        _exchange.Gather(mine, all, _counts);
        sums.AsSpan().Clear();
        for (int window = 0; window < _order.Length; window++)
            for (int member = 0; member < batch; member++) sums[member] += all[_order[window] * batch + member];
    }

    /// <summary>The largest number of all partitions.</summary>
    public double Largest(double mine) => _exchange.Largest(mine);

    /// <summary>True if all partitions have one number, and the same, or none.</summary>
    public bool AreAlike(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        Span<double> ends = [all.Length > 0 ? all.Max() : double.NegativeInfinity, all.Length > 0 ? -all.Min() : double.NegativeInfinity];
        _exchange.Largest(ends);
        return ends[0] <= -ends[1];
    }
}
