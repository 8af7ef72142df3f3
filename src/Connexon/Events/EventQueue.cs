namespace Connexon;

/// <summary>
/// Carries events from spikes to what they act on. An event acts between two steps: at the end of a step that is nearest to its time, and
/// never before the end of the step that sent it.
/// </summary>
internal sealed class EventQueue
{
    private const int MostSteps = 50_000_000;

    private readonly double _dt;
    private readonly int _members;
    private readonly EventTargets[] _targets;
    private readonly Route[] _routes;
    private readonly Dictionary<(int Group, int Condition, int Neuron), int[]> _byNeuron; // routes
    private readonly List<(int Route, int Member)>?[] _waiting; // by step, as a ring
    private readonly PriorityQueue<TrainCursor, (double Time, int Order)> _trains = new();

    /// <param name="state">The network.</param>
    /// <param name="sources">What sends events.</param>
    public EventQueue(NetworkState state, IReadOnlyList<EventSource> sources)
    {
        (_dt, _members, Rates) = (state.Dt, state.Members, new SpikeRates(state.Dt));
        AttachedGroup[] groups = [.. state.Attached.Where(a => a.Group.Plan.Model.OnEvent.Count > 0)];
        _targets = [.. groups.Select(g => new EventTargets(g.Group, _dt))];
        var routes = new List<Route>();
        var spiking = new List<((int Group, int Condition, int Neuron) By, int Route)>();
        for (int k = 0; k < sources.Count; k++)
        {
            int first = routes.Count;
            foreach (EventTarget t in sources[k].Targets)
                if (Array.FindIndex(groups, g => g.Find(t.Attachments) is not null) is var g and >= 0
                    && groups[g].Find(t.Attachments)!.Find(t.Element) is { } element)
                    routes.Add(new Route(g, element, t.Weight, t.Delay));
            if (sources[k].Neuron is { } cell)
            {
                var (group, neuron) = state.Layout.Number(cell);
                int condition = Math.Max(0, cell.Population.Model.Spikes.ToList().FindIndex(s => s.Name == sources[k].Spike));
                for (int r = first; r < routes.Count; r++) spiking.Add(((group, condition, neuron), r));
            }
            else
                for (int m = 0; m < _members; m++)
                    Begin(sources[k].Train!, k, m, (state.Settings.Member ?? 0) + m, first, routes.Count, state.Settings.Seed);
        }
        _routes = [.. routes];
        _byNeuron = spiking.GroupBy(s => s.By, s => s.Route).ToDictionary(g => g.Key, g => g.ToArray());
        // What comes after the end of a run never comes; one that is stepped by hand has none.
        double end = state.Settings.Duration.Value is > 0 and var length ? length : double.PositiveInfinity;
        double longest = Math.Ceiling(_routes.Select(r => r.Delay).Where(d => d <= end).DefaultIfEmpty().Max() / _dt) + 3;
        if (longest > MostSteps)
            throw new NetworkException([$"A delay of {longest:G4} steps of {state.Settings.Dt} is asked for, and at most {MostSteps} "
                + "can be kept in memory: take a longer dt, or a shorter delay."]);
        _waiting = new List<(int, int)>?[(int)longest];
    }

    private readonly record struct Route(int Target, int Element, double Weight, double Delay);

    private sealed record TrainCursor(IEnumerator<double> Times, int Member, int First, int End, int Order);

    /// <summary>How often cells spike whose spikes act on something.</summary>
    public SpikeRates Rates { get; }

    /// <summary>Takes a spike.</summary>
    public void Take(SpikeEvent spike)
    {
        if (!_byNeuron.TryGetValue((spike.Group, spike.Condition, spike.Neuron), out int[]? routes)) return;
        Rates.Add(spike);
        foreach (int route in routes) Wait(route, spike.Member, spike.Time, spike.Step);
    }

    /// <summary>Lets the events act that have come by the end of a step; nothing else moves meanwhile.</summary>
    /// <param name="step">The number of the step that has ended; 0 before the first.</param>
    public void Deliver(long step)
    {
        double t = step * _dt;
        while (_trains.TryPeek(out TrainCursor? train, out var next) && next.Time < t + 0.5 * _dt)
        {
            _trains.Dequeue();
            for (int r = train.First; r < train.End; r++) Wait(r, train.Member, next.Time, step);
            Continue(train);
        }
        if (_waiting[step % _waiting.Length] is not { Count: > 0 } now) return;
        foreach (EventTargets target in _targets) target.SetTime(t);
        foreach (var (route, member) in now)
        {
            Route r = _routes[route];
            _targets[r.Target].Receive(r.Element, member, r.Weight);
        }
        now.Clear();
    }

    /// <summary>
    /// The number of a step, from the next on and before a last one, at whose end an event may act; the last if none is known to.
    /// </summary>
    /// <param name="step">The number of the step that has ended, delivered.</param>
    /// <param name="last">How far to look.</param>
    public long Next(long step, long last)
    {
        if (_trains.TryPeek(out _, out var train)) last = Math.Min(last, Math.Max(step + 1, (long)Math.Round(train.Time / _dt)));
        for (long k = step + 1; k < last && k <= step + _waiting.Length; k++)
            if (_waiting[k % _waiting.Length] is { Count: > 0 }) return k;
        return last;
    }

    private void Wait(int route, int member, double t, long notBefore)
    {
        double at = (t + _routes[route].Delay) / _dt;
        if (at >= notBefore + (double)_waiting.Length) return; // after the end
        long step = Math.Max(notBefore, (long)Math.Round(at));
        (_waiting[step % _waiting.Length] ??= []).Add((route, member));
    }

    /// <summary>What a train draws its random intervals from.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="source">The number of the source.</param>
    /// <param name="member">The number of the member of the batch.</param>
    public static DrawSequence Draws(ulong seed, int source, int member) => new(seed, $"train {source} of member {member}");

    private void Begin(SpikeTrain train, int source, int member, int number, int first, int end, ulong seed) =>
        Continue(new TrainCursor(train.Times(Draws(seed, source, number)).GetEnumerator(), member, first, end, source));

    private void Continue(TrainCursor train)
    {
        if (train.Times.MoveNext()) _trains.Enqueue(train, (train.Times.Current, train.Order * _members + train.Member));
    }
}
