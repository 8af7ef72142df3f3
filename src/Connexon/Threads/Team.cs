namespace Connexon;

/// <summary>One thread as a member of those that work on the same thing: which part is its own, and where it waits for the
/// others.</summary>
/// <param name="thread">Which thread this is, from 0.</param>
/// <param name="threads">How many there are.</param>
/// <param name="barrier">Where all of them wait, for as many threads.</param>
internal sealed class Team(int thread, int threads, SpinBarrier barrier)
{
    /// <summary>Whether this is the first thread, which does what only one must do.</summary>
    public bool Leads => thread == 0;

    /// <summary>This thread's part of a count of things: from Start to before End; the parts of all threads cover each thing
    /// once.</summary>
    public (int Start, int End) Share(int count) => ((int)((long)count * thread / threads), (int)((long)count * (thread + 1) / threads));

    /// <summary>Returns when all threads have come here; what they wrote before is then seen by all.</summary>
    public void Wait() => barrier.Wait();
}
