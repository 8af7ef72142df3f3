namespace Connexon;

/// <summary>One thread of several that do the same work together, each its share.</summary>
internal sealed class Team(int thread, int threads, SpinBarrier barrier)
{
    public int Thread => thread;

    public int Threads => threads;

    public void Wait() => barrier.Wait();

    public (int Start, int End) Share(int count) => ((int)((long)count * thread / threads), (int)((long)count * (thread + 1) / threads));
}
