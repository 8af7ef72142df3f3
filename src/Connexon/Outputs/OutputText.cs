using System.Collections.Concurrent;

namespace Connexon;

/// <summary>
/// A text file of rows. The stepping thread fills blocks with numbers; the writing thread makes text of them, under another name until the
/// file is complete. What fails on the writing thread is thrown on the stepping one, at its next row.
/// </summary>
internal abstract class OutputText : IDisposable
{
    private const int BlockNumbers = 1 << 15, Blocks = 4;
    private readonly OutputWriter _writer;
    private readonly ConcurrentQueue<Block> _empty = []; // a slow disk slows the run rather than filling memory
    private readonly SemaphoreSlim _free = new(Blocks);
    private readonly int _width;
    private readonly FileStream _file;
    private readonly byte[] _text = new byte[1 << 16];
    private int _used;
    private Block? _filling;
    private volatile Exception? _failure;
    private bool _closed;

    /// <summary>Creates the file and the folders that it needs.</summary>
    /// <param name="writer">The writing thread.</param>
    /// <param name="path">The file.</param>
    /// <param name="width">How many numbers a row has.</param>
    protected OutputText(OutputWriter writer, string path, int width)
    {
        _writer = writer;
        Path = path;
        _width = width;
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        _file = new FileStream(WholeFile.Draft(path), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (int k = 0; k < Blocks; k++) _empty.Enqueue(new Block(this, Math.Max(width, BlockNumbers / width * width)));
        writer.Add(this);
    }

    public string Path { get; }

    /// <summary>Ends the file with the rows that it has, and gives it its name.</summary>
    public virtual void Complete()
    {
        if (_closed) return;
        ThrowIfFailed();
        if (_filling is { } last) _writer.Send(last);
        _filling = null;
        _writer.Drain();
        ThrowIfFailed();
        try
        {
            Flush();
            _file.Dispose();
            WholeFile.Complete(Path);
            _closed = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failure = e;
            ThrowIfFailed();
        }
    }

    /// <summary>Removes what is not complete.</summary>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        _failure ??= new ObjectDisposedException(Path); // blocks still on their way are left unwritten
        _writer.Drain();
        _file.Dispose();
        File.Delete(WholeFile.Draft(Path));
    }

    /// <summary>Writes what stands above all rows, at once.</summary>
    protected void Begin(ReadOnlySpan<byte> text) => _file.Write(text);

    /// <summary>Room for one more row.</summary>
    protected Span<double> Row()
    {
        ThrowIfFailed();
        if (_filling is { } full && full.Used + _width > full.Numbers.Length)
        {
            _writer.Send(full);
            _filling = null;
        }
        if (_filling is null)
        {
            _free.Wait();
            _empty.TryDequeue(out _filling);
        }
        _filling!.Used += _width;
        return _filling.Numbers.AsSpan(_filling.Used - _width, _width);
    }

    /// <summary>The text of a row, on the writing thread.</summary>
    protected abstract void Format(ReadOnlySpan<double> row);

    /// <summary>Room for so many bytes of text; <see cref="Used"/> says how many were taken.</summary>
    protected Span<byte> Room(int bytes)
    {
        if (_text.Length - _used < bytes) Flush();
        return _text.AsSpan(_used);
    }

    protected void Used(int bytes) => _used += bytes;

    protected void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Used(text.Length);
    }

    /// <summary>Writes a block, on the writing thread.</summary>
    internal void Write(Block block)
    {
        try
        {
            for (int k = 0; k < block.Used && _failure is null; k += _width) Format(block.Numbers.AsSpan(k, _width));
        }
        catch (Exception e)
        {
            _failure = e;
        }
        block.Used = 0;
        _empty.Enqueue(block);
        _free.Release();
    }

    private void Flush()
    {
        _file.Write(_text, 0, _used);
        _used = 0;
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } e) throw new IOException($"{Path}: the file cannot be written: {e.Message}", e);
    }
}
