namespace Connexon;

/// <summary>
/// Carries events from spikes to what they act on. An event acts between two steps: at the end of a step that is nearest to its time, and
/// never before the end of the step that sent it.
/// </summary>
internal sealed class EventQueue
{
    private readonly double _dt;
    private readonly int _members;
    private readonly EventTargets[] _targets;
    private readonly Route[] _routes;
    private readonly Dictionary<(Group, int Condition), (int[] Start, int[] Routes)> _byNeuron = [];
    private readonly List<(int Route, int Member)>?[] _waiting; // by step, as a ring
    private readonly PriorityQueue<TrainCursor, (double Time, int Order)> _trains = new();

    /// <param name="state">The network.</param>
    /// <param name="sources">What sends events.</param>
    public EventQueue(NetworkState state, IReadOnlyList<EventSource> sources)
    {
        (_dt, _members) = (state.Dt, state.Members);
        AttachedGroup[] groups = [.. state.Attached.Where(a => a.Group.Plan.Model.OnEvent.Count > 0)];
        _targets = [.. groups.Select(g => new EventTargets(g.Group, _dt))];
        var routes = new List<Route>();
        var spiking = new List<((Group Group, int) By, int Neuron, int Route)>();
        for (int k = 0; k < sources.Count; k++)
        {
            int first = routes.Count;
            foreach (EventTarget t in sources[k].Targets)
                if (Array.FindIndex(groups, g => g.First(t.Attachments) >= 0) is var g and >= 0)
                    routes.Add(new Route(g, groups[g].First(t.Attachments) + t.Element, t.Weight, t.Delay));
            if (sources[k].Neuron is { } cell)
            {
                var (group, at) = state.Find(cell.Population);
                int condition = Math.Max(0, group.Plan.Model.Spikes.ToList().FindIndex(s => s.Name == sources[k].Spike));
                for (int r = first; r < routes.Count; r++) spiking.Add(((group, condition), at.Of(cell.Index), r));
            }
            else
                for (int m = 0; m < _members; m++) Begin(sources[k].Train!, k, m, (state.Settings.Member ?? 0) + m, first, routes.Count, state.Settings.Seed);
        }
        _routes = [.. routes];
        foreach (var group in spiking.GroupBy(s => s.By))
            _byNeuron[group.Key] = Rows(group.Select(s => (s.Neuron, s.Route)), group.Key.Group.Plan.Neurons);
        double longest = _routes.Select(r => r.Delay).DefaultIfEmpty().Max();
        _waiting = new List<(int, int)>?[(long)Math.Ceiling(longest / _dt) + 3];
    }

    private readonly record struct Route(int Target, int Element, double Weight, double Delay);

    private sealed record TrainCursor(IEnumerator<double> Times, int Member, int First, int End, int Order);

    /// <summary>Takes a spike.</summary>
    /// <param name="group">The group of the neuron.</param>
    /// <param name="condition">The number of the spike condition of its model.</param>
    /// <param name="element">The neuron, counted with members.</param>
    /// <param name="t">When it spiked, in ms.</param>
    /// <param name="endOfStep">The number of the step that has ended with it.</param>
    public void Spike(Group group, int condition, int element, double t, long endOfStep)
    {
        if (!_byNeuron.TryGetValue((group, condition), out var rows)) return;
        var (neuron, member) = Math.DivRem(element, _members);
        for (int k = rows.Start[neuron]; k < rows.Start[neuron + 1]; k++) Wait(rows.Routes[k], member, t, endOfStep);
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
        long step = Math.Max(notBefore, (long)Math.Round((t + _routes[route].Delay) / _dt));
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

    private static (int[] Start, int[] Routes) Rows(IEnumerable<(int Neuron, int Route)> entries, int neurons)
    {
        var sorted = entries.OrderBy(e => e.Neuron).ToArray();
        var start = new int[neurons + 1];
        foreach (var (neuron, _) in sorted) start[neuron + 1]++;
        for (int i = 0; i < neurons; i++) start[i + 1] += start[i];
        return (start, [.. sorted.Select(e => e.Route)]);
    }
}
