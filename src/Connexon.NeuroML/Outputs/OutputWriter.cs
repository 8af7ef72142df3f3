using System.Collections.Concurrent;

namespace Connexon.NeuroML;

/// <summary>
/// The output files of a run and the one thread that writes them. Text costs more than stepping does, so it is made elsewhere; the queue
/// is short, so that a slow disk slows the run rather than filling memory.
/// </summary>
internal sealed class OutputWriter : IDisposable
{
    private const int QueuedBlocks = 16;
    private readonly BlockingCollection<(Block? Block, ManualResetEventSlim? Reached)> _queue = new(QueuedBlocks);
    private readonly List<OutputText> _files = [];
    private readonly Thread _thread;
    private bool _ended;

    public OutputWriter()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "outputs" };
        _thread.Start();
    }

    /// <summary>A file of time and columns.</summary>
    public ColumnFile Columns(string path, OutputFormat format, IReadOnlyList<string> columns) => Added(new ColumnFile(this, path, format, columns));

    /// <summary>A file of spikes.</summary>
    public EventText Events(string path, bool timeFirst, IReadOnlyList<string> selections) => Added(new EventText(this, path, timeFirst, selections));

    /// <summary>Ends all files with what they have: at the end of a run, and where one is stopped. One that fails does not cost the others.</summary>
    public void Complete()
    {
        IOException? failure = null;
        foreach (OutputText file in _files)
        {
            try
            {
                file.Complete();
            }
            catch (IOException e)
            {
                failure ??= e;
            }
        }
        if (failure is not null) throw new IOException(failure.Message, failure);
    }

    /// <summary>Removes the files that are not complete, and ends the thread.</summary>
    public void Dispose()
    {
        if (_ended) return;
        foreach (OutputText file in _files) file.Dispose();
        _ended = true;
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    internal void Send(Block block) => _queue.Add((block, null));

    /// <summary>Waits until all that was sent is written.</summary>
    internal void Drain()
    {
        if (_ended) return;
        using var reached = new ManualResetEventSlim();
        _queue.Add((null, reached));
        reached.Wait();
    }

    private void Work()
    {
        foreach (var (block, reached) in _queue.GetConsumingEnumerable())
        {
            block?.File.Write(block);
            reached?.Set();
        }
    }

    private T Added<T>(T file) where T : OutputText
    {
        _files.Add(file);
        return file;
    }
}
