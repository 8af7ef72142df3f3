namespace Connexon;

/// <summary>
/// When something is known to happen that a step must not pass over: edges of drives, arrivals of events. One list, which
/// every control of step sizes asks.
/// </summary>
/// <param name="state">The network.</param>
/// <param name="events">Events on their way; null if there are none.</param>
/// <param name="drives">What drives the neurons.</param>
internal sealed class KnownTimes(NetworkState state, EventQueue? events, DriveSource[] drives)
{
    /// <summary>True if something may happen in every step, so that none can be longer: a drive that moves without saying how.</summary>
    public bool InEveryStep { get; } = state.Electrical.Exchange.Any(!drives.All(d => d.SmoothUntil(0) > 0));

    /// <summary>The number of the step by whose end the next of it happens; the last if nothing is known to, until then.</summary>
    /// <param name="step">The steps that were completed, their events delivered.</param>
    /// <param name="last">How far to look.</param>
    public long Next(long step, long last)
    {
        last = events?.Next(step, last) ?? last;
        foreach (DriveSource d in drives)
            last = Math.Min(last, (long)Math.Min(last, Math.Floor(d.SmoothUntil(step * state.Dt) / state.Dt + 1e-6)));
        return state.Exchange.Smallest(last);
    }
}
