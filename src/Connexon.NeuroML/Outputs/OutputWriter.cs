using System.Collections.Concurrent;

namespace Connexon.NeuroML;

/// <summary>The thread that writes the text files of a run, so that stepping does not wait for text.</summary>
internal sealed class OutputWriter : IDisposable
{
    private const int MostWaiting = 64;
    private readonly BlockingCollection<(ColumnFile File, double[] Numbers, int Count)> _waiting = new(MostWaiting);
    private readonly ConcurrentBag<double[]> _free = [];
    private readonly Thread _thread;
    private volatile Exception? _failure;

    public OutputWriter()
    {
        _thread = new Thread(Write) { IsBackground = true, Name = "connexon output" };
        _thread.Start();
    }

    /// <summary>A block to be filled.</summary>
    public double[] Block(int length) => _free.TryTake(out double[]? used) && used.Length >= length ? used : new double[length];

    /// <summary>Hands a block over; waits if the thread is far behind.</summary>
    /// <exception cref="IOException">A file could not be written.</exception>
    public void Post(ColumnFile file, double[] numbers, int count)
    {
        Check();
        _waiting.Add((file, numbers, count));
    }

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="IOException">A file could not be written.</exception>
    public void Finish()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        Check();
    }

    public void Dispose()
    {
        if (!_waiting.IsAddingCompleted) _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    private void Check()
    {
        if (_failure is { } e) throw new IOException(e.Message, e);
    }

    private void Write()
    {
        foreach (var (file, numbers, count) in _waiting.GetConsumingEnumerable())
        {
            try
            {
                if (_failure is null) file.Write(numbers.AsSpan(0, count));
            }
            catch (Exception e)
            {
                _failure = e;
            }
            _free.Add(numbers);
        }
    }
}
