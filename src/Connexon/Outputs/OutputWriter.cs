using System.Collections.Concurrent;

namespace Connexon;

/// <summary>
/// The output files of a run and the one thread that writes them. Text costs more than stepping does, so it is made elsewhere; each
/// file has few blocks on their way to that thread.
/// </summary>
internal sealed class OutputWriter : IDisposable
{
    private readonly BlockingCollection<(Block? Block, ManualResetEventSlim? Reached)> _queue = [];
    private readonly List<OutputText> _files = [];
    private Thread? _thread; // begun with the first file
    private bool _ended;

    /// <summary>What there is to say about the files.</summary>
    public IEnumerable<string> Notes => _files.Select(f => f.Left).OfType<string>();

    /// <summary>
    /// Ends all files with what they have: at the end of a run, and where one is stopped. One that fails does not cost the others.
    /// </summary>
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
        _thread?.Join();
        _queue.Dispose();
    }

    /// <summary>Takes charge of a file.</summary>
    internal void Add(OutputText file)
    {
        _files.Add(file);
        if (_thread is not null) return;
        _thread = new Thread(Work) { IsBackground = true, Name = "outputs" };
        _thread.Start();
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
}
