using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Connexon;

/// <summary>Comma-separated values below a line of names.</summary>
internal sealed class CsvColumns : ColumnFile
{
    private const int Longest = 32;
    private readonly bool _full;

    /// <summary>Creates the file with its first line.</summary>
    /// <param name="writer">The writing thread.</param>
    /// <param name="path">The file.</param>
    /// <param name="time">The name of the times: "t_ms".</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="full">True for numbers that read back to the same bits, false for nine digits.</param>
    public CsvColumns(OutputWriter writer, string path, string time, IReadOnlyList<string> columns, bool full)
        : base(writer, path, columns.Count)
    {
        _full = full;
        Begin(Encoding.UTF8.GetBytes(CsvText.Line(columns.Prepend(time))));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Format(ReadOnlySpan<double> row)
    {
        for (int k = 0; k < row.Length; k++)
        {
            Span<byte> to = Room(Longest + 1);
            int n;
            if (_full) row[k].TryFormat(to, out n, "R", CultureInfo.InvariantCulture);
            else n = DigitText.Write(row[k], to);
            to[n++] = k < row.Length - 1 ? (byte)',' : (byte)'\n';
            Used(n);
        }
    }
}
