namespace Connexon;

/// <summary>What was recorded of a state, or of junction currents: rows in time, columns for neurons or junctions.</summary>
public class Trace
{
    private readonly Recorder _recorder;
    private readonly MemorySink _rows;

    internal Trace(Recorder recorder, int members) => (_recorder, _rows, Members) = (recorder, (MemorySink)recorder.Sink, members);

    /// <summary>What it is: "V of HH".</summary>
    public string What => _recorder.Request.What;

    /// <summary>The dimension of the values; its <see cref="Dimension.Unit"/> is that of all plain numbers here ("mV").</summary>
    public Dimension Dimension => _recorder.Request.Dimension;

    /// <summary>The number of rows.</summary>
    public int Rows => _rows.Rows;

    /// <summary>The number of columns: neurons or junctions.</summary>
    public int Columns => _recorder.Request.Columns;

    /// <summary>The members of the batch that ran.</summary>
    public int Members { get; }

    /// <summary>The neuron (or junction) that each column holds.</summary>
    public int[] Ids => [.. Enumerable.Range(0, Columns).Select(_recorder.Request.ColumnIndex)];

    /// <summary>The time of each row, in ms.</summary>
    public ReadOnlySpan<double> Times => _rows.Times.Span;

    /// <summary>A value in the base unit of <see cref="Dimension"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="member">The member of the batch.</param>
    public double Number(int row, int column, int member = 0) =>
        (uint)column < (uint)Columns && (uint)member < (uint)Members
            ? _rows.Values.Span[(row * Columns + column) * Members + member]
            : throw new ArgumentOutOfRangeException(
                nameof(column), $"Column {column}, member {member}: {What} has columns 0..{Columns - 1} and members 0..{Members - 1}.");

    /// <summary>The values of one column over time, in the base unit of <see cref="Dimension"/>: mV for voltages.</summary>
    /// <param name="column">The column.</param>
    /// <param name="member">The member of the batch.</param>
    public double[] Numbers(int column, int member = 0)
    {
        var series = new double[Rows];
        for (int r = 0; r < series.Length; r++) series[r] = Number(r, column, member);
        return series;
    }

    /// <summary>Writes all rows to a file: the time in ms, then each column, as a recording with <c>to</c> does.</summary>
    /// <param name="path">The file, .csv; it appears whole or not at all.</param>
    /// <exception cref="ArgumentException">It ends in something else.</exception>
    public void Save(string path)
    {
        using var files = new OutputWriter();
        var file = new CsvColumns(files, CsvText.Checked(path), "t_ms", [.. _recorder.ColumnNames(Members)], full: true);
        int width = Columns * Members;
        for (int r = 0; r < Rows; r++) file.Add(Times[r], _rows.Values.Span.Slice(r * width, width));
        files.Complete();
    }

    /// <summary>What it is, when and in which range: "V of HH: 1001 rows of 2, 0 ms .. 100 ms, -75.2 mV .. 41.1 mV".</summary>
    public override string ToString() => $"{What}: {Counted.Of(Rows, "row")} of {Columns}{(Members > 1 ? $" x {Members} members" : "")}"
        + (Rows == 0 ? "" : $", {new Time(Times[0])} .. {new Quantity(Times[^1], Dimension.Time).Rounded(9)}")
        + Span(_rows.Values.Span, Dimension);

    /// <summary>The least and the largest of numbers: ", -75.2 mV .. 41.1 mV".</summary>
    internal static string Span(ReadOnlySpan<double> numbers, Dimension dimension)
    {
        if (numbers.Length == 0) return "";
        double least = numbers[0], largest = numbers[0];
        foreach (double x in numbers) (least, largest) = (Math.Min(x, least), Math.Max(x, largest));
        return $", {new Quantity(least, dimension).Rounded(4)} .. {new Quantity(largest, dimension).Rounded(4)}";
    }
}

/// <summary>A trace whose quantity the compiler knows.</summary>
/// <typeparam name="Q">The quantity type, or double.</typeparam>
public sealed class Trace<Q> : Trace where Q : struct
{
    internal Trace(Recorder recorder, int members) : base(recorder, members) { }

    /// <summary>A neuron over time; leave the quantity by dividing: <c>run[neurons.V][3] / mV</c>.</summary>
    /// <param name="column">The column: the neuron, where all are recorded.</param>
    public Series<Q> this[int column] => new(Numbers(column), Dimension);

    /// <summary>The value in a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="member">The member of the batch.</param>
    public Q this[int row, int column, int member = 0] => new Quantity(Number(row, column, member), Dimension).As<Q>();
}
