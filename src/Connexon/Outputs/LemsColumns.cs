using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>An OutputFile of LEMS: numbers of nine digits and tabs, no names.</summary>
internal sealed class LemsColumns(OutputWriter writer, string path, int columns) : ColumnFile(writer, path, columns)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Format(ReadOnlySpan<double> row)
    {
        for (int k = 0; k < row.Length; k++)
        {
            Span<byte> to = Room(DigitText.Longest + 2);
            int n = DigitText.Write(row[k], to);
            to[n++] = (byte)'\t'; // jLEMS ends its rows so
            if (k == row.Length - 1) to[n++] = (byte)'\n';
            Used(n);
        }
    }
}
