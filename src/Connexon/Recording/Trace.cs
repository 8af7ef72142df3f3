namespace Connexon;

/// <summary>What was recorded of a state, or of junction currents: rows in time, columns for neurons or junctions.</summary>
public class Trace
{
    private readonly RecordRequest _request;
    private readonly MemorySink _rows;

    internal Trace(RecordRequest request, MemorySink rows, int members) => (_request, _rows, Members) = (request, rows, members);

    /// <summary>What it is: "V of HH".</summary>
    public string What => _request.What;

    /// <summary>The dimension of the values.</summary>
    public Dimension Dimension => _request.Dimension;

    /// <summary>The number of rows.</summary>
    public int Rows => _rows.Rows;

    /// <summary>The number of columns: neurons or junctions.</summary>
    public int Columns => _request.Columns;

    /// <summary>The members of the batch that ran.</summary>
    public int Members { get; }

    /// <summary>The neuron (or junction) that each column holds.</summary>
    public int[] Ids => [.. Enumerable.Range(0, Columns).Select(_request.ColumnIndex)];

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

    /// <summary>The values of one column over time, in the base unit.</summary>
    /// <param name="column">The column.</param>
    /// <param name="member">The member of the batch.</param>
    public double[] Numbers(int column, int member = 0)
    {
        var series = new double[Rows];
        for (int r = 0; r < series.Length; r++) series[r] = Number(r, column, member);
        return series;
    }
}

/// <summary>A trace whose quantity the compiler knows.</summary>
/// <typeparam name="Q">The quantity type, or double.</typeparam>
public sealed class Trace<Q> : Trace where Q : struct
{
    internal Trace(RecordRequest request, MemorySink rows, int members) : base(request, rows, members) { }

    /// <summary>A neuron over time; leave the quantity by dividing: <c>run[neurons.V][3] / mV</c>.</summary>
    /// <param name="column">The column: the neuron, where all are recorded.</param>
    public Series<Q> this[int column] => new(Numbers(column));

    /// <summary>The value in a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="member">The member of the batch.</param>
    public Q this[int row, int column, int member = 0] => new Quantity(Number(row, column, member), Dimension).As<Q>();
}

/// <summary>A quantity over time.</summary>
/// <typeparam name="Q">The quantity type, or double.</typeparam>
public sealed class Series<Q> where Q : struct
{
    private readonly double[] _numbers;

    internal Series(double[] numbers) => _numbers = numbers;

    /// <summary>The number of values.</summary>
    public int Count => _numbers.Length;

    /// <summary>A value.</summary>
    /// <param name="row">The row.</param>
    public Q this[int row] => new Quantity(_numbers[row], Quantity.Of(default(Q)).Dimension).As<Q>();

    /// <summary>Plain numbers in a unit.</summary>
    public static double[] operator /(Series<Q> series, Q unit)
    {
        double one = Quantity.Of(unit).Value;
        return [.. series._numbers.Select(x => x / one)];
    }
}
