namespace Connexon;

/// <summary>Where the rows of a recording go.</summary>
internal abstract class RowSink
{
    /// <summary>Takes a row.</summary>
    /// <param name="t">The time, in ms.</param>
    /// <param name="row">The values.</param>
    public abstract void Write(double t, ReadOnlySpan<double> row);
}

/// <summary>Rows in memory that was set aside before the run.</summary>
internal sealed class MemorySink(int rows, int width) : RowSink
{
    private readonly double[] _times = new double[rows];
    private readonly double[] _values = new double[checked(rows * width)];

    public int Rows { get; private set; }

    public ReadOnlyMemory<double> Times => _times.AsMemory(0, Rows);

    public ReadOnlyMemory<double> Values => _values.AsMemory(0, Rows * width);

    public override void Write(double t, ReadOnlySpan<double> row)
    {
        _times[Rows] = t;
        row.CopyTo(_values.AsSpan(Rows * width, width));
        Rows++;
    }
}

/// <summary>Rows to a file, whose writer completes it with all others of the run.</summary>
/// <param name="file">The file.</param>
/// <param name="time">What 1 ms is in the file.</param>
internal sealed class FileSink(ColumnFile file, double time = 1) : RowSink
{
    public override void Write(double t, ReadOnlySpan<double> row) => file.Add(t * time, row);
}

/// <summary>Rows times a factor for each column.</summary>
internal sealed class ScaledSink(RowSink sink, double[] factors) : RowSink
{
    private readonly double[] _row = new double[factors.Length];

    public override void Write(double t, ReadOnlySpan<double> row)
    {
        for (int i = 0; i < row.Length; i++) _row[i] = row[i] * factors[i];
        sink.Write(t, _row);
    }
}
