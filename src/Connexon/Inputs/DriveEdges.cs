namespace Connexon;

/// <summary>The times at which something jumps or bends: a drive, what is attached to neurons.</summary>
/// <param name="times">In ms, in any order.</param>
internal sealed class DriveEdges(IEnumerable<double> times)
{
    private readonly double[] _times = [.. times.Where(double.IsFinite).Distinct().Order()];

    /// <summary>Those of what is smooth throughout.</summary>
    public static DriveEdges None { get; } = new([]);

    /// <summary>All, ascending.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>Edges as given; null where none were.</summary>
    public static DriveEdges? At(IEnumerable<Time>? times)
    {
        if (times is null) return null;
        double[] all = [.. times.Select(t => t.Value)];
        return Array.FindIndex(all, t => !double.IsFinite(t)) is >= 0 and var k
            ? throw new ArgumentException(
                $"Edge {k} of a drive is {new Time(all[k])}: give the finite times at which it jumps or bends.", "edges")
            : new DriveEdges(all);
    }

    /// <summary>The first after a time; infinite where none follows.</summary>
    public double After(double t)
    {
        int k = Array.BinarySearch(_times, t);
        k = k < 0 ? ~k : k + 1;
        return k < _times.Length ? _times[k] : double.PositiveInfinity;
    }

    /// <summary>The mean of a function over an interval: by Gauss's five points between edges, exact for straight lines.</summary>
    /// <param name="value">The function.</param>
    /// <param name="from">The start of the interval.</param>
    /// <param name="to">Its end.</param>
    public double Mean(Func<double, double> value, double from, double to)
    {
        double sum = 0;
        for (double start = from, end; start < to; start = end)
        {
            end = Math.Min(After(start), to);
            double half = (end - start) / 2;
            foreach (var (node, weight) in Gauss) sum += weight * half * value(start + half * (1 + node));
        }
        return sum / (to - from);
    }

    private static readonly (double Node, double Weight)[] Gauss =
    [
        (0, 128 / 225.0),
        (0.53846931010568309, 0.47862867049936647), (-0.53846931010568309, 0.47862867049936647),
        (0.90617984593866399, 0.23692688505618909), (-0.90617984593866399, 0.23692688505618909),
    ];
}
