namespace Connexon;

/// <summary>The times at which a drive jumps or bends.</summary>
/// <param name="times">In ms.</param>
internal sealed class DriveEdges(IEnumerable<double> times)
{
    private readonly double[] _times = [.. times.Order()];

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

    /// <summary>Those of straight lines: where each begins and ends.</summary>
    public static DriveEdges Of(IEnumerable<DrivePiece> pieces) => new(pieces.SelectMany(p => (double[])[p.Start, p.Start + p.Duration]));

    /// <summary>The first after a time; infinite where none follows.</summary>
    public double After(double t)
    {
        int k = Array.BinarySearch(_times, t);
        if (k < 0) k = ~k;
        while (k < _times.Length && _times[k] <= t) k++;
        return k < _times.Length ? _times[k] : double.PositiveInfinity;
    }
}
