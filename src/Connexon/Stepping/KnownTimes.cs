using Connexon.Programs;

namespace Connexon;

/// <summary>
/// When something is known to happen that a step must not pass over: edges of drives and of what is attached to neurons, arrivals of
/// events. One list, which every control of step sizes asks.
/// </summary>
internal sealed class KnownTimes
{
    /// <summary>How often a step of dt is halved to end at an edge: within a millionth of dt.</summary>
    public const int MostHalvings = 20;

    private readonly NetworkState _state;
    private readonly EventQueue? _events;
    private readonly DriveEdges _edges;

    /// <param name="state">The network.</param>
    /// <param name="events">Events on their way; null if there are none.</param>
    /// <param name="drives">What drives the neurons.</param>
    public KnownTimes(NetworkState state, EventQueue? events, DriveSource[] drives)
    {
        (_state, _events) = (state, events);
        InEveryStep = state.Exchange.Any(!drives.All(d => d.Edges is not null));
        double[] switches = [.. state.AllGroups.SelectMany(Switches)];
        _edges = OfAll(new DriveEdges([.. drives.SelectMany(d => d.Edges?.Times ?? []), .. switches]));
        SwitchesWithinSteps = switches.Any(t => double.IsFinite(t) && Within(Math.Floor(t / state.Dt) * state.Dt, state.Dt));
    }

    /// <summary>True if something may happen in every step, so that none can be longer: a drive that moves without saying how.</summary>
    public bool InEveryStep { get; }

    /// <summary>True if what equations do at a time of theirs does not begin or end with a step of dt.</summary>
    public bool SwitchesWithinSteps { get; }

    /// <summary>The number of the step by whose end the next of it happens; the last if nothing is known to, until then.</summary>
    /// <param name="step">The steps that were completed, their events delivered.</param>
    /// <param name="last">How far to look.</param>
    public long Next(long step, long last)
    {
        last = _events?.Next(step, last) ?? last;
        double t = step * _state.Dt, edge = _edges.After(t + Margin(t));
        last = (long)Math.Min(last, Math.Floor((edge + Margin(edge)) / _state.Dt));
        return _state.Exchange.Smallest(last);
    }

    /// <summary>True if there is an edge within a step, and not only at its ends.</summary>
    /// <param name="t">The start of the step, in ms.</param>
    /// <param name="h">Its length.</param>
    public bool Within(double t, double h) => _edges.After(t + Margin(t)) < Stage.BeforeEnd(t, h);

    // Times are products and sums of rounded numbers.
    private static double Margin(double t) => 1e-14 * t;

    private static IEnumerable<double> Switches(Group group)
    {
        ParameterValues numbers = group.Numbers;
        foreach (Expr time in TimeSwitches.Of(group.Plan.Model).Select(TimeSwitches.At).OfType<Expr>())
            foreach (Placement p in group.Plan.Placements)
                for (int b = 0; b < numbers.Members; b++)
                    foreach (double t in Interpreter.Evaluate(time, p.Count, s => numbers.Of(p, s, b)))
                        yield return t;
    }

    // Every partition must halve the steps that any does.
    private DriveEdges OfAll(DriveEdges here)
    {
        if (_state.Exchange.Parts == 1) return here;
        var all = new List<double>();
        for (double t = double.NegativeInfinity; (t = -_state.Exchange.Largest(-here.After(t))) < double.PositiveInfinity;) all.Add(t);
        return new DriveEdges(all);
    }
}
