using System.Collections.Concurrent;

namespace Connexon;

/// <summary>
/// A text file of rows. The stepping thread fills blocks with numbers; the writing thread makes text of them, under another name until the
/// file is complete: whole rows, and those of a second ago with the next row at the latest, so that what a killed run leaves can be read.
/// What fails on the writing thread is thrown on the stepping one, at its next row.
/// </summary>
internal abstract class OutputText : IDisposable
{
    private const int BlockNumbers = 1 << 15, Blocks = 4, LongestWait = 1000; // ms
    private readonly OutputWriter _writer;
    private readonly ConcurrentQueue<Block> _empty = []; // a slow disk slows the run rather than filling memory
    private readonly SemaphoreSlim _free = new(Blocks);
    private readonly int _width;
    private readonly DraftFile _file;
    private byte[] _text = new byte[1 << 16];
    private int _used, _whole; // in bytes; up to the end of a row
    private Block? _filling;
    private long _since; // when the first row of the block came, in ms of the system's clock
    private volatile Exception? _failure;
    private bool _closed;

    /// <summary>Begins the file, with the folders that it needs.</summary>
    /// <param name="writer">The writing thread.</param>
    /// <param name="path">The file.</param>
    /// <param name="width">How many numbers a row has.</param>
    protected OutputText(OutputWriter writer, string path, int width)
    {
        _writer = writer;
        Path = path;
        _width = width;
        _file = new DraftFile(path);
        for (int k = 0; k < Blocks; k++) _empty.Enqueue(new Block(this, Math.Max(width, BlockNumbers / width * width)));
        writer.Add(this);
    }

    public string Path { get; }

    /// <summary>What a run that was killed had left of the file, in words; null if nothing.</summary>
    public string? Left => _file.Left;

    /// <summary>Ends the file with the rows that it has, and gives it its name.</summary>
    public virtual void Complete()
    {
        if (_closed) return;
        ThrowIfFailed();
        Send();
        _writer.Drain();
        ThrowIfFailed();
        try
        {
            Flush();
            _file.Complete();
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
    }

    /// <summary>Writes what stands above all rows, at once.</summary>
    protected void Begin(ReadOnlySpan<byte> text) => _file.Write(text);

    /// <summary>Room for one more row.</summary>
    protected Span<double> Row()
    {
        ThrowIfFailed();
        if (_filling is { } full && full.Used + _width > full.Numbers.Length) Send();
        SendLate();
        if (_filling is null)
        {
            _free.Wait();
            _empty.TryDequeue(out _filling);
            _since = Environment.TickCount64;
        }
        _filling!.Used += _width;
        return _filling.Numbers.AsSpan(_filling.Used - _width, _width);
    }

    /// <summary>The text of a row, on the writing thread.</summary>
    protected abstract void Format(ReadOnlySpan<double> row);

    /// <summary>Sends on what has waited for long, where no row may come for a while.</summary>
    protected void SendLate()
    {
        if (_filling is not null && Environment.TickCount64 - _since > LongestWait) Send();
    }

    /// <summary>Room for so many bytes of text; <see cref="Used"/> says how many were taken.</summary>
    protected Span<byte> Room(int bytes)
    {
        if (_text.Length - _used < bytes) Flush();
        if (_text.Length - _used < bytes) System.Array.Resize(ref _text, 2 * _text.Length + bytes); // a row is longer than all
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
            for (int k = 0; k < block.Used && _failure is null; k += _width)
            {
                Format(block.Numbers.AsSpan(k, _width));
                _whole = _used;
            }
            if (block.Used + _width <= block.Numbers.Length) Flush(); // sent before it was full
        }
        catch (Exception e)
        {
            _failure = e;
        }
        block.Used = 0;
        _empty.Enqueue(block);
        _free.Release();
    }

    private void Send()
    {
        if (_filling is { } block) _writer.Send(block);
        _filling = null;
    }

    private void Flush()
    {
        _file.Write(_text.AsSpan(0, _whole));
        _text.AsSpan(_whole.._used).CopyTo(_text);
        (_used, _whole) = (_used - _whole, 0);
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } e) throw new IOException($"{Path}: the file cannot be written: {e.Message}", e);
    }
}
