using System.Runtime.CompilerServices;
using System.Text;

namespace Connexon.NeuroML;

/// <summary>An OutputFile of LEMS: a row a step, time in s first, then the columns in SI.</summary>
internal sealed class ColumnFile : OutputText
{
    private readonly bool _lems;

    public ColumnFile(OutputWriter writer, string path, OutputFormat format, IReadOnlyList<string> columns)
        : base(writer, path, columns.Count + 1)
    {
        _lems = format == OutputFormat.Lems;
        Columns = columns.Count;
        if (!_lems) Text(Encoding.UTF8.GetBytes(string.Join(',', columns.Prepend("t").Select(Quoted)) + "\n"));
    }

    public int Columns { get; }

    /// <summary>Takes a row; the text of it is made on the writing thread.</summary>
    /// <param name="seconds">Time in s.</param>
    /// <param name="siValues">The columns in SI.</param>
    public void Add(double seconds, ReadOnlySpan<double> siValues)
    {
        if (siValues.Length != Columns)
            throw new ArgumentException($"{Path}: a row of {siValues.Length} values was given, but the file has {Columns} columns.", nameof(siValues));
        Span<double> row = Row();
        row[0] = seconds;
        siValues.CopyTo(row[1..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Format(ReadOnlySpan<double> row)
    {
        for (int k = 0; k < row.Length; k++)
        {
            Span<byte> to = Room(DigitText.Longest + 2);
            int n = DigitText.Write(row[k], to);
            bool last = k == row.Length - 1;
            if (_lems) to[n++] = (byte)'\t'; // jLEMS ends its rows so
            else if (!last) to[n++] = (byte)',';
            if (last) to[n++] = (byte)'\n';
            Used(n);
        }
    }

    private static string Quoted(string id) => id.AsSpan().IndexOfAny(",\"\r\n") < 0 ? id : $"\"{id.Replace("\"", "\"\"")}\"";
}
