namespace Connexon;

/// <summary>Where the rows of a recording go.</summary>
internal abstract class RowSink : IDisposable
{
    public abstract void Write(double t, ReadOnlySpan<double> row);

    /// <summary>All rows that will come have come: what was written is whole, however far the run got.</summary>
    public virtual void Complete() { }

    /// <summary>Gives everything back; what was not completed leaves no trace.</summary>
    public virtual void Dispose() { }
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
