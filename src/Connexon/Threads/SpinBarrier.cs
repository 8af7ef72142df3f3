namespace Connexon;

/// <summary>
/// Where the threads of a run wait for each other, many times a millisecond: spins first, then yields, so that a machine with fewer
/// free cores than threads still gets on.
/// </summary>
internal sealed class SpinBarrier(int threads)
{
    private const int SpinsBeforeYield = 200;
    private int _waiting;
    private int _round;

    public void Wait()
    {
        if (threads == 1) return;
        int round = Volatile.Read(ref _round);
        if (Interlocked.Increment(ref _waiting) == threads)
        {
            _waiting = 0;
            Volatile.Write(ref _round, round + 1);
            return;
        }
        for (int spins = 0; Volatile.Read(ref _round) == round; spins++)
        {
            if (spins < SpinsBeforeYield) Thread.SpinWait(1);
            else Thread.Yield();
        }
    }
}
