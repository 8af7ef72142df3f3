using System.Diagnostics;

namespace Connexon;

/// <summary>How far a run is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Elapsed">Time spent.</param>
public readonly record struct RunProgress(long Step, long Steps, TimeSpan Elapsed)
{
    /// <summary>The time left at the speed so far; null before the first step.</summary>
    public TimeSpan? Left => Step > 0 ? Elapsed * ((double)(Steps - Step) / Step) : null;
}

/// <summary>Reports progress about ten times a second, and costs nothing else.</summary>
internal sealed class ProgressClock(IProgress<RunProgress>? progress, long steps)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();

    public void Tick(long step)
    {
        if (progress is null || step % 16 != 0 || Stopwatch.GetElapsedTime(_last).TotalMilliseconds < 100) return;
        _last = Stopwatch.GetTimestamp();
        progress.Report(new RunProgress(step, steps, Stopwatch.GetElapsedTime(_start)));
    }
}
