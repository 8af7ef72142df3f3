namespace Connexon;

/// <summary>A text file of rows: a time, then columns. What the text looks like is its format's.</summary>
internal abstract class ColumnFile : OutputText
{
    private readonly int _columns;

    protected ColumnFile(OutputWriter writer, string path, int columns) : base(writer, path, columns + 1) => _columns = columns;

    /// <summary>Takes a row; the text of it is made on the writing thread.</summary>
    /// <param name="time">The time.</param>
    /// <param name="values">The columns.</param>
    public void Add(double time, ReadOnlySpan<double> values)
    {
        if (values.Length != _columns)
            throw new ArgumentException(
                $"{Path}: a row of {values.Length} values was given, but the file has {_columns} columns.", nameof(values));
        Span<double> row = Row();
        row[0] = time;
        values.CopyTo(row[1..]);
    }
}
