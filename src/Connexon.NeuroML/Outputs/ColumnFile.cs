using System.Text;

namespace Connexon.NeuroML;

/// <summary>
/// A text file of time and columns. Rows are kept in blocks, which the <see cref="OutputWriter"/> turns into text. Written under another name
/// and renamed when complete, so that a file that looks whole is whole.
/// </summary>
internal sealed class ColumnFile : RowSink
{
    private const int BlockLength = 16 * 1024;
    private readonly OutputWriter _writer;
    private readonly string _path, _partial;
    private readonly FileStream _file;
    private readonly byte _separator;
    private readonly int _width; // numbers in a row, the time among them
    private readonly byte[] _text;
    private double[] _block;
    private int _used;

    /// <param name="writer">The thread that writes.</param>
    /// <param name="path">Where to; the folder is made.</param>
    /// <param name="format">How.</param>
    /// <param name="columns">The names of the columns.</param>
    public ColumnFile(OutputWriter writer, string path, OutputFormat format, IReadOnlyList<string> columns)
    {
        (_writer, _path, _partial, _width) = (writer, path, path + ".part", columns.Count + 1);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        _file = new FileStream(_partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _separator = format == OutputFormat.Csv ? (byte)',' : (byte)'\t';
        _text = new byte[_width * (DigitText.Longest + 1) + (1 << 16)];
        if (format == OutputFormat.Csv) _file.Write(Encoding.UTF8.GetBytes(string.Join(',', columns.Select(Field).Prepend("t_s")) + "\n"));
        _block = writer.Block(Math.Max(BlockLength, _width));
    }

    /// <summary>Takes a row.</summary>
    /// <param name="t">The time, in ms.</param>
    /// <param name="row">The values, in SI.</param>
    public override void Write(double t, ReadOnlySpan<double> row)
    {
        if (_block.Length - _used < _width) Post();
        _block[_used] = t * 1e-3;
        row.CopyTo(_block.AsSpan(_used + 1));
        _used += _width;
    }

    /// <summary>Hands over what is left; the file is complete once the writer has finished and <see cref="Rename"/> was called.</summary>
    public override void Complete()
    {
        _writer.Post(this, _block, _used);
        _used = 0;
    }

    /// <summary>Gives the file its name.</summary>
    /// <returns>The name.</returns>
    public string Rename()
    {
        _file.Dispose();
        File.Move(_partial, _path, overwrite: true);
        return _path;
    }

    /// <summary>Leaves no trace of a file that was not completed.</summary>
    public void Remove()
    {
        _file.Dispose();
        File.Delete(_partial);
    }

    /// <summary>Writes rows as text: the writer's thread.</summary>
    public void Write(ReadOnlySpan<double> numbers)
    {
        int used = 0;
        for (int i = 0; i < numbers.Length; i += _width)
        {
            if (_text.Length - used < _width * (DigitText.Longest + 1)) Flush(ref used);
            for (int k = 0; k < _width; k++)
            {
                used += DigitText.Write(_text.AsSpan(used), numbers[i + k]);
                _text[used++] = k == _width - 1 ? (byte)'\n' : _separator;
            }
        }
        Flush(ref used);
    }

    private void Flush(ref int used)
    {
        try
        {
            _file.Write(_text, 0, used);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{_path}' cannot be written: {e.Message}", e);
        }
        used = 0;
    }

    private void Post()
    {
        _writer.Post(this, _block, _used);
        _block = _writer.Block(Math.Max(BlockLength, _width));
        _used = 0;
    }

    private static string Field(string name) => name.AsSpan().IndexOfAny(",\"\n") < 0 ? name : $"\"{name.Replace("\"", "\"\"")}\"";
}
