using System.Globalization;
using System.Text;

namespace Connexon;

/// <summary>
/// Rows as they come, to a CSV file: time in ms, then a column each. Written under another name and renamed when complete, so that a
/// file that looks whole is whole.
/// </summary>
internal sealed class CsvSink : RowSink
{
    private const int LongestNumber = 32;
    private readonly string _path;
    private readonly string _partial;
    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    public CsvSink(string path, IEnumerable<string> columns)
    {
        _path = path;
        _partial = path + ".part";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        _file = new FileStream(_partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.Write(Encoding.UTF8.GetBytes(string.Join(',', columns.Prepend("t_ms")) + "\n"));
    }

    public override void Write(double t, ReadOnlySpan<double> row)
    {
        Number(t);
        foreach (double x in row)
        {
            _buffer[_used++] = (byte)',';
            Number(x);
        }
        _buffer[_used++] = (byte)'\n';
    }

    public override void Complete()
    {
        Flush();
        _file.Dispose();
        File.Move(_partial, _path, overwrite: true);
    }

    public override void Dispose()
    {
        _file.Dispose();
        File.Delete(_partial);
    }

    private void Number(double x)
    {
        if (_buffer.Length - _used < LongestNumber) Flush();
        x.TryFormat(_buffer.AsSpan(_used), out int written, "R", CultureInfo.InvariantCulture);
        _used += written;
    }

    private void Flush()
    {
        _file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
